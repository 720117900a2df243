"""What counts of plans and key tasks."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.programme.factories import key_task, plan
from tests.areas.registers import agency, misses, trash, values

pytestmark = pytest.mark.django_db

IN, AFTER = date(2022, 1, 14), date(2022, 1, 15)


@pytest.mark.parametrize(
    ("adopted_on", "recorded_on", "counts"),
    [
        (date(2021, 12, 14), IN, False),
        (date(2021, 12, 15), AFTER, True),
        (IN, AFTER, True),
        (AFTER, IN, False),
        (None, IN, True),
        (None, AFTER, False),
    ],
)
def test_a_plan_counts_by_its_day_and_without_one_by_the_book(adopted_on, recorded_on, counts):
    row = plan(adopted_on=adopted_on, recorded_on=recorded_on)
    assert values("programme") == ({"plans": 1} if counts else {})
    assert [pk for pk, _ in misses("programme.plans")] == ([] if counts else [row.pk])


def test_a_plan_that_is_not_ready_or_not_ours_nearly_counts():
    unfinished = plan(state="drafting")
    foreign = plan("Kế hoạch B", agency=agency("KHAC"))
    plan("Kế hoạch C", state="withdrawn")
    trash(plan("Kế hoạch D"))
    assert values("programme") == {}
    assert misses("programme.plans") == [(unfinished.pk, "đang xây dựng"), (foreign.pk, "thuộc cơ quan khác")]


@pytest.mark.parametrize("state", ["planned", "running", "extension", "completed", "carried"])
def test_a_key_task_belongs_to_the_programme_however_far_it_is(state):
    key_task(state=state, completed_on=IN if state == "completed" else None)
    assert values("programme")["key_tasks"] == values("programme", "2022-12")["key_tasks"] == 1


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"state": "draft"}, "còn dự kiến"),
        ({"state": "removed"}, "đã đưa ra khỏi chương trình"),
        ({"year": 2021}, "thuộc chương trình năm trước"),
        ({"year": 2023}, "thuộc chương trình năm sau"),
        ({"year": 2020}, None),
        ({"agency": "KHAC"}, "thuộc cơ quan khác"),
    ],
)
def test_what_is_no_key_task_of_the_year(told, because):
    row = key_task(**{**told, **({"agency": agency(told["agency"])} if "agency" in told else {})})
    assert values("programme") == {}
    assert misses("programme.key_tasks") == ([(row.pk, because)] if because else [])


def test_a_trashed_key_task_is_gone_and_its_code_is_free():
    trash(key_task())
    assert values("programme") == {}
    key_task()
    with pytest.raises(IntegrityError):
        key_task()


def test_a_completed_task_has_its_day():
    with pytest.raises(IntegrityError):
        key_task(state="completed")
