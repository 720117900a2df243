"""What counts as support in a month."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError

from sokhcn.areas.support.models import SupportTask
from tests.areas.registers import agency, misses, trash, values
from tests.areas.support.factories import guidance, task, training

pytestmark = pytest.mark.django_db

BOOKED_BEFORE, BOOKED_AFTER = {"recorded_on": date(2022, 1, 14)}, {"recorded_on": date(2022, 1, 15)}


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({"started_on": date(2022, 1, 14)}, True),
        ({"started_on": date(2022, 1, 15)}, False),
        ({"started_on": None, **BOOKED_BEFORE}, True),
        ({"started_on": None, **BOOKED_AFTER}, False),
        ({"state": "completed", "ended_on": date(2022, 1, 14)}, True),
        ({"state": "completed", "ended_on": date(2022, 1, 13)}, False),
        ({"state": "stopped", "ended_on": date(2022, 2, 1)}, True),
        ({"state": "proposed"}, False),
        ({"state": "approved"}, False),
    ],
)
def test_a_task_counts_while_it_runs_on_the_last_day(told, counts):
    row = task(**told)
    found = values("support")
    assert (found.get("tasks", 0), found.get("tasks_quality_system", 0)) == (counts, counts)
    assert [pk for pk, _ in misses("support.tasks")] == ([] if counts else [row.pk])


def test_tasks_count_by_kind_and_the_kinds_add_up():
    for number, kind in enumerate(SupportTask.Kind.values):
        task(f"HT-{number}", kind=kind)
    named, other = ("quality_system", "technology", "startup"), ("property", "traceability", "award")
    ones = dict.fromkeys((f"tasks_{name}" for name in (*named, *other, "training", "standard", "brand")), 1)
    assert values("support") == {"tasks": 10, "tasks_other": 7, **ones}


def test_another_agency_and_the_trash_do_not_count():
    elsewhere = task("HT-2", agency=agency("KHAC"))
    trash(task("HT-3"))
    trash(training())
    trash(guidance())
    assert values("support") == {}
    assert misses("support.tasks") == [(elsewhere.pk, "thuộc cơ quan khác")]


@pytest.mark.parametrize(
    ("day", "counts"),
    [(date(2021, 12, 14), 0), (date(2021, 12, 15), 1), (date(2022, 1, 14), 1), (date(2022, 1, 15), 0)],
)
def test_classes_and_guidance_count_by_their_day(day, counts):
    row = training(held_on=day)
    guided = guidance(guided_on=day)
    found = values("support")
    assert (found.get("classes", 0), found.get("ip_enterprises", 0)) == (counts, counts)
    assert [pk for pk, _ in misses("support.classes")] == ([] if counts else [row.pk])
    assert [pk for pk, _ in misses("support.ip_enterprises")] == ([] if counts else [guided.pk])


def test_attendance_adds_up_over_start_up_classes_that_were_held():
    training("một", enterprises=40, officials=30)
    training("hai", enterprises=2, individuals=5)
    planned = training("ba", enterprises=100, state="planned")
    training("bốn", enterprises=100, field="quality")
    attended = {"class_enterprises": 42, "class_officials": 30, "class_individuals": 5}
    elsewhere = {"classes_other": 1, "classes_quality": 1, "other_enterprises": 100}
    assert values("support") == {"classes": 2, **attended, **elsewhere}
    assert misses("support.classes") == [(planned.pk, "mới dự kiến")]


def test_an_enterprise_guided_twice_counts_once():
    guidance()
    guidance(ip_kind="invention")
    guidance("Cơ sở B")
    assert values("support") == {"ip_enterprises": 2}


def test_a_task_that_is_over_has_its_day():
    with pytest.raises(IntegrityError):
        task(state="completed")


def test_a_budget_is_stored_as_it_is_read_again():
    row = task(budget=60)
    stored = SupportTask.objects.get()
    assert (row.budget, stored.budget) == (Decimal("60.000"), row.budget)
