"""What counts of verification, calibration and testing in a month."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.metrology.factories import instrument, job, standard, verifier
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
        ({"state": "requested", "performed_on": None, "result": ""}, "đã tiếp nhận, chưa thực hiện"),
        (
            {"state": "scheduled", "performed_on": None, "scheduled_on": date(2022, 1, 14), "result": ""},
            "đã tiếp nhận, chưa thực hiện",
        ),
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
    assert values("metrology") == {**expected, "verified_after_repair": 1}


def test_the_same_serial_number_at_two_establishments_is_two_instruments():
    job(owner="Cơ sở A")
    job(owner="Cơ sở B")
    assert values("metrology")["instruments"] == 2


def test_an_instrument_that_failed_counts_as_failed_though_it_passed_after_repair():
    job(result="failed")
    job(performed_on=date(2022, 1, 6), verification_kind="after_repair")
    job("S2")
    expected = {"instruments": 2, "establishments": 1, "jobs": 3, "failed": 1, "verified": 2}
    assert values("metrology") == {**expected, "verified_after_repair": 1}


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


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("initial", "verified_initially"),
        ("periodic", "verified_periodically"),
        ("after_repair", "verified_after_repair"),
        ("comparison", "compared"),
    ],
)
def test_each_kind_of_verification_has_its_count_and_the_others_are_near(mode, name):
    job(verification_kind=mode)
    another = job("S2", verification_kind="periodic" if mode != "periodic" else "initial")
    job("S3", service="calibration")
    assert values("metrology")[name] == 1
    assert misses(f"metrology.{name}") == [(another.pk, "kiểm định theo chế độ khác")]


def test_certificates_and_fees_are_counted_by_job():
    job(certificate_number="1/2022/KĐ", fee=60_000)
    unnumbered = job("S2", fee=40_000)
    found = values("metrology")
    assert (found["certificates"], found["fees"]) == (1, 100_000)
    assert misses("metrology.certificates") == [(unnumbered.pk, "chưa ghi số giấy chứng nhận")]


def test_what_the_work_is_done_with_is_counted_on_the_last_day():
    standard("C1")
    gone = standard("C2", retired_on=date(2022, 1, 14), state="retired")
    later = standard("C3", in_use_since=date(2022, 1, 15))
    standard("C4", retired_on=date(2022, 1, 15), state="retired")
    verifier("T1", card_valid_until=date(2022, 1, 14))
    over = verifier("T2", card_valid_until=date(2022, 1, 13))
    verifier("T3", state="left")
    verifier("T4", card_issued_on=date(2014, 1, 2), card_valid_until=date(2019, 1, 1))
    found = values("metrology")
    assert (found["standards"], found["verifiers"]) == (2, 1)
    assert misses("metrology.standards") == [
        (later.pk, "đưa vào sử dụng sau ngày cuối kỳ"),
        (gone.pk, "thôi sử dụng gần đây"),
    ]
    assert misses("metrology.verifiers") == [(over.pk, "thẻ hết giá trị")]
