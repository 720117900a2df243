"""What counts of administrative reform in a month."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.reform.factories import plan
from tests.areas.registers import agency, misses, trash, values

pytestmark = pytest.mark.django_db

IN, AFTER = date(2022, 1, 14), date(2022, 1, 15)


@pytest.mark.parametrize(
    ("issued_on", "recorded_on", "counts"),
    [
        (date(2021, 12, 14), IN, False),
        (date(2021, 12, 15), AFTER, True),
        (IN, AFTER, True),
        (AFTER, IN, False),
        (None, IN, True),
        (None, AFTER, False),
    ],
)
def test_a_plan_counts_by_its_day_and_without_one_by_the_book(issued_on, recorded_on, counts):
    row = plan(issued_on=issued_on, recorded_on=recorded_on)
    assert values("reform") == ({"plans": 1} if counts else {})
    assert [pk for pk, _ in misses("reform.plans")] == ([] if counts else [row.pk])


def test_a_draft_and_a_plan_of_others_nearly_count():
    draft = plan(state="drafting")
    foreign = plan("Kế hoạch B", agency=agency("KHAC"))
    plan("Kế hoạch C", state="withdrawn")
    trash(plan("Kế hoạch D"))
    assert values("reform") == {}
    assert misses("reform.plans") == [(draft.pk, "đang soạn thảo"), (foreign.pk, "thuộc cơ quan khác")]


def test_a_number_is_given_once_a_day_and_plans_without_one_do_not_collide():
    plan("Kế hoạch A")
    plan("Kế hoạch B")
    plan("Kế hoạch C", symbol="12/KH-SKHCN", issued_on=IN)
    plan("Kế hoạch D", symbol="12/KH-SKHCN", issued_on=date(2023, 1, 14))
    with pytest.raises(IntegrityError):
        plan("Kế hoạch E", symbol="12/KH-SKHCN", issued_on=IN)
