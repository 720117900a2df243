"""The page “Tra cứu”: its hits, where they stand, and what it says when there are none."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import User
from sokhcn.records.models import Establishment
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import at_the_door, document, office
from tests.rows import write_all

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
PAGE = "/tra-cuu/"


@pytest.fixture
def client():
    office()
    return at_the_door()


def headings(answer) -> list[str]:
    return [panel.heading for panel in answer.context["panels"]]


def test_the_box_stands_on_every_page_and_leads_here(client):
    page = client.get("/bao-cao/").text
    assert 'action="/tra-cuu/"' in page
    assert "Tìm một lần trong mọi sổ" in client.get(PAGE).text


@pytest.mark.parametrize("asked", ["2367", "quyet dinh 2367", "Quyết định số 2367/QĐ-UBND ngày 21/12/2021"])
def test_a_number_stands_above_and_opens_its_row(client, asked):
    answer = client.get(PAGE, {"q": asked})
    assert headings(answer) == ["Khớp đúng"]
    row = document("2367/QĐ-UBND")
    assert f'href="/so/van-ban-tham-muu/{row.pk}/"' in answer.text
    assert f'href="/so/van-ban-vien-dan/{row.paper.pk}/"' in answer.text


def test_the_part_that_was_found_is_marked_and_the_field_named(client):
    page = client.get(PAGE, {"q": "so huu tri tue", "so": "van-ban-tham-muu"}).text
    assert "Trích yếu:</span> ban hành Đề án <mark>sở hữu trí tuệ</mark>" in " ".join(page.split())


def test_what_people_type_is_text_and_no_markup(client):
    write_all([Establishment(name="<b>Trạm cân</b> & bạn")])
    page = client.get(PAGE, {"q": "<b>trạm"}).text
    assert "<b>Trạm" not in page
    assert "&lt;<mark>b&gt;Trạm</mark> cân&lt;/b&gt; &amp; bạn" in page


def test_an_issued_text_is_found_and_opens_its_draft(client):
    compile_report(the_period("2022-01"), catalogue_agency(), by=User.objects.get(username="tonghop"))
    answer = client.get(PAGE, {"q": "bảo đảm tiến độ", "so": "bao-cao"})
    assert 'href="/bao-cao/2022-01/?du-thao=1"' in answer.text
    assert "Mọi việc <mark>bảo đảm tiến độ</mark>" in answer.text


def catalogue_agency():
    return catalogue.register("co-quan").model.objects.get()


def test_hits_of_one_register_and_pages(client):
    write_all(Establishment(name=f"Trạm cân {n:03}") for n in range(60))
    answer = client.get(PAGE, {"q": "tram can", "so": "co-so", "page": "2"})
    assert "Kết quả 51–60 trên 60" in answer.text
    assert "page=1" in answer.text
    assert client.get(PAGE, {"q": "tram can", "page": "²"}).status_code == 200


def test_a_year_narrows_to_the_days_of_its_rows(client):
    answer = client.get(PAGE, {"q": "quyết định", "nam": "2021"})
    assert "<mark>Quyết định</mark> số 2367/QĐ-UBND" in " ".join(answer.text.split())
    assert {year for year, _ in answer.context["years"]} >= {2021}
    none = client.get(PAGE, {"q": "2367", "nam": "1999"})
    assert "Không có kết quả nào trong sổ và năm đã chọn." in none.text
    assert client.get(PAGE, {"q": "2367", "nam": "²²²²"}).context["year"] == 0


def test_over_a_thousand_are_not_counted(client):
    write_all(Establishment(name=f"Trạm cân {n:04}") for n in range(1002))
    assert "Kết quả 1–50 trên hơn 1.000" in client.get(PAGE, {"q": "tram can"}).text


def test_nothing_found_says_what_to_do(client):
    page = client.get(PAGE, {"q": "không có thật"}).text
    assert "Không thấy “không có thật”" in page
    assert client.get(PAGE, {"q": "x", "so": "khong-co"}).status_code == 404


def test_a_page_asks_once_for_each_register_however_many_rows_it_shows(client):
    client.get(PAGE, {"q": "minh họa"})

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(PAGE, {"q": "tram"}).status_code == 200
        return len(asked)

    write_all([Establishment(name="Trạm 1")])
    one = queries()
    write_all(Establishment(name=f"Trạm {n}") for n in range(2, 40))
    # Session, user, two for the search, the rows, the counts of the menu, the period.
    assert (one, queries()) == (one, one)
    assert one <= 9


def test_nobody_searches_without_entering():
    from django.test import Client

    assert Client().get(PAGE, {"q": "x"}).status_code == 302
