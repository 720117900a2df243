"""The table of the explorer: a cell for each indicator, period and unit, counted by the questions that reports ask.

No cell is a sum of others: a year is asked for itself, and so is the whole agency. What cannot be told has a reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from sokhcn.figures.aspect import split_key
from sokhcn.figures.derived import Derived, derived_from
from sokhcn.figures.figure import Figure, FigureSet, Value
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Question
from sokhcn.kernel.runs import Runs
from sokhcn.records.asking import answer
from sokhcn.records.kept import LATEST_FIRST
from sokhcn.records.models import Agency
from sokhcn.records.versions import holds_on
from sokhcn.reports import catalogue, owning
from sokhcn.reports.exploring.shares import Share, Untold, of_share
from sokhcn.reports.measuring import measured

TOGETHER = 6  # periods whose questions go in one SELECT of a register, which has room for so many windows
Known = Mapping[str, Indicator | Derived]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which indicators, in which periods, of which units; None among ``shares`` is the whole agency. ``whole`` is the
    year that the periods are parts of, asked for itself behind them."""

    keys: tuple[str, ...]
    periods: tuple[Period, ...]
    shares: tuple[Share | None, ...]
    whole: Period | None = None

    @property
    def columns(self) -> tuple[Period, ...]:
        return (*self.periods, self.whole) if self.whole else self.periods

    @property
    def size(self) -> int:
        return len(self.keys) * len(self.columns) * len(self.shares)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, or the reason why there is none."""

    value: Value | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one unit, or of the whole agency, through the periods."""

    declared: Indicator | Derived
    share: Share | None
    cells: tuple[Cell, ...]


class Place(NamedTuple):
    """Which cell: a column, a share, an indicator."""

    column: int
    share: int
    key: str


def explored(asked: Asked, agency: Agency, today: date) -> tuple[Line, ...]:
    """The lines of ``asked``, indicator by indicator. A query or two for each register and each six periods."""
    known = declared_in(asked.keys, asked.columns, agency)
    counted = _counted(asked, known, agency, today)
    latest = {key: one for by_key in known for key, one in by_key.items()}
    table = _Table(asked, known, agency, counted)
    return tuple(
        Line(latest[key], share, tuple(table.cell(Place(c, s, key)) for c in range(len(asked.columns))))
        for key in asked.keys
        for s, share in enumerate(asked.shares)
    )


def declared_in(keys: Iterable[str], periods: Sequence[Period], agency: Agency) -> tuple[Known, ...]:
    """What may be asked in each of ``periods``; the agency's own indicators are looked up where one is asked for."""
    every: tuple[Indicator | Derived, ...] = (*catalogue.indicators(), *catalogue.derived())
    fixed: Known = {one.key: one for one in every}
    if not any(key.startswith(owning.PREFIX) for key in keys):
        return (fixed,) * len(periods)
    return tuple({one.key: one for one in owning.indicators(agency, period.end)} | dict(fixed) for period in periods)


# --- counting -------------------------------------------------------------------------------------------------------

Counted = Mapping[Place, Cell]


def _counted(asked: Asked, known: Sequence[Known], agency: Agency, today: date) -> Counted:
    """The cells of all indicators that are asked for, or that others are reckoned from."""
    names = _names(agency)
    found: dict[Place, Cell] = {}
    for first in range(0, len(asked.columns), TOGETHER):
        questions: dict[str, Question] = {}
        places: dict[str, Place] = {}
        for column in range(first, min(first + TOGETHER, len(asked.columns))):
            period = asked.columns[column]
            scope = Scope(names.on(period.end).pk, period)
            for place, indicator in _indicators(asked, known[column], column):
                try:
                    if period.start > today:
                        raise Untold(_("kỳ chưa đến"))
                    question = of_share(indicator.ask(scope), asked.shares[place.share]).untraced()
                except (Untold, catalogue.Unknown) as untold:
                    found[place] = Cell(None, str(untold))
                else:
                    name = str(len(places))
                    questions[name], places[name] = question, place
        readings = answer(questions)
        found |= {places[name]: Cell(reading.value) for name, reading in readings.items()}
    return found


def _indicators(asked: Asked, known: Known, column: int) -> Iterator[tuple[Place, Indicator]]:
    bases = dict.fromkeys(base for key in asked.keys if key in known for base in _bases(known[key]))
    for key in bases:
        indicator = known[key]
        if isinstance(indicator, Indicator):
            yield from ((Place(column, s, key), indicator) for s in range(len(asked.shares)))


def _bases(declared: Indicator | Derived) -> tuple[str, ...]:
    """The indicators that are counted for it; one that is reckoned from plans or estimates is measured by itself."""
    if isinstance(declared, Indicator):
        return (declared.key,)
    return declared.of if _is_plain(declared) else ()


def _is_plain(declared: Derived) -> bool:
    return all(split_key(key)[1] is None for key in declared.of)


class _Names:
    """The rows of an agency, which has one for each name that it had."""

    def __init__(self, agency: Agency, rows: Sequence[Agency]) -> None:
        self._agency, self._rows = agency, rows

    def on(self, day: date) -> Agency:
        return next((row for row in self._rows if holds_on(row, day)), self._agency)


def _names(agency: Agency) -> _Names:
    return _Names(agency, list(Agency.objects.filter(code=agency.code).order_by(LATEST_FIRST)))


# --- cells ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    asked: Asked
    known: Sequence[Known]
    agency: Agency
    counted: Counted

    def cell(self, place: Place) -> Cell:
        declared = self.known[place.column].get(place.key)
        if declared is None:
            return Cell(None, _("chỉ tiêu chưa có trong kỳ này"))
        return self._reckoned(place, declared) if isinstance(declared, Derived) else self._told(place)

    def _told(self, place: Place) -> Cell:
        """What was counted; that no row is of a unit which was not there yet says nothing."""
        cell, share = self.counted[place], self.asked.shares[place.share]
        if share and cell.value == 0 and not share.was_there(self.asked.columns[place.column]):
            return Cell(None, _("đơn vị chưa có hoặc không còn trong kỳ này"))
        return cell

    def _reckoned(self, place: Place, declared: Derived) -> Cell:
        if not _is_plain(declared):
            return self._measured(place, declared)
        operands = {key: self._told(Place(place.column, place.share, key)) for key in declared.of}
        if untold := next((cell for cell in operands.values() if cell.value is None), None):
            return untold
        period = self.asked.columns[place.column]
        figures = {key: _figure(self.known[place.column][key], cell.value) for key, cell in operands.items()}
        return _or_nothing(derived_from(FigureSet(figures), declared, period).value)

    def _measured(self, place: Place, declared: Derived) -> Cell:
        if self.asked.shares[place.share] is not None:
            return Cell(None, _("kế hoạch và số ước chỉ có cho cả cơ quan"))
        known, period = self.known[place.column], self.asked.columns[place.column]
        bases = [known[base] for base in dict.fromkeys(split_key(key)[0] for key in declared.of)]
        operands = [one for one in bases if isinstance(one, Indicator)]
        return _or_nothing(measured(operands, [declared], period, self.agency)[declared.key].value)


def _figure(declared: Indicator | Derived, value: Value | None) -> Figure:
    assert isinstance(declared, Indicator)
    about = {"key": declared.key, "label": declared.label, "unit": declared.unit, "kind": declared.kind, "basis": ""}
    return Figure(**about, value=value, rows=Runs(), register="", conditions=())  # type: ignore[arg-type]


def _or_nothing(value: Value | None) -> Cell:
    return Cell(value, "" if value is not None else _("thiếu số để chia hoặc số chia bằng 0"))
