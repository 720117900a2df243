"""What a task must not say of itself: told to officers in words, and held by the database."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sokhcn.areas.research.examining import examine
from sokhcn.areas.research.models import Adjustment, Check, CodeInForce, Council, Disbursement, Task
from sokhcn.kernel.finding import blocking
from tests.areas.registers import save, ship_terms
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 5)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"state": "accepted"}, "accepted_on"),
        ({"state": "recognised"}, "recognised_on"),
        ({"state": "closed"}, "closed_on"),
        ({"state": "terminated"}, "terminated_on"),
        ({"state": "listed"}, "listed_on"),
        ({"state": "registered"}, "registered_on"),
        ({"state": "handed_over"}, "handed_over_on"),
        ({"state": "not_accepted", "accepted_on": date(2022, 1, 2), "rating": "pass"}, "rating"),
        ({"state": "recognised", "recognised_on": date(2022, 2, 2), "accepted_on": DAY, "rating": "fail"}, "rating"),
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


@pytest.mark.parametrize(
    "told",
    [
        {"listed_on": date(2021, 1, 2), "proposed_on": date(2021, 1, 3)},
        {"accepted_on": DAY, "registered_on": date(2022, 1, 4)},
        {"accepted_on": DAY, "submitted_on": date(2022, 1, 6)},
    ],
)
def test_days_of_a_life_follow_each_other(told):
    with pytest.raises(IntegrityError):
        task(**told)


def test_one_certificate_is_of_one_task():
    task(registration_no="KQ015440")
    with pytest.raises(IntegrityError):
        task(registration_no="KQ015440")


@pytest.mark.parametrize(
    "part",
    [
        Council(kind="acceptance", members=7, present=8),
        Council(kind="acceptance", members=7, present=6, votes_excellent=2, votes_for=3, votes_against=2),
        Council(kind="acceptance", outcome="favourable"),
        Check(),
        Adjustment(kind="extension", decided_on=DAY),
        Adjustment(kind="content", asked_on=DAY, decided_on=date(2022, 1, 4)),
        Disbursement(paid_on=DAY, amount=0),
        Disbursement(kind="payment", paid_on=DAY, amount=1, settle_by=DAY),
        Disbursement(paid_on=DAY, amount=1, settled_on=date(2022, 1, 4)),
    ],
    ids=lambda part: f"{type(part).__name__} {part.pk}",
)
def test_parts_say_nothing_that_cannot_be(part):
    part.task = task()
    with pytest.raises(IntegrityError):
        save(part)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"rating": "good", "accepted_on": DAY}, ""),
        ({"selection": "funding", "approved_on": date(2025, 9, 30)}, "“Xét tài trợ” không có trong danh mục"),
        ({"selection": "funding", "approved_on": date(2025, 10, 1)}, ""),
        ({"rating": "pass", "accepted_on": DAY, "selection": "direct", "selected_on": DAY}, ""),
    ],
)
def test_words_of_dated_lists_hold_on_their_day_only(told, why):
    assert list(examine(Task(**told), {}, "")) == []  # a department without lists is not held to any
    ship_terms()
    assert [str(finding) for finding in examine(Task(**told), {}, "") if why not in str(finding)] == []
    found = list(examine(Task(**told), {}, ""))
    assert bool(found) == bool(why)
    assert blocking(found) == ()  # nobody has verified what is shipped
    for code in CodeInForce.objects.filter(code_list="selection"):
        code.verified = True
        save(code)
    assert bool(blocking(examine(Task(**told), {}, ""))) == bool(why)
