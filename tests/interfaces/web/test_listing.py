"""A register's list: searched, narrowed, ordered, paged and handed out."""

from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import User
from sokhcn.records.models import Agency, CalendarDay, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.models import Target
from sokhcn.reports.receiving import receive
from tests.interfaces.web.office import SLUG, at_the_door, document, office
from tests.rows import write

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
PAGE = f"/so/{SLUG}/"

ALL = {"tat-ca": "1"}  # or the list begins with the window of the period one works on


def rows_of(answer) -> list[str]:
    records = [row.record for row in answer.context["table"].rows]
    return [record.paper.code if record.paper else record.title for record in records]


@pytest.fixture
def client():
    office()
    return at_the_door()


def test_all_rows_stand_newest_first(client):
    draft = "Dự thảo Chương trình hành động"
    assert rows_of(client.get(PAGE, ALL)) == ["9001/UBND-MH", "14-NQ/TU", "2367/QĐ-UBND", draft]


@pytest.mark.parametrize("asked", ["so huu", "SỞ HỮU", "2367/qd", "tri tue de an"])
def test_search_needs_no_accents(client, asked):
    assert rows_of(client.get(PAGE, {"q": asked})) == ["2367/QĐ-UBND"]


def test_the_window_holds_what_the_indicator_counts(client):
    answer = client.get(PAGE, {"ky": "2022-01"})
    assert "9001/UBND-MH" not in rows_of(answer)
    assert len(rows_of(answer)) == 3
    assert "Bỏ lọc kỳ tháng 01/2022" in answer.text


def test_a_code_that_is_no_period_is_said(client):
    answer = client.get(PAGE, {"ky": "2022-13"})
    assert len(rows_of(answer)) == 4
    assert "Không hiểu kỳ “2022-13”" in answer.text


def test_filters_narrow_by_state_and_by_value(client):
    assert rows_of(client.get(PAGE, {"state": "drafting"})) == ["Dự thảo Chương trình hành động"]
    assert rows_of(client.get(PAGE, {"paper.issuer": "Tỉnh ủy"})) == ["14-NQ/TU"]


def test_the_words_of_the_filter_stand_on_the_print(client):
    page = client.get(PAGE, {"ky": "2022-01", "state": "issued"}).text
    assert "Kỳ tháng 01 năm 2022 (15/12/2021 – 14/01/2022); tình trạng: Đã ban hành" in page


def test_columns_are_ordered_both_ways(client):
    place = next(n for n, c in enumerate(catalogue.register(SLUG).columns) if c.name == "paper.issued_on")
    up = rows_of(client.get(PAGE, {"sort": f"c{place}", "state": "issued"}))
    assert up == ["2367/QĐ-UBND", "14-NQ/TU", "9001/UBND-MH"]
    assert rows_of(client.get(PAGE, {"sort": f"-c{place}", "state": "issued"})) == up[::-1]


@pytest.mark.parametrize(
    "nonsense", ["sort=-c99", "sort=password", "page=0", "page=99", "page=x", "page=²", f"page={'9' * 5000}"]
)
def test_a_strange_address_still_shows_the_list(client, nonsense):
    assert len(rows_of(client.get(f"{PAGE}?{nonsense}&tat-ca=1"))) == 4


