"""The report on screen: its page, the reasons of its figures, compiling again, its files."""

from dataclasses import replace
from datetime import date

import pytest

from sokhcn.interfaces.web import files
from sokhcn.people.models import User
from sokhcn.records.models import ReportingRegime
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, document, form_of, office
from tests.rows import write

pytestmark = pytest.mark.django_db
PAGE = "/bao-cao/2022-01/"
FIGURE = '<a class="fig" href="/bao-cao/2022-01/vi-sao/advice.issued/?du-thao=1" data-key="advice.issued">02</a>'


@pytest.fixture
def client():
    agency = office()
    compile_report(the_period("2022-01"), agency, by=User.objects.get(username="tonghop"))
    return at_the_door()


def move_out(client) -> None:
    """Give a document of January a day after the window."""
    row = document("14-NQ/TU")
    client.post(f"/so/{SLUG}/{row.pk}/", form_of(row, paper__issued_on="15/01/2022"))


def test_the_first_page_is_the_latest_report(client):
    assert PAGE in client.get("/").text


def test_figures_of_the_page_lead_to_their_reasons(client):
    page = client.get(PAGE).text
    assert FIGURE in page
    assert '<body class="app focus">' in page
    assert "Dự thảo 1" in page
    assert 'href="#s-advice"' in page
    assert 'id="s-advice"' in page


def test_the_reasons_name_what_counted_and_what_nearly_did(client):
    page = client.get(f"{PAGE}vi-sao/advice.issued/").text
    for told in ("Vì sao", "2 dòng được tính", "14-NQ/TU", "2367/QĐ-UBND", "9001/UBND-MH", "sau kỳ: ban hành trong kỳ"):
        assert told in page
    assert "Điều 12 Nghị định số 09/2019/NĐ-CP" in page


