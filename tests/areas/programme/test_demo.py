"""The illustrative programme: tasks of the files get done, none is added, last year's programme is whole."""

from datetime import date

import pytest

from sokhcn.areas.programme.models import KeyTask
from tests.areas.illustrated import illustrated
from tests.areas.programme.factories import key_task
from tests.areas.registers import values

pytestmark = pytest.mark.django_db


def test_last_years_programme_is_whole_and_none_is_added_to_this_years():
    illustrated("programme")
    assert values("programme") == {}
    assert values("programme", "2021")["key_tasks"] == 30
    assert not KeyTask.objects.filter(year=2022).exists()


def test_most_plans_come_in_the_first_quarter():
    illustrated("programme")
    assert values("programme", "2022-Q1")["plans"] > values("programme", "2022")["plans"] / 2


def test_tasks_of_the_files_are_done_near_their_deadline_and_count_as_before():
    for number in range(1, 31):
        key_task(f"NV-{number:02}", due_on=date(2022, number % 11 + 2, 10))
    illustrated("programme")
    assert values("programme")["key_tasks"] == values("programme", "2022")["key_tasks"] == 30
    done = KeyTask.objects.filter(year=2022, state="completed")
    assert 24 <= done.count() < 30
    assert all(abs((task.completed_on - task.due_on).days) <= 40 for task in done)
    left = KeyTask.objects.filter(year=2022).exclude(state="completed")
    assert {(task.state, task.completed_on) for task in left} == {("running", None)}
