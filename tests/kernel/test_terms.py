"""The day on which a term ends, and the one on which so much is left of it."""

from datetime import date

import pytest

from sokhcn.kernel.terms import Span, ends, opens
from sokhcn.kernel.workdays import WorkCalendar

TET = WorkCalendar(off=frozenset(date(2022, 1, 31 - n) for n in range(1)) | {date(2022, 2, n) for n in range(1, 5)})


@pytest.mark.parametrize(
    ("start", "amount", "span", "end"),
    [
        (date(2022, 1, 14), 30, Span.DAYS, date(2022, 2, 13)),
        (date(2022, 8, 31), 6, Span.MONTHS, date(2023, 2, 28)),
        (date(2023, 8, 31), 6, Span.MONTHS, date(2024, 2, 29)),
        (date(2024, 10, 14), 18, Span.MONTHS, date(2026, 4, 14)),
        (date(2021, 12, 31), 1, Span.MONTHS, date(2022, 1, 31)),
        (date(2024, 2, 29), 3, Span.YEARS, date(2027, 2, 28)),
        (date(2022, 1, 28), 1, Span.WORKDAYS, date(2022, 2, 7)),
    ],
)
def test_a_term_ends_so_long_after_the_day_that_starts_it(start, amount, span, end):
    assert ends(start, amount, span, TET) == end


def test_a_term_of_nothing_is_refused():
    with pytest.raises(ValueError, match="ends nowhere"):
        ends(date(2022, 1, 1), 0, Span.DAYS, TET)


@pytest.mark.parametrize(
    ("end", "amount", "span", "day"),
    [
        (date(2022, 2, 13), 30, Span.DAYS, date(2022, 1, 14)),
        (date(2023, 3, 31), 1, Span.MONTHS, date(2023, 2, 28)),
        (date(2022, 1, 31), 3, Span.MONTHS, date(2021, 10, 31)),
        (date(2024, 2, 29), 1, Span.YEARS, date(2023, 2, 28)),
        (date(2022, 2, 8), 2, Span.WORKDAYS, date(2022, 1, 28)),
    ],
)
def test_so_much_is_left_from_a_day_on(end, amount, span, day):
    assert opens(end, amount, span, TET) == day


def test_nothing_left_is_refused():
    with pytest.raises(ValueError, match="opens nowhere"):
        opens(date(2022, 1, 1), 0, Span.DAYS, TET)