def test_htmx_gets_the_reasons_only(client):
    part = client.get(f"{PAGE}vi-sao/advice.issued/", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "2 dòng được tính" in part


def test_a_figure_that_the_registers_no_longer_bear_out_says_so(client):
    move_out(client)
    assert "Dự thảo 1 ghi 02; sổ hiện nay cho 01" in client.get(f"{PAGE}vi-sao/advice.issued/").text


def test_compiling_again_shows_the_changes_first(client):
    move_out(client)
    page = client.get(f"{PAGE}tong-hop/").text
    assert "2 số thay đổi" in page
    assert "<del>02</del>" in page
    assert "<ins>01</ins>" in page
    assert Edition.objects.count() == 1
    client.post(f"{PAGE}tong-hop/")
    assert "Dự thảo 2" in client.get(PAGE).text
    assert "Dự thảo 1" in client.get(PAGE, {"du-thao": "1"}).text


def test_compiling_the_same_again_makes_no_draft(client):
    assert "vẫn là dự thảo 1" in client.post(f"{PAGE}tong-hop/", follow=True).text
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("login", ["chuyenvien", "lanhdao", "quantri"])
def test_only_the_compiler_compiles(client, login):
    other = at_the_door(login)
    assert "Tổng hợp lại" not in other.get(PAGE).text
    answer = other.post(f"{PAGE}tong-hop/")
    assert answer.status_code == 403
    assert "Chỉ người tổng hợp được tổng hợp báo cáo" in answer.text


def test_a_period_without_a_report_says_what_to_do(client):
    assert "Kỳ này chưa được tổng hợp" in client.get("/bao-cao/2022-02/").text


def test_a_code_that_is_no_period_is_a_page_that_says_so(client):
    answer = client.get("/bao-cao/thang-mot/")
    assert answer.status_code == 404
    assert "Không hiểu kỳ “thang-mot”" in answer.text


def test_reports_are_listed_by_period(client):
    assert 'href="/bao-cao/2022-01/"' in client.get("/bao-cao/").text
    assert client.get("/bao-cao/", {"ky": "2022-q1"})["Location"] == "/bao-cao/2022-Q1/"
    assert client.get("/bao-cao/", {"ky": "Q1", "nam": "2022"})["Location"] == "/bao-cao/2022-Q1/"
    assert client.get("/bao-cao/", {"ky": "", "nam": "2022"})["Location"] == "/bao-cao/2022/"
    by_calendar = client.get("/bao-cao/", {"ky": "01", "nam": "2022", "lich": "1"})
    assert by_calendar["Location"] == "/bao-cao/2022-01@lich/"


def test_files_are_offered_with_their_size(client):
    page = client.get(f"{PAGE}tep/").text
    for form in ("docx", "pdf", "html", "xlsx", "json", "txt"):
        assert f"bao-cao-2022-01.{form}" in page
    assert " KB" in page


@pytest.mark.parametrize(
    ("form", "kind", "start"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("pdf", "application/pdf", b"%PDF"),
        ("json", "application/json", b"{"),
    ],
)
def test_a_file_has_its_name_and_type(client, form, kind, start):
    answer = client.get(f"{PAGE}tep/{form}/")
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'attachment; filename="bao-cao-2022-01.{form}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content.startswith(start)


def test_an_unknown_form_is_said(client):
    answer = client.get(f"{PAGE}tep/odt/")
    assert answer.status_code == 404
    assert "Không có dạng tệp “odt”" in answer.text


def test_proposals_have_a_page(client):
    assert "tháng 02/2022" in client.get(f"{PAGE}de-xuat/").text


def test_files_are_kept_for_one_edition_only(client, monkeypatch):
    edition = Edition.objects.get()
    first = files.written(edition, "txt")
    monkeypatch.setattr(files, "export", lambda *asked: replace(first, data=b"made again"))
    assert files.written(edition, "txt").data == first.data
    edition.digest = "f" * 64  # another report, in the same place
    assert files.written(edition, "txt").data == b"made again"


def test_the_reasons_lead_to_the_year_to_date_and_the_year_before(client):
    page = client.get(f"{PAGE}vi-sao/advice.issued/").text
    for aspect in ("to_date", "last_year"):
        link = f"{PAGE}vi-sao/advice.issued@{aspect}/"
        assert f'href="{link}"' in page
        assert "Căn cứ, cách tính" in client.get(link).text
    assert "15/12/2020 – 14/01/2021" in client.get(f"{PAGE}vi-sao/advice.issued@last_year/").text


def test_a_figure_that_was_reckoned_shows_its_formula_and_leads_to_its_operands(client):
    page = client.get(f"{PAGE}vi-sao/advice.issued@growth/").text
    assert "÷" in page
    assert f'href="{PAGE}vi-sao/advice.issued@last_year/"' in page


@pytest.mark.parametrize("code", ["2022-9T", "2022-01-01..2022-01-31", "2022-01@lich"])
def test_every_period_has_a_page(client, code):
    page = client.get(f"/bao-cao/{code}/")
    assert page.status_code == 200
    assert ("(quy ước)" in page.text) is (code == "2022-9T")
    assert client.get(f"/bao-cao/{code}/de-xuat/").status_code == 200


def test_nine_months_are_flagged_as_a_convention_on_their_report(client):
    client.post("/bao-cao/2022-9T/tong-hop/")
    assert "14/09/2022 (quy ước)" in client.get("/bao-cao/2022-9T/").text
    assert "14/09/2022 (quy ước)" in client.get("/bao-cao/").text


def test_a_free_window_has_no_outline_and_says_so(client):
    assert "Chưa có đề cương" in client.post("/bao-cao/2022-01-01..2022-01-31/tong-hop/", follow=True).text


def test_a_report_to_another_addressee_has_pages_of_its_own(client):
    page = "/bao-cao/2022-Q1/"
    client.post(f"{page}tong-hop/?du-thao=bo/0")
    assert Edition.objects.get(period_code="2022-Q1").label == "2022-Q1:bo/1"
    assert "Kính gửi: Bộ Khoa học và Công nghệ" in client.get(f"{page}?du-thao=bo/1").text
    assert client.get(f"{page}vi-sao/advice.issued/?du-thao=bo/1").status_code == 200
    listed = client.get("/bao-cao/").text
    assert f'href="{page}?du-thao=bo/1"' in listed
    assert "gửi Bộ Khoa học và Công nghệ" in listed
    assert client.get(f"{page}tep/txt/?du-thao=bo/1").status_code == 200
    assert client.get(f"{page}?du-thao=1").status_code == 404


def test_compiling_for_another_addressee_in_vain_leads_back_there(client):
    office_address = "/bao-cao/2022-Q1/tong-hop/?du-thao=bo/0"
    assert "/bao-cao/2022-Q1/?du-thao=bo/0" in client.get(office_address).text
    refused = client.post("/bao-cao/2022-01/tong-hop/?du-thao=bo/0")
    assert refused["Location"] == "/bao-cao/2022-01/?du-thao=bo/0"


def test_an_edition_is_listed_by_the_days_that_it_was_compiled_for(client):
    client.post("/bao-cao/2022-01@lich/tong-hop/")
    regime = {"name": "Chế độ khác", "basis": "Nghị định khác", "valid_from": date(2019, 3, 12)}
    write(ReportingRegime(code="ND09-2019", use="periodic", first_day=20, **regime))
    write(ReportingRegime(code="lich", use="periodic", first_day=10, **regime))  # 2022-01@lich means nothing now
    page = client.get("/bao-cao/").text
    assert "15/12/2021 – 14/01/2022" in page
    assert "01/01/2022 – 31/01/2022" in page
