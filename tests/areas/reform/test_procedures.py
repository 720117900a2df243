"""Procedures by their code, and tallies of dossiers that add up and do not overlap."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sokhcn.areas.reform.models import Procedure, ProcedureTally
from sokhcn.areas.reform.register.procedures import overlapping
from tests.areas.reform.factories import FIRST, LAST, late, procedure, tally

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["2.002711", "2.002711.H38", "1.000173.000.00.00.H58", "1.000173.000.00.00"])
def test_codes_as_they_are_published(code):
    Procedure(code=code, name="Thủ tục").clean_fields(exclude={"agency", "recorded_on"})


@pytest.mark.parametrize("code", ["2711", "2.02711", "2.002711.X38", "2.002711.000.00", "2,002711"])
def test_codes_that_are_none(code):
    with pytest.raises(ValidationError, match=r"Mã thủ tục viết như 2\.002711"):
        Procedure(code=code, name="Thủ tục").clean_fields(exclude={"agency", "recorded_on"})


@pytest.mark.parametrize(
    "told",
    [
        {"received_online": 13},
        {"settled_late": 2},
        {"pending": 3},
        {"carried": 1},
        {"pending_late": 3},
        {"to_on": date(2021, 12, 1)},
    ],
)
def test_a_line_adds_up(told):
    with pytest.raises(IntegrityError):
        tally(procedure(), **told)


@pytest.mark.parametrize(
    ("first", "last", "collides"),
    [
        (date(2022, 1, 14), date(2022, 2, 14), True),
        (date(2021, 12, 1), date(2022, 2, 1), True),
        (date(2022, 1, 15), date(2022, 2, 14), False),
        (date(2021, 11, 15), date(2021, 12, 14), False),
    ],
)
def test_no_day_of_a_procedure_is_tallied_twice(first, last, collides):
    row = tally(procedure())
    new = ProcedureTally(agency=row.agency, procedure=row.procedure, from_on=first, to_on=last)
    assert [finding.id for finding in overlapping(new, {}, "")] == ["reform.tally_overlaps"] * collides
    assert list(overlapping(row, {}, "")) == []
    elsewhere = ProcedureTally(agency=row.agency, procedure=procedure("2.002724"), from_on=FIRST, to_on=LAST)
    assert list(overlapping(elsewhere, {}, "")) == []


def test_a_dossier_that_came_back_in_time_is_not_late():
    late(procedure(), settled_on=date(2022, 1, 6))
    with pytest.raises(IntegrityError):
        late(procedure("2.002724"), settled_on=date(2022, 1, 5))
