"""What illustrative rows of a year are made from: agency, units, establishments, working days, and a seeded chance."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from sokhcn.kernel.periods import PeriodKind, period
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Establishment, Unit

MARK = "(minh họa)"
DAY = timedelta(days=1)
INVENTED = re.compile(r"Cơ sở minh họa \d{3} ")


@dataclass(frozen=True, slots=True)
class Month:
    """A reporting month to be filled; its days are those of Decree 09/2019/NĐ-CP."""

    year: int
    number: int
    first: date
    last: date

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rows of ``year`` and of the year before are made from.

    January of ``year`` is told by register files: no illustrative row has a day in ``told``, none after ``until``.
    """

    year: int
    agency: Agency
    units: Mapping[str, Unit]
    establishments: tuple[Establishment, ...]
    calendar: WorkCalendar
    chance: Random

    def of(self, name: str) -> "Scene":
        """The same scene with a chance of its own: rows of one area do not change when another makes more."""
        return replace(self, chance=seeded(self.year, name))

    @property
    def told(self) -> Month:
        return _month(self.year, 1)

    @property
    def until(self) -> date:
        return date(self.year, 12, 31)

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months of the year before, February to December, and the days left until New Year."""
        numbered = [_month(self.year - 1, n) for n in range(1, 13)] + [_month(self.year, n) for n in range(2, 13)]
        rest = Month(self.year + 1, 1, numbered[-1].last + DAY, self.until)
        return (*numbered, rest)

    def of_trade(self, *trades: str) -> list[Establishment]:
        """Establishments whose name says one of ``trades``."""
        return [found for found in self.establishments if any(trade in found.name for trade in trades)]

    @property
    def invented(self) -> list[Establishment]:
        """Establishments that no register file tells of, and of which nothing is said yet."""
        return [found for found in self.establishments if INVENTED.match(found.name)]

    def workdays(self, first: date, last: date) -> list[date]:
        span = (last - first).days + 1
        days = (first + timedelta(days=n) for n in range(span))
        return [day for day in days if self.calendar.is_working(day)]

    def days_in(self, month: Month, number: int) -> list[date]:
        """``number`` working days of ``month`` in order; a day may come twice."""
        return sorted(self.chance.choices(self.workdays(month.first, month.last), k=number))

    def later(self, day: date, least: int, most: int) -> date:
        """A working day ``least`` to ``most`` days after ``day``, outside what is told already."""
        found = day + timedelta(days=self.chance.randint(least, most))
        found = max(found, self.told.last) if found in self.told else found
        return self.calendar.after(found - DAY, 1) if found not in self.told else self.calendar.after(found, 1)

    def book(self, unit: str, day: date) -> dict[str, Any]:
        """What every row of a register has: whose it is, when it was entered, and that it is an illustration."""
        return {"agency": self.agency, "unit": self.units.get(unit), "recorded_on": day, "note": MARK}


def seeded(year: int, name: str) -> Random:
    """A chance that falls the same way every time."""
    return Random(f"{year} {name}")  # noqa: S311 - it makes illustrations, no secrets


def _month(year: int, number: int) -> Month:
    found = period(PeriodKind.MONTH, year, number, DECREE_09)
    return Month(year, number, *found.days)
