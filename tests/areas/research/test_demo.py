"""The illustrative tasks: each day of a contract in its place, the state that of the last day, stocks that add up."""

from datetime import date

import pytest

from sokhcn.areas.research.models import Disbursement, Task
from tests.areas.illustrated import illustrated
from tests.areas.registers import values
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db

STEPS = (
    ("closed_on", "closed"),
    ("recognised_on", "recognised"),
    ("registered_on", "registered"),
    ("accepted_on", "accepted"),
    ("started_on", "running"),
)


def test_states_follow_from_the_days_and_the_days_from_each_other():
    for number in range(1, 9):
        start, end = date(2020, number, 1), date(2022, number, 28)
        task(code=f"TINH.MH-{number:02}", started_on=start, ends_on=end, state="running", host=None)
    illustrated("research")
    for row in Task.objects.exclude(started_on=None):
        assert row.state == next(state for day, state in STEPS if getattr(row, day)), row.code
        days = [
            row.started_on,
            row.accepted_on,
            row.registered_on,
            row.recognised_on,
            row.handed_over_on,
            row.closed_on,
        ]
        known = [day for day in days if day]
        assert known == sorted(known), row.code
        assert max(known) <= date(2022, 12, 31)
        assert (row.rating != "") == (row.accepted_on is not None)
    assert Task.objects.filter(state="closed", started_on__year=2020).count() >= 3


def test_what_surrounds_a_contract_keeps_its_order_and_january_has_none_of_it():
    illustrated("research")
    told = (
        "proposed",
        "listed",
        "approved",
        "councils",
        "checks",
        "adjusted",
        "disbursed",
    )
    year = values("research", "2022")
    assert [key for key in told if not year.get(key)] == []
    assert [key for key in told if values("research").get(key)] == []
    for paid in Disbursement.objects.select_related("task"):
        assert paid.task.started_on <= paid.paid_on <= (paid.settled_on or date.max)


def test_managed_is_what_was_managed_before_and_what_began_less_what_ended():
    illustrated("research")
    opening = values("research").get("managed", 0)
    for code, last in (("2022-Q1", date(2022, 3, 14)), ("2022-6T1", date(2022, 6, 14)), ("2022", date(2022, 12, 14))):
        days = (date(2022, 1, 15), last)
        begun, ended = Task.objects.filter(started_on__range=days), Task.objects.filter(closed_on__range=days)
        assert values("research", code)["managed"] == opening + begun.count() - ended.count()


def test_january_of_the_files_has_no_task_of_the_year_and_the_year_before_has_some():
    illustrated("research")
    assert values("research") == {}
    assert values("research", "2021")["accepted"] >= 5
