"""What a task must not say of itself: told to officers in words, and held by the database."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sokhcn.areas.research.models import Task
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"state": "accepted"}, "accepted_on"),
        ({"state": "recognised"}, "recognised_on"),
        ({"state": "closed"}, "closed_on"),
        ({"state": "terminated"}, "terminated_on"),
        ({"rating": "pass"}, "accepted_on"),
        ({"started_on": date(2022, 1, 2), "ends_on": date(2022, 1, 1)}, "ends_on"),
        ({"ends_on": date(2022, 1, 2), "extended_to": date(2022, 1, 1)}, "extended_to"),
        ({"total_budget": 100, "state_budget": 101}, "state_budget"),
    ],
)
def test_a_contradiction_is_named_at_its_field_and_refused(told, field):
    with pytest.raises(ValidationError) as caught:
        Task(**told).clean()
    assert list(caught.value.message_dict) == [field]
    with pytest.raises(IntegrityError):
        task(**told)


def test_what_is_not_known_is_no_contradiction():
    task(ends_on=None, extended_to=date(2022, 1, 1), state_budget=100, started_on=None).clean()
