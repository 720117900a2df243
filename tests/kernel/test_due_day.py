"""When a report is due: working days after the cut-off, or a day of a month, moved where nobody works."""

from datetime import date

import pytest

from sokhcn.kernel.due_day import AfterCutOff, DayOfMonth, DueDay, Moved, dates_of
from sokhcn.kernel.periods import read_period
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.kernel.workdays import WorkCalendar

TET = WorkCalendar(off=frozenset(date(2022, 2, day) for day in (1, 2, 3, 4)) | {date(2022, 1, 31)})
MADE_UP = WorkCalendar(worked=frozenset({date(2022, 1, 15)}))


@pytest.mark.parametrize(
    ("code", "due", "calendar", "day"),
    [
        ("2022-01", AfterCutOff(1), WorkCalendar(), date(2022, 1, 17)),  # 14/01/2022 is a Friday
        ("2022-01", AfterCutOff(2), WorkCalendar(), date(2022, 1, 18)),
        ("2022-01", AfterCutOff(1), MADE_UP, date(2022, 1, 15)),
        ("2022-Q1", DayOfMonth(20), WorkCalendar(), date(2022, 3, 20)),  # a Sunday
        ("2022-Q1", DayOfMonth(20, moved=Moved.FORWARD), WorkCalendar(), date(2022, 3, 21)),
        ("2022-Q1", DayOfMonth(20, moved=Moved.BACK), WorkCalendar(), date(2022, 3, 18)),
        ("2022-01", DayOfMonth(1, months=1, moved=Moved.FORWARD), TET, date(2022, 2, 7)),
        ("2022-01", DayOfMonth(1, months=1, moved=Moved.BACK), TET, date(2022, 1, 28)),
        ("2022-12", DayOfMonth(5, months=1), WorkCalendar(), date(2023, 1, 5)),
        ("2022-02", DayOfMonth(31), WorkCalendar(), date(2022, 2, 28)),
        ("2022-9T", DayOfMonth(20), WorkCalendar(), date(2022, 9, 20)),
        ("2022", DayOfMonth(20), WorkCalendar(), date(2022, 12, 20)),
    ],
)
def test_due(code: str, due: DueDay, calendar: WorkCalendar, day: date) -> None:
    assert due.on(read_period(code, DECREE_09), calendar) == day


def test_the_three_dates_of_january() -> None:
    found = dates_of(read_period("2022-01", DECREE_09), WorkCalendar(), AfterCutOff(2), 1)
    assert (found.cut_off, found.locked, found.due) == (date(2022, 1, 14), date(2022, 1, 17), date(2022, 1, 18))


def test_nothing_is_locked_where_the_duty_sets_no_day() -> None:
    assert dates_of(read_period("2022-01", DECREE_09), WorkCalendar(), AfterCutOff(2), None).locked is None