def test_htmx_gets_the_table_only(client):
    part = client.get(PAGE, {"q": "so huu"}, headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert 'id="rows"' in part
    assert "2367/QĐ-UBND" in part


def test_an_empty_result_says_what_to_do(client):
    assert "Không có dòng nào theo bộ lọc" in client.get(PAGE, {"q": "không có đâu"}).text
    assert "Sổ chưa có dòng nào" in client.get("/so/co-so/").text


def test_the_csv_is_what_the_importer_reads_back(client):
    answer = client.get(f"{PAGE}tep.csv", {"state": "issued"})
    data = b"".join(answer.streaming_content)
    assert answer["Content-Disposition"] == f'attachment; filename="{SLUG}.csv"'
    sheet = read_csv(data, "tep.csv")
    assert len(sheet.lines) == 3
    by = User.objects.get(username="tonghop")
    receipt = receive(catalogue.register(SLUG), sheet, by=by, today=by.date_joined.date())
    assert (receipt.added, receipt.changed, receipt.same, receipt.findings) == (0, 0, 3, ())


def test_those_who_only_read_see_no_buttons_to_write():
    office()
    page = at_the_door("lanhdao").get(PAGE).text
    assert "Thêm dòng" not in page
    assert "Nhập CSV" not in page


def test_an_unknown_register_is_a_page_that_says_what_registers_are_called(client):
    answer = client.get("/so/khong-co/")
    assert answer.status_code == 404
    assert "sổ, như: co-quan," in answer.text


@pytest.mark.parametrize("slug", [register.slug for register in catalogue.registers()])
def test_every_register_opens_with_its_filters(client, slug):
    assert client.get(f"/so/{slug}/").status_code == 200


def test_a_flag_and_a_year_are_filtered_by(client):
    days = ((date(2022, 1, 3), True), (date(2022, 1, 31), False))
    for day, verified in days:
        write(CalendarDay(day=day, kind=CalendarDay.Kind.OFF, name="Nghỉ", verified=verified))
    listed = client.get("/so/lich-lam-viec/", {"verified": "False"})
    assert listed.context["total"].rows == 1
    about = {"agency": Agency.objects.get(), "recorded_on": date(2022, 1, 5), "indicator": "advice.issued", "value": 9}
    write(Target(year=2022, **about))
    write(Target(year=2023, **about))
    assert client.get("/so/chi-tieu-ke-hoach/", {"year": "2023"}).context["total"].rows == 1
    assert client.get("/so/chi-tieu-ke-hoach/").context["total"].sums == {}  # targets of different units


def fill(rows: int) -> None:
    lines = "".join(f"Công văn,{n}/UBND-T,01/01/2022,UBND tỉnh,về việc số {n}\n" for n in range(1, rows + 1))
    text = 'Tên loại,"Số, ký hiệu",Ngày ban hành,Cơ quan ban hành,Trích yếu\n' + lines
    by = User.objects.get(username="tonghop")
    receive(catalogue.register(SLUG), read_csv(text.encode(), "x"), by=by, today=by.date_joined.date())


def test_a_list_costs_five_queries_however_long_it_is(client):
    """Menu counts, saved views, totals, rows and filter choices; besides them the frame reads session, user, agency,
    regimes, editions and delegations."""
    client.get(PAGE)
    fill(120)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(PAGE, {"ky": "2022-01"})
    tables = [query["sql"] for query in asked]
    framing = (Session._meta.db_table, "people_user", "people_delegation", "records_reportingregime", "records_batch")
    frame = [sql for sql in tables if any(f'FROM "{table}" ' in sql and "UNION" not in sql for table in framing)]
    assert answer.context["total"].rows == 123
    assert len(answer.context["table"].page) == 50
    assert len(answer.content) < 40 << 10
    assert len(tables) - len(frame) - 1 <= 5, "\n".join(tables)


def test_what_nothing_narrows_is_counted_in_a_second_request(client):
    fill(60)
    answer = client.get(PAGE, {"tat-ca": "1", "so_dong": "25"})
    assert (answer.context["total"], len(answer.context["table"].page)) == (None, 25)
    assert f'hx-get="{PAGE}tong/?tat-ca=1' in answer.text
    told = client.get(f"{PAGE}tong/", {"tat-ca": "1"}, headers={"hx-request": "true"}).text
    assert ("64 dòng" in told, 'id="all" hx-swap-oob="true"> trên 64' in told) == (True, True)
    assert client.get(PAGE, {"tat-ca": "1", "tong": "1"}).context["total"].rows == 64


def test_what_else_may_be_asked_and_shown_is_fetched_when_somebody_looks(client):
    asked = {"ky": "2022-01", "state": "issued"}
    page = client.get(PAGE, asked).text
    assert "<select" not in page
    assert '<input type="hidden" name="state" value="issued">' in page
    assert 'value="issued" selected' in client.get(f"{PAGE}dieu-kien/", asked).text
    assert 'value="note"' in client.get(f"{PAGE}cot/", asked).text
    assert "ky=2022-01&amp;state=issued" in client.get(f"{PAGE}cac-cach-xem/", asked).text
    whole = client.get(PAGE, {**asked, "mo": "1"}).text
    assert [mark in whole for mark in ("<select", 'value="note"', 'name="ten"', "Hiện các cột")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_list_begins_with_the_own_unit_and_the_current_window_as_chips(client):
    mine = at_the_door("chuyenvien")
    unit = Unit.objects.get()
    session = mine.session
    session["ky"] = "2022-01"
    session.save()
    assert rows_of(mine.get(PAGE)) == []
    row = document("14-NQ/TU")
    row.unit = unit
    write(row)
    answer = mine.get(PAGE)
    assert rows_of(answer) == ["14-NQ/TU"]
    assert [chip.value for chip in answer.context["asked"].chips] == ["tháng 01/2022", unit.short]
    ways = [chip.without for chip in answer.context["asked"].chips]
    assert ways == [f"unit={unit.pk}", "ky=2022-01"]
    assert [len(rows_of(mine.get(f"{PAGE}?{way}"))) for way in (*ways, "tat-ca=1")] == [1, 3, 4]


def test_chosen_columns_are_kept_for_the_next_time_and_in_a_shared_address(client):
    def shown(asked=None) -> list[str]:
        return [column.header for column in client.get(PAGE, asked or {}).context["table"].columns]

    usual = shown()
    client.post(f"{PAGE}cot/chon/", {"cot": ["note", "unit"], "dia-chi": "tat-ca=1"})
    assert shown()[1:] == ["Đơn vị", "Ghi chú"]
    assert shown({"cot": "paper.issuer"})[1:] == ["Cơ quan ban hành"]
    client.post(f"{PAGE}cot/chon/", {"mac-dinh": "1"})
    assert shown() == usual


def test_a_view_is_saved_under_a_name_shared_and_dropped(client):
    other = at_the_door("chuyenvien")

    def offered(who) -> list[str]:
        return [view.name for view in who.get(f"{PAGE}cac-cach-xem/").context["views"]]

    client.post(f"{PAGE}cach-xem/", {"ten": " Của  tôi ", "dia-chi": "state=issued"})
    client.post(f"{PAGE}cach-xem/", {"ten": "Chung", "dia-chi": "ky=2022-01&page=2", "chung": "1"})
    assert (offered(client), offered(other)) == (["Chung", "Của tôi"], ["Chung"])
    assert 'href="/so/van-ban-tham-muu/?ky=2022-01"' in other.get(f"{PAGE}cac-cach-xem/").text
    other.post(f"{PAGE}cach-xem/", {"bo": "Chung"})
    client.post(f"{PAGE}cach-xem/", {"bo": "Của tôi"})
    assert (offered(client), offered(other)) == (["Chung"], ["Chung"])
    assert "hãy đặt tên" in client.post(f"{PAGE}cach-xem/", {"ten": " "}, follow=True).text


def test_a_search_of_very_many_words_is_answered(client):
    assert client.get(PAGE, {"q": " ".join(f"tu{n}" for n in range(1500))}).status_code == 200
