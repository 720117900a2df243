"""Which unit has closed which register for a period: the matrix, and what keeps a report from being handed in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext_noop

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.records.models import Agency, Closing, Supplement, Unit
from sokhcn.records.placing import placings
from sokhcn.records.registering import Register
from sokhcn.reports.closing.activity import Place, counted
from sokhcn.reports.closing.chain import previous
from sokhcn.reports.closing.duties import in_force, locked_on
from sokhcn.reports.closing.expecting import LOOKED_BACK, fallen_due, hints
from sokhcn.reports.models import Edition, ReportingDuty

DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)
MOST_NAMED = 5
WITHOUT_UNIT = "(chưa ghi đơn vị)"


class CellState(StrEnum):
    """How a register of a unit stands for a period; the values are the words that people read."""

    ROWS = "có số liệu"
    NIL = "không phát sinh"
    OPEN = "chưa chốt"
    OVERDUE = "quá hạn"


@dataclass(frozen=True, slots=True)
class Cell:
    """A register of a unit for a period. ``rows`` have a day in it; ``late`` of them an exception let in after the
    closing; ``expected`` says in words why rows were to be expected. ``open_until`` is a running exception."""

    unit: Unit | None
    register: Register
    state: CellState
    rows: int
    late: int
    closing: Closing | None
    expected: tuple[str, ...]
    open_until: datetime | None

    @property
    def is_closed(self) -> bool:
        return self.state in (CellState.ROWS, CellState.NIL)

    @property
    def owner(self) -> str:
        return self.unit.short if self.unit else WITHOUT_UNIT


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells of a period, by register and then unit. ``lock`` closes the period as a whole, where that was done."""

    period: Period
    locked_on: date
    cells: tuple[Cell, ...]
    lock: Closing | None

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(sorted({cell.owner for cell in self.cells}))

    def count(self, state: CellState) -> int:
        return sum(cell.state is state for cell in self.cells)


def matrix(period: Period, agency: Agency, *, at: datetime | None = None) -> Matrix:
    """How the registers of ``agency`` stand for ``period`` at a moment: one query for all, and a dozen besides."""
    at = at or timezone.now()
    agency = agency.as_of(period.end)
    lock_day = locked_on(period)
    closings = _closings(period, agency)
    look = _Look(period, agency, closings, timezone.localdate(at) > lock_day, at)
    lock = next(
        (one for one in closings if one.kind == Closing.Kind.LOCK and not one.unit_id and not one.register), None
    )
    return Matrix(period, lock_day, tuple(look.cells()), lock)


def _closings(period: Period, agency: Agency) -> tuple[Closing, ...]:
    meeting = Closing.objects.filter(agency=agency, first_on__lte=period.end, last_on__gte=period.start)
    return tuple(meeting.order_by("first_on", "closed_at", "pk"))


class _Look:
    """What is known of one period before its cells are told."""

    def __init__(
        self, period: Period, agency: Agency, closings: tuple[Closing, ...], is_late: bool, at: datetime
    ) -> None:
        self.period, self.closings, self.is_late, self.at = period, closings, is_late, at
        self.windows = _windows(period)
        self.counts = counted(agency.pk, self.windows)
        self.waiting = fallen_due(period, agency)
        self.units: Mapping[int, Unit] = {unit.pk: unit for unit in Unit.objects.filter(agency=agency)}
        noted = Supplement.objects.filter(agency=agency.code, day__range=period.days)
        self.late = {(row.register, row.unit, row.row) for row in noted}

    def cells(self) -> Iterator[Cell]:
        pairs = self._pairs()
        for placing in placings():
            units = [unit for label, unit in pairs if label == placing.label]
            for unit in sorted(units, key=self._code):
                yield self._cell(placing.label, unit, placing.register)

    def _pairs(self) -> set[Place]:
        """The registers that each unit keeps: with rows in the last year, named by a duty, or closed by it."""
        closed = {(one.register, one.unit_id) for one in self.closings if one.register and one.unit_id}
        return {*self.counts, *closed, *self._owed()}

    def _code(self, unit: int | None) -> str:
        """By what units are sorted; rows without one come last."""
        return self.units[unit].code if unit is not None and unit in self.units else "~"

    def _owed(self) -> Iterator[Place]:
        by_slug = {placing.register.slug: placing.label for placing in placings()}
        for duty in in_force(self.period.end):
            if duty.level == ReportingDuty.Level.UNIT and duty.kind == self.period.kind:
                units = [pk for pk, unit in self.units.items() if duty.unit in ("", unit.code)]
                slugs = (slug.strip() for slug in duty.registers.split("|"))
                yield from ((by_slug[slug], pk) for slug in slugs if slug in by_slug for pk in units)

    def _cell(self, label: str, unit: int | None, register: Register) -> Cell:
        signed = [one for one in self.closings if one.register == label and one.unit_id in (None, unit)]
        signed = [one for one in signed if one.kind != Closing.Kind.LOCK]
        rows, *before = self.counts.get((label, unit), [0] * len(self.windows))
        told = self.units.get(unit) if unit else None
        late = sum((label, told.short if told else "") == one[:2] for one in self.late)
        openings = [one.open_until for one in self._holding(label, unit) if one.open_until and one.is_open(self.at)]
        expected = hints(tuple(before[:LOOKED_BACK]), self.waiting.get((label, unit), ()))
        state = self._state(signed, rows)
        return Cell(
            told, register, state, rows, late, signed[-1] if signed else None, expected, max(openings, default=None)
        )

    def _holding(self, label: str, unit: int | None) -> Iterator[Closing]:
        return (one for one in self.closings if one.register in ("", label) and one.unit_id in (None, unit))

    def _state(self, signed: list[Closing], rows: int) -> CellState:
        if _cover(signed, self.period):
            is_nil = not rows and all(one.kind == Closing.Kind.NIL for one in signed)
            return CellState.NIL if is_nil else CellState.ROWS
        return CellState.OVERDUE if self.is_late else CellState.OPEN


