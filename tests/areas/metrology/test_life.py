"""A taximeter from the first request to the day it is scrapped, and what figures and due list say at each step."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.metrology.actions import retire
from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible, onward, take_step
from sokhcn.records.writing import writing
from tests.areas.metrology.factories import instrument
from tests.areas.registers import agency, save, ship_terms, values

pytestmark = pytest.mark.django_db

BOOK = next(register for register in REGISTERS if register.model is Job)
BOSS = User(username="giamdoc", is_superuser=True)


def step(row: Job, state: str, **told: Any) -> None:
    with writing(by=BOSS) as pen:
        take_step(pen, BOOK, row, state, by=BOSS, **told)


def requested(taximeter: Instrument, day: date, mode: str) -> Job:
    about = {"service": "verification", "verification_kind": mode, "state": "requested", "recorded_on": day}
    return save(Job(agency=agency(), instrument=taximeter, establishment=taximeter.establishment, **about))


def says(code: str) -> tuple[int, int, date | None]:
    """Instruments and failures of a period, and the day of the next verification."""
    found, due = values("metrology", code), DueDate.objects.filter(key="metrology.verification").first()
    return found.get("instruments", 0), found.get("failed", 0), due.due_on if due else None


def test_the_life_of_a_taximeter() -> None:
    ship_terms()
    taximeter = instrument("T1", kind="taximeter")

    first = requested(taximeter, date(2022, 1, 5), "initial")
    assert [step.label for step in onward(BOOK, first)] == ["Xếp lịch", "Ghi đã thực hiện", "Hủy"]
    with pytest.raises(NotPossible, match="phải ghi “Ngày hẹn thực hiện”"):
        step(first, "scheduled")
    step(first, "scheduled", scheduled_on=date(2022, 1, 10))
    assert says("2022-01") == (0, 0, None)
    passed = {"performed_on": date(2022, 1, 10), "result": "passed", "certificate_number": "1/2022/KĐ"}
    step(first, "performed", **passed)
    assert says("2022-01") == (1, 0, date(2023, 7, 10))
    with pytest.raises(NotPossible, match="Không chuyển được từ “Đã thực hiện” sang “Hủy”"):
        step(first, "cancelled")

    periodic = requested(taximeter, date(2023, 7, 3), "periodic")
    assert says("2023-07") == (0, 0, date(2023, 7, 10))
    step(periodic, "performed", performed_on=date(2023, 7, 4), result="failed")
    assert says("2023-07") == (1, 1, None)

    repaired = requested(taximeter, date(2023, 7, 6), "after_repair")
    step(repaired, "performed", performed_on=date(2023, 7, 6), result="passed", valid_until=date(2024, 12, 31))
    assert says("2023-07") == (1, 1, date(2024, 12, 31))

    planned = requested(taximeter, date(2024, 12, 20), "periodic")
    with writing(by=BOSS) as pen:
        retire(pen, taximeter, by=BOSS, retired_on=date(2024, 12, 27))
    planned.refresh_from_db()
    assert (planned.state, says("2024-12")) == ("cancelled", (0, 0, None))
