"""The illustrative support: tasks that begin and end, classes with participants, enterprises that come twice."""

import pytest

from sokhcn.areas.support.models import IntellectualPropertyGuidance, SupportTask, TrainingClass
from tests.areas.illustrated import illustrated
from tests.areas.registers import values

pytestmark = pytest.mark.django_db

MONTHS = tuple(f"2022-{month:02}" for month in range(1, 13))


def test_january_of_the_files_stays_as_it_is():
    illustrated("support")
    assert values("support") == {}


def test_enterprises_that_come_twice_count_once_in_the_year():
    illustrated("support")
    by_month = [values("support", code).get("ip_enterprises", 0) for code in MONTHS]
    assert 20 < values("support", "2022")["ip_enterprises"] < sum(by_month)
    assert IntellectualPropertyGuidance.objects.count() > 70


def test_classes_are_held_and_somebody_comes():
    illustrated("support")
    assert 15 <= TrainingClass.objects.filter(held_on__year=2022).count() <= 30
    assert all(row.enterprises and row.officials and row.state == "held" for row in TrainingClass.objects.all())


def test_a_task_is_completed_if_and_only_if_it_has_an_end():
    illustrated("support")
    states = {(row.state, row.ended_on is None) for row in SupportTask.objects.all()}
    assert states == {("running", True), ("completed", False)}
