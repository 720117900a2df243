"""What counts of radiation safety in a month."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.radiation.factories import certificate, licence, training
from tests.areas.registers import agency, misses, trash, values

pytestmark = pytest.mark.django_db

FLOWS = ("licences", "works", "certificates", "trainings", "training_bodies")
IN, AFTER = date(2022, 1, 14), date(2022, 1, 15)


def flows() -> dict[str, int]:
    """What came to pass in the month; what stands at its end has tests of its own."""
    return {name: value for name, value in values("radiation").items() if name in FLOWS}


@pytest.mark.parametrize(
    ("issued_on", "recorded_on", "counts"),
    [
        (date(2021, 12, 14), IN, False),
        (date(2021, 12, 15), AFTER, True),
        (IN, AFTER, True),
        (AFTER, IN, False),
        (None, IN, True),
        (None, AFTER, False),
        (None, date(2021, 12, 14), False),
    ],
)
def test_a_paper_counts_by_its_day_and_without_one_by_the_book(issued_on, recorded_on, counts):
    days = {"issued_on": issued_on, "recorded_on": recorded_on}
    rows = {"licences": licence(**days), "certificates": certificate(**days)}
    expected = {"licences": 1, "works": 1, "certificates": 1} if counts else {}
    assert flows() == expected
    for name, row in rows.items():
        assert [pk for pk, _ in misses(f"radiation.{name}")] == ([] if counts else [row.pk])


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"state": "processing"}, "đang thụ lý"),
        ({"action": "revoke"}, "là quyết định thu hồi"),
        ({"state": "refused"}, None),
        ({"agency": "KHAC"}, "thuộc cơ quan khác"),
    ],
)
def test_what_is_no_licence_of_the_month(told, because):
    row = licence(**{**told, **({"agency": agency(told["agency"])} if "agency" in told else {})})
    assert flows() == {}
    assert misses("radiation.licences") == ([(row.pk, because)] if because else [])


@pytest.mark.parametrize("state", ["issued", "suspended", "revoked", "replaced", "expired"])
def test_a_licence_was_issued_whatever_became_of_it(state):
    licence(state=state)
    assert flows() == {"licences": 1, "works": 1}


def test_bodies_add_up_over_classes_that_were_held():
    training(bodies=18)
    training(topic="diễn tập", bodies=2)
    planned = training(topic="dự kiến", state="planned")
    trash(training(topic="bỏ"))
    assert flows() == {"trainings": 2, "training_bodies": 20}
    assert misses("radiation.trainings") == [(planned.pk, "mới dự kiến")]


def test_a_number_is_given_once_a_day_and_again_next_year():
    licence(number="01/GP-SKHCN")
    licence("Cơ sở B", number="01/GP-SKHCN", issued_on=date(2023, 1, 5))
    licence("Cơ sở C", number="01/GP-SKHCN", agency=agency("KHAC"))
    with pytest.raises(IntegrityError):
        licence("Cơ sở D", number="01/GP-SKHCN")


def test_rows_without_a_number_do_not_collide():
    licence(issued_on=None)
    licence("Cơ sở B", issued_on=None)
    assert flows() == {"licences": 2, "works": 1}


def test_a_number_without_a_day_is_given_once():
    certificate(number="01/CC", issued_on=None)
    with pytest.raises(IntegrityError):
        certificate("Cơ sở B", number="01/CC", issued_on=None)
