"""Which science and technology tasks count as managed and as accepted."""

from datetime import date

import pytest

from tests.areas.registers import agency, misses, trash, values
from tests.areas.research.factories import accepted, task

pytestmark = pytest.mark.django_db

LAST, AFTER = date(2022, 1, 14), date(2022, 1, 15)
MANAGED = {"managed": 1, "managed_provincial": 1}


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"started_on": LAST}, None),
        ({"started_on": AFTER}, "hợp đồng bắt đầu sau kỳ"),
        ({"started_on": None}, "chưa ghi ngày bắt đầu hợp đồng"),
        ({"state": "draft"}, "còn là dự thảo"),
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
    assert values("research") == ({} if because else MANAGED)
    assert misses("research.managed") == ([(row.pk, because)] if because else [])


def test_a_contract_liquidated_long_ago_is_not_even_near():
    task(state="closed", closed_on=date(2020, 5, 4), started_on=date(2018, 5, 4), ends_on=None)
    assert misses("research.managed") == []


def test_other_agencies_and_the_trash_are_left_out():
    foreign = accepted(agency=agency("KHAC"))
    trash(accepted())
    assert values("research") == {}
    assert misses("research.managed") == misses("research.accepted") == [(foreign.pk, "thuộc cơ quan khác")]


@pytest.mark.parametrize("level", ["national", "ministerial", "provincial", "grassroots"])
def test_each_level_counts_for_itself(level):
    accepted(level=level)
    expected = ("managed", f"managed_{level}", "accepted", f"accepted_{level}", "accepted_passed")
    assert values("research") == dict.fromkeys(expected, 1)


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
    assert values("research") == {**MANAGED, **expected}
    assert misses("research.accepted") == ([(row.pk, because)] if because else [])


def test_without_a_day_of_acceptance_the_book_does_not_stand_in():
    task(recorded_on=LAST)
    assert values("research") == MANAGED


def test_a_task_accepted_and_liquidated_in_the_month_is_accepted_but_no_longer_managed():
    task(state="closed", accepted_on=date(2021, 12, 20), rating="pass", closed_on=LAST)
    assert values("research") == {"accepted": 1, "accepted_provincial": 1, "accepted_passed": 1}


@pytest.mark.parametrize(
    ("rating", "counted"),
    [("pass", "accepted_passed"), ("excellent", "accepted_excellent"), ("fail", "accepted_failed")],
)
def test_ratings_are_told_apart(rating, counted):
    accepted(rating=rating)
    unrated = accepted(rating="")
    found = values("research")
    assert found["accepted"] == 2
    assert {name for name in found if found[name] == 1} == {counted}
    assert misses(f"research.{counted}") == [(unrated.pk, "chưa ghi xếp loại")]
