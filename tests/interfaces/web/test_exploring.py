"""The page “Thống kê”: what it begins with, what its address says, and that every cell opens its rows."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.records.models import Agency, Unit
from tests.interfaces.web.office import at_the_door, document, office
from tests.rows import unit, write

pytestmark = pytest.mark.django_db
PAGE = "/thong-ke/"
ISSUED = {"chi-tieu": "advice.issued", "theo": "thang", "tu": "2022", "den": "2022"}
CELL = re.compile(r'<td class="num[^"]*"><a href="([^"]+)">([^<]+)</a>')


@pytest.fixture
def client():
    office()
    row = document("14-NQ/TU")
    row.unit = Unit.objects.get()
    write(row, reason="ghi đơn vị")
    return at_the_door()


def cells(client, **asked: str) -> list[tuple[str, str]]:
    return CELL.findall(client.get(PAGE, {**ISSUED, **asked}).text)


def test_it_begins_with_the_months_of_the_year_and_the_chapter_of_ones_own(client):
    answer = client.get(PAGE)
    assert answer.context["found"].wanted.keys[0].startswith("advice.")
    assert len(answer.context["headings"]) == 13


@pytest.mark.parametrize(("of", "months"), [("", ["2", "1"]), ("VP", ["1", "0"]), ("khong-don-vi", ["1", "1"])])
def test_every_cell_opens_the_rows_that_it_counts(client, of, months):
    told = cells(client, **{"don-vi": of})
    assert [value for _, value in told[:2]] == months
    for link, value in (told[0], told[12]):
        assert client.get(link).context["figure"].value == int(value)


def test_a_cell_of_one_unit_opens_the_rows_of_that_unit_alone(client):
    [(link, value), *_] = cells(client, **{"don-vi": "VP"})
    page = client.get(link).text
    assert value == "1"
    assert "14-NQ/TU" in page
    assert "2367/QĐ-UBND" not in page
    assert "thuộc Văn phòng" in page


def test_the_cells_of_another_unit_are_not_there_for_who_reaches_one(client):
    other = unit(Agency.objects.get(), "KHAC")
    head = at_the_door("truongdonvi")
    assert other.short not in head.get(PAGE, {**ISSUED, "don-vi": "tung"}).text
    assert head.get(PAGE, {**ISSUED, "don-vi": "KHAC"}).status_code == 422
    assert head.get("/bao-cao/2022-01/vi-sao/advice.issued/?don-vi=KHAC").status_code == 404
    assert head.get(f"{PAGE}tep.xlsx", {**ISSUED, "don-vi": "KHAC"}).status_code == 404


def test_the_table_leaves_as_a_chart_and_as_a_workbook(client):
    chart = client.get(f"{PAGE}bieu-do/dark.svg", {**ISSUED, "don-vi": "tung"})
    assert chart["Content-Type"] == "image/svg+xml"
    assert "Văn phòng, văn bản" in chart.text
    assert client.get(f"{PAGE}tep.xlsx", ISSUED).content[:2] == b"PK"
    assert client.get(f"{PAGE}bieu-do/sepia.svg", ISSUED).status_code == 404


@pytest.mark.parametrize("sought", ["van ban quy pham", "QUY PHẠM văn bản"])
def test_indicators_are_found_without_accents_and_what_is_chosen_stays(client, sought):
    page = " ".join(client.get(PAGE, {**ISSUED, "tim": sought}).text.split())
    assert 'value="advice.normative"' in page
    assert 'value="advice.issued" checked' in page
    assert 'value="metrology.jobs"' not in page


def test_what_cannot_be_asked_is_said_and_nothing_is_lost(client):
    answer = client.get(PAGE, {**ISSUED, "theo": "khac", "ky": "2022-13"})
    assert answer.status_code == 422
    assert "Không hiểu kỳ “2022-13”" in answer.text
    assert 'value="2022-13"' in answer.text


def test_queries_do_not_grow_with_cells_of_a_register(client):
    client.get(PAGE, ISSUED)
    with CaptureQueriesContext(connection) as one:
        client.get(PAGE, ISSUED)
    with CaptureQueriesContext(connection) as more:
        client.get(PAGE, {**ISSUED, "chi-tieu": ["advice.issued", "advice.normative"], "don-vi": "tung"})
    assert len(more) == len(one) + 1  # the units
    assert len(one) == 13
