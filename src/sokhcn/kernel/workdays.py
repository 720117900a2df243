"""Working days: Monday to Friday, less days off, plus the Saturdays worked in exchange. The calendar is an argument."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FRIDAY = 4
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days that differ from the week's pattern: ``off`` on weekdays, ``worked`` on weekends."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day in self.worked or (day.weekday() <= FRIDAY and day not in self.off)

    def after(self, day: date, days: int) -> date:
        """The ``days``-th working day after ``day`` (1 is the next one). It walks day by day, from 1 on."""
        if days < 1:
            raise ValueError(f"{days} working days after a day is no day")
        for found in self._from(day + DAY):
            days -= 1
            if not days:
                return found
        raise AssertionError("working days never end")

    def before(self, day: date, days: int) -> date:
        """The ``days``-th working day before ``day`` (1 is the last one before it)."""
        if days < 1:
            raise ValueError(f"{days} working days before a day is no day")
        for _ in range(days):
            day = self.on_or_before(day - DAY)
        return day

    def on_or_after(self, day: date) -> date:
        """``day`` itself where it is worked on, else the next day that is."""
        return next(self._from(day))

    def on_or_before(self, day: date) -> date:
        """``day`` itself where it is worked on, else the last day before it that is."""
        while not self.is_working(day):
            day -= DAY
        return day

    def between(self, first: date, last: date) -> int:
        """How many working days lie from ``first`` to ``last``, both counted; 0 when ``last`` is earlier."""
        span = (last - first).days + 1
        return sum(self.is_working(first + timedelta(days=n)) for n in range(span))

    def _from(self, day: date) -> Iterator[date]:
        while True:
            if self.is_working(day):
                yield day
            day += DAY
