"""What falls due, as a list and as a month: whose, by which rule, and at a constant price."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency, Unit
from tests.interfaces.web.office import at_the_door, office

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
DAY = date(2022, 1, 12)
LIST, MONTH = f"/den-han/?ngay={DAY}", f"/den-han/lich/?ngay={DAY}"


def falls(title: str, days: int, n: int = 1, *, unit: Unit | None = None) -> None:
    """``n`` rows that fall due so many days after the day."""
    about = {"key": "advice.assigned", "register": "advice.advisorydocument", "version": 1, "unit": unit}
    first, agency = DueDate.objects.count(), Agency.objects.get()
    due_on = DAY + timedelta(days=days)
    rows = (DueDate(row=first + k, due_on=due_on, title=title, agency=agency, **about) for k in range(n))
    DueDate.objects.bulk_create(rows)


@pytest.fixture
def client():
    office()
    return at_the_door()


def test_the_list_says_how_long_and_by_which_rule(client):
    falls("Quá hạn rồi", -2)
    falls("Còn lâu", 40)
    page = client.get(LIST).text
    assert "Quá hạn rồi" in page
    assert "quá hạn 2 ngày" in page
    assert "theo ngày ghi trong sổ" in page
    assert "Còn lâu" not in page
    assert "Còn lâu" in client.get(f"{LIST}&trong=90").text


def test_the_pipeline_counts_each_tier_and_opens_it(client):
    for days, n in ((-1, 2), (0, 3), (7, 1), (8, 4), (60, 5), (90, 6), (91, 7)):
        falls("Việc", days, n)
    answer = client.get(LIST)
    [(_, counts)] = answer.context["lines"]
    assert [many for many, _, _ in counts] == [2, 4, 4, 5, 6]
    for many, first, last in counts:
        asked = f"{LIST}&tu={first or ''}&den={last}"
        assert client.get(asked).context["total"] == many


def test_the_month_shows_three_of_a_day_and_counts_all(client):
    falls("Cùng một ngày", 3, 5)
    page = client.get(MONTH).text
    assert page.count('title="Cùng một ngày"') == 3
    assert "5 việc ngày 15/01/2022" in page


def test_a_head_sees_no_other_unit_even_when_asking_for_all(client):
    agency = Agency.objects.get()
    unit = Unit.objects.get()
    falls("Của đơn vị mình", 1, unit=unit)
    head = at_the_door("truongdonvi")
    DueDate.objects.update(agency=None)
    assert "Của đơn vị mình" not in head.get(f"{LIST}&donvi=tat-ca").text
    DueDate.objects.update(agency=agency)
    assert "Của đơn vị mình" in head.get(LIST).text


@pytest.mark.parametrize("page", [LIST, MONTH])
def test_queries_do_not_grow_with_rows(client, page):
    falls("Việc", 1)
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    falls("Việc", 2, 150, unit=Unit.objects.get())
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)


@pytest.mark.parametrize("asked", ["ngay=31/02/2022", "donvi=KHONG", "so=khong-co", "tu=x"])
def test_a_strange_filter_is_said(client, asked):
    assert client.get(f"/den-han/?{asked}").status_code == 404


@pytest.mark.parametrize("asked", ["page=0", "page=99", "page=²", "trong=x"])
def test_a_strange_address_still_shows_the_list(client, asked):
    assert client.get(f"/den-han/?{asked}").status_code == 200


def test_what_is_overdue_for_two_working_days_is_told_to_the_head_of_the_unit(client):
    unit = Unit.objects.get()
    falls("Quá hạn từ thứ Sáu", -5, unit=unit)  # Friday the 7th; Monday and Tuesday are over on Wednesday the 12th
    falls("Mới quá hạn", -2, unit=unit)  # Monday the 10th
    page = at_the_door("truongdonvi").get(f"/nhac-viec/?ngay={DAY}").text
    assert "1 việc của đơn vị đã quá hạn từ 2 ngày làm việc" in page
    assert "den=2022-01-09" in page
    assert "cần trưởng đơn vị xử lý" not in client.get(f"/nhac-viec/?ngay={DAY}").text
