"""What counts of verification, calibration and testing in a month."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.metrology.factories import instrument, job
from tests.areas.registers import agency, misses, trash, values

pytestmark = pytest.mark.django_db

ONE = {"instruments": 1, "establishments": 1, "jobs": 1, "verified": 1}


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"performed_on": date(2021, 12, 14)}, "trước kỳ"),
        ({"performed_on": date(2021, 12, 15)}, None),
        ({"performed_on": date(2022, 1, 14)}, None),
        ({"performed_on": date(2022, 1, 15)}, "sau kỳ"),
        ({"state": "draft"}, "đang lập"),
        ({"state": "draft", "performed_on": None}, "đang lập"),
    ],
)
def test_a_job_counts_once_it_was_performed_in_the_window(told, because):
    row = job(**told)
    assert values("metrology") == ({} if because else ONE)
    assert misses("metrology.instruments") == ([(row.pk, because)] if because else [])


def test_cancelled_trashed_and_foreign_jobs_do_not_count():
    job("S1", state="cancelled")
    trash(job("S2"))
    foreign = job("S3", agency=agency("KHAC"))
    assert values("metrology") == {}
    assert misses("metrology.instruments") == [(foreign.pk, "thuộc cơ quan khác")]


def test_an_instrument_served_twice_is_one_instrument():
    job()
    job(performed_on=date(2022, 1, 6), verification_kind="after_repair")
    job(service="testing")
    job("S2", owner="Cơ sở B", service="calibration", result="")
    expected = {"instruments": 2, "establishments": 2, "jobs": 4, "verified": 1, "calibrated": 1, "tested": 1}
    assert values("metrology") == expected


def test_the_same_serial_number_at_two_establishments_is_two_instruments():
    job(owner="Cơ sở A")
    job(owner="Cơ sở B")
    assert values("metrology")["instruments"] == 2


def test_an_instrument_that_failed_counts_as_failed_though_it_passed_after_repair():
    job(result="failed")
    job(performed_on=date(2022, 1, 6), verification_kind="after_repair")
    job("S2")
    assert values("metrology") == {"instruments": 2, "establishments": 1, "jobs": 3, "failed": 1, "verified": 2}


@pytest.mark.parametrize(
    "told",
    [{"performed_on": None}, {"result": ""}, {"service": "testing", "verification_kind": "periodic"}],
    ids=["performed on no day", "verified without result", "periodic testing"],
)
def test_what_cannot_be_is_refused(told):
    with pytest.raises(IntegrityError):
        job(**told)


def test_the_same_job_is_not_entered_twice():
    job()
    with pytest.raises(IntegrityError):
        job()


def test_an_instrument_is_found_by_the_name_of_its_kind():
    assert "cot do xang dau" in instrument("S1").folded
