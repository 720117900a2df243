"""Which science and technology tasks count as managed and as accepted, by level and rating."""

import re
from datetime import date
from typing import Any

import pytest

from tests.areas.registers import agency, misses, trash, values
from tests.areas.research.factories import accepted, task

pytestmark = pytest.mark.django_db

LAST, AFTER = date(2022, 1, 14), date(2022, 1, 15)
MANAGED = {"managed": 1, "managed_provincial": 1}
ASKED = re.compile(
    r"(managed|accepted)(_(national|ministerial|provincial|grassroots|passed|excellent|good|average|failed))?"
)


def counted() -> dict[str, Any]:
    """What is managed and accepted, in all and by level and rating."""
    return {key: value for key, value in values("research").items() if ASKED.fullmatch(key)}


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"started_on": LAST}, None),
        ({"started_on": AFTER}, "hợp đồng bắt đầu sau kỳ"),
        ({"started_on": None}, "chưa ghi ngày bắt đầu hợp đồng"),
        ({"state": "draft"}, "còn là dự thảo"),
        ({"state": "approved", "approved_on": date(2021, 2, 1)}, "đã phê duyệt, chưa ký hợp đồng"),
        ({"state": "not_accepted", "accepted_on": date(2021, 9, 1), "rating": "fail"}, None),
        ({"state": "terminated", "terminated_on": AFTER}, None),
        ({"state": "terminated", "terminated_on": LAST}, "đã chấm dứt"),
        ({"state": "closed", "closed_on": AFTER}, None),
        ({"state": "closed", "closed_on": LAST}, "đã thanh lý hợp đồng"),
        ({"state": "closed", "closed_on": date(2021, 12, 14)}, "đã thanh lý hợp đồng"),
        ({"ends_on": date(2021, 12, 31)}, None),
    ],
)
def test_a_task_is_managed_while_its_contract_is_open_on_the_last_day(told, because):
    row = task(**told)
    assert counted() == ({} if because else MANAGED)
    assert misses("research.managed") == ([(row.pk, because)] if because else [])


def test_a_contract_liquidated_long_ago_is_not_even_near():
    task(state="closed", closed_on=date(2020, 5, 4), started_on=date(2018, 5, 4), ends_on=None)
    assert misses("research.managed") == []


def test_other_agencies_and_the_trash_are_left_out():
    foreign = accepted(agency=agency("KHAC"))
    trash(accepted())
    assert counted() == {}
    assert misses("research.managed") == misses("research.accepted") == [(foreign.pk, "thuộc cơ quan khác")]


@pytest.mark.parametrize("level", ["national", "ministerial", "provincial", "grassroots"])
def test_each_level_counts_for_itself(level):
    accepted(level=level)
    expected = ("managed", f"managed_{level}", "accepted", f"accepted_{level}", "accepted_passed")
    assert counted() == dict.fromkeys(expected, 1)


@pytest.mark.parametrize(
    ("day", "because"),
    [
        (date(2021, 12, 14), "nghiệm thu trước kỳ"),
        (date(2021, 12, 15), None),
        (LAST, None),
        (AFTER, "nghiệm thu sau kỳ"),
    ],
)
def test_an_acceptance_counts_by_its_day(day, because):
    row = accepted(day)
    expected = {} if because else {"accepted": 1, "accepted_provincial": 1, "accepted_passed": 1}
    assert counted() == {**MANAGED, **expected}
    assert misses("research.accepted") == ([(row.pk, because)] if because else [])


def test_without_a_day_of_acceptance_the_book_does_not_stand_in():
    task(recorded_on=LAST)
    assert counted() == MANAGED


def test_a_task_accepted_and_liquidated_in_the_month_is_accepted_but_no_longer_managed():
    task(state="closed", accepted_on=date(2021, 12, 20), rating="pass", closed_on=LAST)
    assert counted() == {"accepted": 1, "accepted_provincial": 1, "accepted_passed": 1}


@pytest.mark.parametrize(
    ("rating", "key"),
    [
        ("pass", "accepted_passed"),
        ("excellent", "accepted_excellent"),
        ("good", "accepted_good"),
        ("average", "accepted_average"),
        ("fail", "accepted_failed"),
    ],
)
def test_ratings_are_told_apart(rating, key):
    accepted(rating=rating)
    unrated = accepted(rating="")
    found = counted()
    assert found["accepted"] == 2
    assert {name for name in found if found[name] == 1} == {key}
    assert misses(f"research.{key}") == [(unrated.pk, "chưa ghi xếp loại")]
