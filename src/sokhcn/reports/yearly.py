"""How full the registers are through a year: the rows of each chapter, month by month."""

from collections.abc import Mapping
from dataclasses import dataclass

from sokhcn.people.models import Reach, User
from sokhcn.records.dated import regimes
from sokhcn.records.placing import placings
from sokhcn.reports import catalogue
from sokhcn.reports.closing.activity import counted
from sokhcn.reports.periods import the_period

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report, and how many rows of its registers have a day in each month of the year."""

    number: int
    name: str
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.months)


def chapter_names() -> Mapping[int, str]:
    """What each chapter is called, by its number."""
    return {getattr(app, "chapter", 0): str(app.verbose_name) for app in catalogue.areas()}


def chapters_in_menu() -> Mapping[int, str]:
    """The same where there is little room: an area says what it is called there if its name is long."""
    return {getattr(app, "chapter", 0): getattr(app, "in_menu", str(app.verbose_name)) for app in catalogue.areas()}


def chapters_of(year: int, by: User) -> tuple[Chapter, ...]:
    """The chapters through ``year``, for those who reach one unit only that unit's; one query for all registers."""
    known = regimes()
    windows = [the_period(f"{year}-{month:02}", known).days for month in MONTHS]
    area_of = {placing.label: placing.register.area for placing in placings()}
    names = chapter_names()
    months = {number: [0] * len(MONTHS) for number in names}
    own = by.unit_id if by.reach == Reach.UNIT else None
    for (label, unit), many in counted(by.agency_id, windows).items() if by.agency_id else ():
        if own in (None, unit):
            row = months[area_of[label]]
            row[:] = [before + more for before, more in zip(row, many, strict=True)]
    return tuple(Chapter(number, name, tuple(months[number])) for number, name in names.items())
