"""What is asked of the explorer, read from the words of an address or a command; and what is asked where nothing is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from sokhcn.figures.derived import Derived
from sokhcn.figures.indicator import Indicator, Kind
from sokhcn.kernel.periods import BadPeriod, Period, PeriodKind, Regime
from sokhcn.people.models import User
from sokhcn.people.permissions import reads_all_of
from sokhcn.records.dated import regimes
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, owning
from sokhcn.reports.exploring.cells import Asked, declared_in
from sokhcn.reports.exploring.shares import Share, shares_of, the_share
from sokhcn.reports.outlining import NoOutline, blueprint_for
from sokhcn.reports.periods import the_period, under

MOST_CELLS = 2000
MOST_PERIODS = 60
AT_FIRST = 6  # indicators that are shown to who asks for none
EACH_UNIT = "tung"


class Each(StrEnum):
    """How long each period is; ``OTHER`` are periods by their own codes."""

    MONTH = "thang"
    QUARTER = "quy"
    HALF = "6-thang"
    NINE_MONTHS = "9-thang"
    YEAR = "nam"
    OTHER = "khac"


CODES = (
    (Each.MONTH, tuple(f"-{month:02}" for month in range(1, 13))),
    (Each.QUARTER, tuple(f"-Q{quarter}" for quarter in range(1, 5))),
    (Each.HALF, ("-6T1", "-6T2")),
    (Each.NINE_MONTHS, ("-9T",)),
    (Each.YEAR, ("",)),
)
IN_A_YEAR = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF)  # periods that fill a year, so that it is told too


class TooMuch(ValueError):
    """More cells than anybody reads; the message says how to ask for less."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, in words: ``unit`` is a code, ``EACH_UNIT``, or nothing for all that lies within reach together;
    ``codes`` name the periods of ``Each.OTHER``."""

    keys: tuple[str, ...]
    first: int
    last: int
    each: Each = Each.MONTH
    regime: str = ""
    unit: str = ""
    codes: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """An area, or what the agency keeps itself, with the figures that may be chosen."""

    number: int
    name: str
    offered: tuple[Indicator | Derived, ...]


def areas(agency: Agency, period: Period) -> tuple[Area, ...]:
    """All that may be chosen, in the order of the report, then the agency's own; one query."""
    every: tuple[Indicator | Derived, ...] = (*catalogue.indicators(), *catalogue.derived())
    by_area: dict[str, list[Indicator | Derived]] = {}
    for one in every:
        by_area.setdefault(one.key.partition(".")[0], []).append(one)
    found = [
        Area(getattr(app, "chapter", 0), str(app.verbose_name), tuple(by_area.get(app.label, ())))
        for app in catalogue.areas()
    ]
    own = tuple(one for one in owning.indicators(agency, period.end) if one.key.startswith(owning.PREFIX))
    return (*found, Area(0, _("Chỉ tiêu riêng"), own)) if own else tuple(found)


def at_first(by: User, agency: Agency, period: Period) -> tuple[str, ...]:
    """The keys shown to who asks for none: the first of the chapter of their unit, else of the report's first."""
    area = _own_area(by, agency, period) or catalogue.areas()[0].label
    of_area = [one for one in catalogue.indicators() if one.key.startswith(f"{area}.")]
    moving = [one.key for one in of_area if one.kind in (Kind.FLOW, Kind.DISTINCT)]
    return tuple((moving or [one.key for one in of_area])[:AT_FIRST])


def _own_area(by: User, agency: Agency, period: Period) -> str:
    if by.unit is None:
        return ""
    try:
        outlined = blueprint_for(period, agency).outline.all_chapters()
    except NoOutline:
        return ""
    known = {app.label for app in catalogue.areas()}
    owned = (key for one in outlined if one.unit == by.unit.code for key in one.keys)
    return next((key for key in owned if key in known), "")


def read(wanted: Wanted, by: User, agency: Agency) -> Asked:
    """What ``wanted`` means for ``by``. Raises ``BadPeriod``, ``catalogue.Unknown`` and ``TooMuch``."""
    known_regimes = regimes()
    periods = _periods(wanted, known_regimes)
    whole = _whole(wanted, periods, known_regimes)
    asked = Asked(tuple(dict.fromkeys(wanted.keys)), periods, _shares(wanted.unit, by), whole)
    known = {key: one for by_key in declared_in(asked.keys, asked.columns, agency) for key, one in by_key.items()}
    for key in asked.keys:
        catalogue.chosen(key, known)
    if asked.size > MOST_CELLS:
        told = {"n": asked.size, "most": MOST_CELLS}
        raise TooMuch(_("Bảng có %(n)s ô, nhiều hơn %(most)s. Bớt chỉ tiêu, kỳ hoặc đơn vị.") % told)
    return asked


def _periods(wanted: Wanted, known: Sequence[Regime]) -> tuple[Period, ...]:
    found: dict[str, Period] = {}
    for code in _codes(wanted):
        period = the_period(under(code, wanted.regime) if wanted.regime else code, known)
        found[period.code] = period
        if len(found) > MOST_PERIODS:
            raise TooMuch(_("Nhiều hơn %(most)s kỳ. Chọn ít năm hơn.") % {"most": MOST_PERIODS})
    if not found:
        raise BadPeriod(_("Chưa chọn kỳ nào. Ghi mã kỳ như 2022-01, 2022-Q1, cách nhau bằng dấu cách."))
    return tuple(found.values())


def _codes(wanted: Wanted) -> Iterator[str]:
    if wanted.each is Each.OTHER:
        yield from wanted.codes.replace(",", " ").replace(";", " ").split()
        return
    if wanted.last < wanted.first:
        told = {"first": wanted.first, "last": wanted.last}
        raise BadPeriod(_("Năm cuối %(last)s đứng trước năm đầu %(first)s.") % told)
    for year in range(wanted.first, wanted.last + 1):
        yield from (f"{year:04}{ending}" for ending in dict(CODES)[wanted.each])


def _whole(wanted: Wanted, periods: Sequence[Period], known: Sequence[Regime]) -> Period | None:
    """The year that all of ``periods`` fill."""
    fills = wanted.each is not Each.OTHER and wanted.first == wanted.last and periods[0].kind in IN_A_YEAR
    return the_period(under(f"{wanted.first:04}", wanted.regime), known) if fills else None


def _shares(unit: str, by: User) -> tuple[Share | None, ...]:
    """The whole agency only for who reaches all of it; others have their own units."""
    if unit == EACH_UNIT:
        together: tuple[Share | None, ...] = (None,) if reads_all_of(by, by.agency_id) else ()
        return (*shares_of(by), *together)
    if unit:
        return (the_share(by, unit),)
    return (None,) if reads_all_of(by, by.agency_id) else shares_of(by)
