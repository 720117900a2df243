"""Working days follow the week, days off and the Saturdays worked in exchange."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.workdays import WorkCalendar

# Around tết Nhâm Dần: the week off, and one Saturday worked in exchange (made up for the test).
TET = WorkCalendar(
    off=frozenset(date(2022, 1, 31) + timedelta(days=n) for n in range(5)), worked=frozenset({date(2022, 2, 12)})
)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2022, 1, 14), True),  # a Friday
        (date(2022, 1, 15), False),  # a Saturday
        (date(2022, 1, 16), False),  # a Sunday
        (date(2022, 2, 1), False),  # the first day of the lunar year
        (date(2022, 2, 12), True),  # a Saturday worked in exchange
    ],
)
def test_a_day_is_worked_or_not(day: date, working: bool):
    assert TET.is_working(day) is working


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2022, 1, 14), 1, date(2022, 1, 17)),  # the cut-off of January is a Friday
        (date(2022, 1, 28), 1, date(2022, 2, 7)),  # over the week off
        (date(2022, 2, 11), 1, date(2022, 2, 12)),
        (date(2022, 1, 14), 6, date(2022, 1, 24)),
    ],
)
def test_the_nth_working_day_after_a_day(day: date, days: int, expected: date):
    assert TET.after(day, days) == expected


def test_no_working_day_lies_zero_days_ahead():
    with pytest.raises(ValueError, match="0 working days"):
        TET.after(date(2022, 1, 14), 0)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 40))
def test_so_many_working_days_lie_between_a_day_and_the_nth_after_it(day: date, days: int):
    assert TET.between(day + timedelta(days=1), TET.after(day, days)) == days


def test_nothing_lies_between_a_day_and_an_earlier_one():
    assert TET.between(date(2022, 1, 14), date(2022, 1, 10)) == 0
