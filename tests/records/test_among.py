"""A thousand values asked for as one: the same answer as Django's own way on every database."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.radiation.models import SafetyReport
from sokhcn.records.among import among, among_keys
from sokhcn.records.meeting import met
from tests.areas.metrology.factories import job

pytestmark = pytest.mark.django_db

DAYS = [date(2022, 1, day) for day in (3, 4, 5)]


def some_jobs() -> list[Any]:
    return [job(f"S{day.day}", performed_on=day, certificate_number=f"ĐL 0{day.day}") for day in DAYS]


def test_keys_texts_and_days_are_found_as_in_finds_them() -> None:
    first, second, _ = rows = some_jobs()
    for name, values in (("pk", [first.pk, 0]), ("certificate_number", ["ĐL 03", "ĐL 04"]), ("performed_on", DAYS[1:])):
        found = set(Job.objects.filter(among(name, values)))
        assert found == set(Job.objects.filter(**{f"{name}__in": values})), name
        assert 0 < len(found) < len(rows), name
    assert set(Instrument.objects.filter(among("jobs", [second.pk]))) == {second.instrument}


def test_however_many_values_are_one_parameter() -> None:
    _, params = Job.objects.filter(among("pk", range(5000))).query.sql_with_params()
    assert len(params) == 1


def test_keys_of_several_fields_are_found_together() -> None:
    first, second, third = some_jobs()
    of = [(job.certificate_number, job.performed_on, job.instrument_id) for job in (first, second)]
    names = ("certificate_number", "performed_on", "instrument_id")
    mixed = (first.certificate_number, second.performed_on, third.instrument_id)
    found = Job.objects.filter(among_keys(names, [*of, mixed]), trashed_at=None)
    assert set(found) == {first, second}
    assert not Job.objects.filter(among_keys(names, [mixed]))


def test_a_number_that_no_row_can_have_is_found_at_none() -> None:
    assert met(SafetyReport, ("facility", "year"), [(1, 40_000), (1, 1 << 40)]) == {}
