"""How long until a day, or since, in words."""

from datetime import date

import pytest

from sokhcn.interfaces.web.waiting import left
from sokhcn.kernel.workdays import WorkCalendar

FRIDAY = date(2022, 1, 14)


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2022, 2, 4), "còn 21 ngày"),
        (date(2025, 1, 5), "còn 1.087 ngày"),
        (FRIDAY, "đến hạn hôm nay"),
        (date(2022, 1, 11), "quá 3 ngày làm việc"),
        (date(2022, 1, 7), "quá 5 ngày làm việc"),
    ],
)
def test_words(due_on: date, words: str) -> None:
    assert left(due_on, FRIDAY, WorkCalendar()) == words


def test_a_day_missed_by_days_off_alone_is_late_by_days() -> None:
    assert left(date(2022, 1, 14), date(2022, 1, 16), WorkCalendar()) == "quá 2 ngày"
