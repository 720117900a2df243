"""Which key tasks fall due in the month to come."""

from datetime import date

import pytest

from tests.areas.programme.factories import key_task
from tests.areas.registers import agency, falling_due

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2022, 1, 14), {"late due": ["Nhiệm vụ NV-01"]}),
        (date(2022, 1, 15), {"due": ["Nhiệm vụ NV-01"]}),
        (date(2022, 2, 14), {"due": ["Nhiệm vụ NV-01"]}),
        (date(2022, 2, 15), {"running": ["Nhiệm vụ NV-01"]}),
        (None, {"running": ["Nhiệm vụ NV-01"]}),
    ],
)
def test_a_begun_task_is_overdue_due_or_running(due_on, expected):
    key_task(state="running", started_on=date(2022, 1, 4), due_on=due_on)
    assert falling_due("programme", "2022-02") == expected


@pytest.mark.parametrize("state", ["draft", "completed", "removed"])
def test_what_is_done_or_out_of_the_programme_does_not_fall_due(state):
    key_task(state=state, due_on=date(2022, 2, 1), completed_on=date(2022, 1, 5))
    assert falling_due("programme", "2022-02") == {}


def test_tasks_of_others_and_tasks_not_begun_are_left_out():
    key_task(due_on=date(2022, 2, 1), agency=agency("KHAC"))
    key_task(due_on=date(2022, 6, 1))
    assert falling_due("programme", "2022-02") == {}