def _windows(period: Period) -> list[tuple[date, date]]:
    """The period's own days, those of the periods before it, and the year before it as a whole."""
    found, before = [period.days], period
    for _ in range(LOOKED_BACK):
        before = previous(before)
        found.append(before.days)
    return [*found, (period.start - A_YEAR, period.end)]


def _cover(closings: Iterable[Closing], period: Period) -> bool:
    """Whether ``closings``, in the order of their first days, hold every day of ``period``."""
    reached = period.start - DAY
    for one in closings:
        if one.first_on <= reached + DAY:
            reached = max(reached, one.last_on)
    return reached >= period.end


def incomplete(edition: Edition) -> tuple[Finding, ...]:
    """What units still have to close before ``edition`` may be handed in, a finding a unit; statistics and free
    windows are closed by nobody."""
    period = edition.period
    agency = Agency.objects.filter(code=edition.agency).order_by("pk").first()
    if agency is None or period.kind is PeriodKind.WINDOW or period.regime.for_statistics:
        return ()
    found = matrix(period, agency)
    return tuple(_lacking(found, owner) for owner in found.units if _open(found, owner)) + _reopened(found)


def _open(found: Matrix, owner: str) -> list[Cell]:
    return [cell for cell in found.cells if cell.owner == owner and not cell.is_closed]


def _lacking(found: Matrix, owner: str) -> Finding:
    cells = _open(found, owner)
    template = gettext_noop("{unit} chưa chốt {many} sổ của {period}: {registers}.")
    advice = "Chốt bằng ./sokhcn closing close {code} SỔ{whose}, không có dòng thì closing nil."
    return must(
        "closing.incomplete",
        template,
        suggestion=advice,
        code=found.period.code,
        whose=f" --unit {cells[0].unit.code}" if cells[0].unit else "",
        unit=owner,
        many=len(cells),
        period=found.period.name,
        registers=", ".join(cell.register.short for cell in cells),
    )


def _reopened(found: Matrix) -> tuple[Finding, ...]:
    """Registers that an exception still holds open, a finding for each moment until which it does: rows may come in
    yet."""
    opened: dict[datetime, list[Cell]] = {}
    for cell in found.cells:
        if cell.open_until and cell.is_closed:
            opened.setdefault(cell.open_until, []).append(cell)
    return tuple(_still_open(until, cells) for until, cells in sorted(opened.items()))


def _still_open(until: datetime, cells: list[Cell]) -> Finding:
    told = {"until": f"{timezone.localtime(until):%H:%M ngày %d/%m/%Y}"}
    advice = "Chốt lại sổ khi đã ghi xong dòng bổ sung."
    if len(cells) == 1:
        one = gettext_noop("Sổ “{register}” của {unit} đang mở lại đến {until}.")
        about = {"register": cells[0].register.title, "unit": cells[0].owner}
        return must("closing.reopened", one, suggestion=advice, **about, **told)
    many = gettext_noop("{many} sổ đang mở lại đến {until}: {registers}.")
    named = dict.fromkeys(cell.register.short for cell in cells)
    said = ", ".join([*named][:MOST_NAMED]) + (", …" if len(named) > MOST_NAMED else "")
    return must("closing.reopened", many, suggestion=advice, many=len(cells), registers=said, **told)
