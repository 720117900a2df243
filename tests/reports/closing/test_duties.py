"""Who owes what for a period, by when, and which report a longer one absorbs."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from sokhcn.kernel.periods import read_period
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.people.models import User
from sokhcn.reports.closing.duties import Owed, owed
from sokhcn.reports.models import ReportingDuty
from sokhcn.reports.periods import the_period
from sokhcn.reports.shipping import ship

REGULAR = {"code": "dinh-ky", "name": "Báo cáo", "level": "province", "owed_by": "Sở", "owed_to": "UBND tỉnh"}


def duty(kind: str, **told: Any) -> ReportingDuty:
    return ReportingDuty(
        **{**REGULAR, "kind": kind, "due_workdays": 2, "locked_after": 1, "basis": "Quyết định", **told}
    )


def asked(code: str, *duties: ReportingDuty) -> list[Owed]:
    return list(owed(read_period(code, DECREE_09), duties, WorkCalendar()))


def test_the_longest_report_of_the_same_code_absorbs_those_that_give_way() -> None:
    duties = [duty(kind, absorbed=kind != "year") for kind in ("month", "quarter", "half", "nine_months", "year")]
    by = {
        code: asked(code, *duties)[0].absorbed_by for code in ("2022-02", "2022-03", "2022-06", "2022-Q3", "2022-6T2")
    }
    told = {code: period.code if period else None for code, period in by.items()}
    assert told == {
        "2022-02": None,
        "2022-03": "2022-Q1",
        "2022-06": "2022-6T1",
        "2022-Q3": "2022-9T",
        "2022-6T2": "2022",
    }


def test_a_report_gives_way_to_no_other_report_and_not_unless_its_duty_says_so() -> None:
    other = duty("quarter", code="khac")
    assert asked("2022-03", duty("month", absorbed=True), other)[0].absorbed_by is None
    assert asked("2022-03", duty("month"), duty("quarter"))[0].absorbed_by is None


def test_a_due_day_that_leaves_no_working_day_is_told() -> None:
    day_of_cut_off = duty("month", due_workdays=None, due_day=14, due_month="last")
    assert [one.too_early for one in asked("2022-01", day_of_cut_off)] == [True]
    assert [one.too_early for one in asked("2022-01", duty("month", due_workdays=1))] == [False]


def test_a_due_day_is_told_in_one_way() -> None:
    for wrong in (duty("month", due_day=20), duty("month", due_workdays=None)):
        with pytest.raises(ValidationError):
            wrong.clean()


@pytest.mark.django_db
def test_the_duties_that_ship_are_flagged_unverified_and_tell_january() -> None:
    ship(by=User(username="quantri"))
    assert not ReportingDuty.objects.filter(verified=True).exists()
    assert not ReportingDuty.objects.filter(basis="").exists()
    found = {
        (one.duty.level, one.dates.cut_off, one.dates.locked, one.dates.due) for one in owed(the_period("2022-01"))
    }
    cut_off, locked = date(2022, 1, 14), date(2022, 1, 17)
    assert found == {("unit", cut_off, locked, locked), ("province", cut_off, locked, date(2022, 1, 18))}
    (quarter,) = [one for one in owed(the_period("2022-Q1")) if one.duty.code == "cai-cach-hanh-chinh"]
    assert quarter.dates.due == date(2022, 3, 18)  # the 20th is a Sunday
    assert not owed(the_period("2022-01@lich"))
