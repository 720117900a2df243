"""A row's form: adding, changing, what is refused and why, the trash, the history."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.document.letters import Letters, Line
from sokhcn.document.understood import Confidence
from sokhcn.people.models import User
from sokhcn.reader.proposed import Proposed
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.originating import Source, origin
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, document, form_of, office
from tests.reports.issued import issue
from tests.rows import OFFICER

pytestmark = pytest.mark.django_db
LIST = f"/so/{SLUG}/"


@pytest.fixture
def client():
    office()
    return at_the_door()


def address(row) -> str:
    return f"{LIST}{row.pk}/"


def test_a_new_row_goes_into_the_book_and_back_to_the_list(client):
    paper = {"paper.type": "Báo cáo", "paper.code": "08/BC-UBND", "paper.issued_on": "11/1/22", "paper.issuer": "UBND"}
    answer = client.post(f"{LIST}them/", {**paper, "state": "Đã ban hành", "recorded_on": "11/01/2022"}, follow=True)
    assert answer.redirect_chain == [(LIST, 302)]
    assert "Đã thêm “Báo cáo số 08/BC-UBND ngày 11/01/2022”" in answer.text
    assert str(document("08/BC-UBND").agency) == "Sở thử"


def test_the_address_fills_the_form_of_a_new_row(client):
    assert 'value="Kế hoạch"' in client.get(f"{LIST}them/", {"paper.type": "Kế hoạch", "x": "y"}).text


def test_what_is_wrong_stands_beside_its_field(client):
    row = document("14-NQ/TU")
    answer = client.post(address(row), form_of(row, paper__issued_on="32/01/2022", unit="Phòng Lạ"))
    by_name = {field.name: field for field in answer.context["fields"]}
    assert answer.status_code == 422
    assert "không phải ngày" in by_name["paper.issued_on"].errors[0]
    assert "chưa có trong danh mục đơn vị" in by_name["unit"].errors[0]
    assert by_name["paper.issued_on"].value == "32/01/2022"


def test_a_change_is_kept_with_its_reason_and_told_in_words(client):
    row = document("14-NQ/TU")
    client.post(address(row), form_of(row, unit="VP", **{"ly-do": "Văn phòng soạn"}))
    page = client.get(address(row)).text
    assert "<ins>Văn phòng Sở</ins>" in page
    assert "Văn phòng soạn" in page
    assert "Người tổng hợp (minh họa)" in page


def test_a_date_of_the_paper_is_told_before_and_after(client):
    row = document("14-NQ/TU")
    client.post(address(row), form_of(row, paper__issued_on="11/01/2022"))
    page = client.get(address(row)).text
    assert "từ <del>10/01/2022</del> thành <ins>11/01/2022</ins>" in page


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(client):
    row = document("14-NQ/TU")
    old = form_of(row, note="của tôi")
    client.post(address(row), form_of(row, note="của người khác"))
    answer = client.post(address(row), old)
    assert answer.status_code == 422
    assert "có người vừa sửa dòng này" in answer.text
    assert document("14-NQ/TU").note == "của người khác"


@pytest.mark.parametrize("version", ["9" * 5000, "-1", "một", ""])
def test_a_version_that_is_none_is_refused_as_stale(client, version):
    row = document("14-NQ/TU")
    assert client.post(address(row), form_of(row, note="x") | {"version": version}).status_code == 422
    assert document("14-NQ/TU").note == ""


def test_a_state_goes_only_where_a_step_leads(client):
    row = catalogue.register(SLUG).model.objects.get(state="drafting")
    choices = next(f.choices for f in client.get(address(row), {"sua": "1"}).context["fields"] if f.name == "state")
    assert choices == ("Đang soạn thảo", "Đang lấy ý kiến", "Đã trình", "Rút khỏi chương trình")
    answer = client.post(address(row), form_of(row, state="Trả lại"))
    assert "Không chuyển được" in next(f.errors for f in answer.context["fields"] if f.name == "state")[0]


def test_the_trash_asks_first_and_gives_back(client):
    row = document("9001/UBND-MH")
    assert "Bỏ “Công văn số 9001/UBND-MH" in client.get(f"{address(row)}bo/").text
    client.post(f"{address(row)}bo/", {"ly-do": "nhập nhầm"})
    assert client.get(LIST, {"state": "issued"}).context["total"].rows == 2
    assert "9001/UBND-MH" in client.get(LIST, {"thung-rac": "1"}).text
    client.post(f"{address(row)}lay-lai/")
    assert client.get(LIST, {"state": "issued"}).context["total"].rows == 3


@pytest.mark.parametrize("place", ["them/", "{pk}/", "{pk}/bo/", "nhap/"])
def test_those_who_only_read_are_refused_with_a_sentence(place):
    office()
    row = document("14-NQ/TU")
    answer = at_the_door("lanhdao").post(LIST + place.format(pk=row.pk), form_of(row))
    assert answer.status_code == 403
    assert "Vai trò của bạn chỉ được xem" in answer.text
    assert document("14-NQ/TU").version == row.version


def test_those_who_only_read_see_the_row(client):
    page = at_the_door("lanhdao").get(address(document("14-NQ/TU")))
    assert page.status_code == 200
    assert "Bạn chỉ được xem dòng này" in page.text


def test_a_row_is_read_first_and_its_form_is_one_step_away(client):
    row = document("14-NQ/TU")
    page = client.get(address(row))
    facts = page.context["facts"]
    assert ("Số, ký hiệu", "14-NQ/TU") in [(fact.heading, fact.value) for fact in facts.own]
    assert "Ngày vào sổ" in [fact.heading for fact in facts.booked]
    assert "Ghi chú" in [fact.heading for fact in facts.missing]
    assert "fields" not in page.context
    assert 'href="?sua=1#f-note"' in page.text
    assert 'id="f-note"' in client.get(address(row), {"sua": "1"}).text
    assert 'id="f-note"' not in at_the_door("lanhdao").get(address(row), {"sua": "1"}).text


def test_the_way_of_a_row_is_told_up_to_the_step_that_is_next(client):
    row = catalogue.register(SLUG).model.objects.get(state="drafting")
    ladder = client.get(address(row)).context["ladder"]
    assert [(rung.what, rung.is_next) for rung in ladder][:1] == [("Thêm dòng", False)]
    assert [rung.what for rung in ladder if rung.is_next] == ["Trình"]


def test_what_people_wrote_is_never_markup(client):
    row = document("14-NQ/TU")
    client.post(address(row), form_of(row, paper__subject="<script>alert(1)</script>"))
    for page in (LIST, address(row), f"{address(row)}bo/"):
        assert "<script>alert" not in client.get(page).text


def test_a_row_that_was_read_in_a_report_says_where(client):
    row = document("14-NQ/TU")
    assert "Đọc từ tệp" not in client.get(address(row)).text
    letters = Letters("Một dòng.\nBan hành Nghị quyết.", "Một dòng.\nBan hành Nghị quyết.", (Line(0, 9), Line(10, 30)))
    read = Proposed(SLUG, {}, (10, 30), Confidence.LOOK)
    with writing(by=OFFICER) as pen:
        pen.freeze(origin(row, read, Source("bao-cao.md", "0" * 64, letters)))
    assert "Đọc từ tệp bao-cao.md, dòng 2: “Ban hành Nghị quyết.”" in client.get(address(row)).text


def issued() -> None:
    by = User.objects.select_related("agency").get(username="tonghop")
    edition = compile_report(the_period("2022-01"), by.agency, by=by).edition
    issue(edition, on=date(2022, 1, 18), by=by)


def test_a_row_of_an_issued_report_is_not_changed_without_a_reason(client):
    row = document("14-NQ/TU")
    issued()
    assert "đã được tính trong báo cáo tháng 01 năm 2022" in client.get(address(row)).text
    answer = client.post(address(row), form_of(row, unit="VP"))
    assert answer.status_code == 422
    assert "Ghi lý do thay đổi rồi ghi lại." in answer.text
    assert document("14-NQ/TU").unit is None
    client.post(address(row), form_of(row, unit="VP", **{"ly-do": "Văn phòng soạn"}))
    assert document("14-NQ/TU").unit is not None


def test_nor_does_it_go_to_the_trash_or_come_back_without_one(client):
    row = document("14-NQ/TU")
    issued()
    assert client.post(f"{address(row)}bo/").status_code == 422
    assert client.post(f"{address(row)}bo/", {"ly-do": "nhập nhầm"}).status_code == 302
    asked = client.post(f"{address(row)}lay-lai/")
    assert (asked.status_code, "Lấy lại “" in asked.text) == (200, True)
    assert client.post(f"{address(row)}lay-lai/", {"ly-do": ""}).status_code == 422
    assert client.post(f"{address(row)}lay-lai/", {"ly-do": "bỏ nhầm"}).status_code == 302
    page = client.get(address(row)).text
    assert ("Lấy lại từ thùng rác" in page, "bỏ nhầm" in page, "nhập nhầm" in page) == (True, True, True)


def test_a_row_says_which_figures_count_it_and_which_it_just_misses(client):
    by = User.objects.select_related("agency").get(username="tonghop")
    compile_report(the_period("2022-01"), by.agency, by=by)
    told = client.get(address(document("14-NQ/TU"))).context["standings"]
    assert [standing.period.code for standing in told] == ["2022-01"]
    assert ("advice.issued", True) in [(place.key, place.held) for place in told[0].counted]
    window, own = client.get(address(document("9001/UBND-MH"))).context["standings"]
    assert (window.period.code, own.period.code) == ("2022-01", "2022-02")
    assert any(place.because.startswith("sau kỳ") for place in window.near)
    assert "/bao-cao/2022-02/vi-sao/advice.issued/" in client.get(address(document("9001/UBND-MH"))).text


def test_a_row_costs_as_many_queries_however_much_counts_it(client):
    row = document("14-NQ/TU")
    client.get(address(row))
    with CaptureQueriesContext(connection) as asked:
        client.get(address(row))
    assert len(asked) <= 40, "\n".join(query["sql"] for query in asked)
