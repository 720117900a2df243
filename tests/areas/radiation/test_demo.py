"""The illustrative licences: renewed before they run out, replaced by what follows, numbered upwards."""

import pytest

from sokhcn.areas.radiation.models import EmergencyTraining, Licence, WorkerCertificate
from tests.areas.illustrated import illustrated
from tests.areas.registers import values

pytestmark = pytest.mark.django_db


def test_a_renewal_comes_before_the_licence_runs_out_and_replaces_it():
    illustrated("radiation")
    renewed = Licence.objects.filter(action="renew").select_related("previous")
    assert len(renewed) >= 10
    for licence in renewed:
        old = licence.previous
        assert (old.state, old.holder_id, old.work) == ("replaced", licence.holder_id, licence.work)
        assert old.issued_on < licence.issued_on < old.expires_on < licence.expires_on
        assert old.version == 2  # it was there before it was replaced


def test_numbers_rise_through_the_year():
    illustrated("radiation")
    issued = Licence.objects.filter(issued_on__year=2022).order_by("issued_on", "pk")
    numbers = [int(licence.number.split("/")[0]) for licence in issued]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_a_year_has_some_thirty_licences_and_january_of_the_files_none():
    illustrated("radiation")
    stocks = {"licences_in_force", "facilities", "facilities_without_officer", "devices"}
    assert set(values("radiation")) == stocks  # what stands at the end of January, and nothing that came to pass
    assert 20 <= values("radiation", "2022")["licences"] <= 40
    assert values("radiation", "2021")["licences"] >= 5
    assert EmergencyTraining.objects.filter(kind="training").count() == 4
    assert not WorkerCertificate.objects.exclude(worker="").exists()  # no person is named
