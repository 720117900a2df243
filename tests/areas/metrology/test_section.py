"""The chapter on verification, in words; and the register's sheet."""

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.people.models import User
from tests.areas.metrology.factories import job
from tests.areas.registers import DEMO, chapter, load_demo, take, values

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("metrology")
    found = values("metrology", of=agency)
    services = {name: found.pop(name) for name in ("verified", "calibrated", "tested")}
    modes = {name: found.pop(name) for name in list(found) if name.startswith("verified_")}
    assert found == {"instruments": 163, "establishments": 50, "jobs": 164, "certificates": 164}
    assert sum(services.values()) == 163
    assert modes == {"verified_initially": 8, "verified_periodically": 134, "verified_after_repair": 1}
    assert chapter("metrology", of=agency) == [
        "Đã tiến hành kiểm định, hiệu chuẩn và thử nghiệm 163 phương tiện đo (PTĐ) các loại của 50 cơ sở. "
        "Kết quả đều đạt yêu cầu."
    ]


def test_the_demo_sheet_taken_again_changes_nothing():
    agency = load_demo("metrology")
    register = next(register for register in REGISTERS if register.slug == "kiem-dinh")
    receipt = take(register, DEMO / "kiem-dinh.csv", User(username="tonghop", agency=agency))
    assert (receipt.added, receipt.changed, receipt.same) == (0, 0, Job.objects.count())
    assert Job.objects.count() == Instrument.objects.count() + 1


def test_an_empty_month_says_so():
    assert chapter("metrology") == ["Trong kỳ không phát sinh."]


def test_failures_are_told():
    job(result="failed")
    job("S2")
    assert chapter("metrology") == [
        "Đã tiến hành kiểm định, hiệu chuẩn và thử nghiệm 02 phương tiện đo (PTĐ) các loại của 01 cơ sở. "
        "Trong đó, 01 phương tiện đo không đạt yêu cầu."
    ]
