"""What falls due, for one person: the rows within reach narrowed, counted by register and unit, and laid in a month."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from sokhcn.people.models import Role, User
from sokhcn.people.permissions import within_reach
from sokhcn.records.due import TIERS, DueDate
from sokhcn.records.models import Unit
from sokhcn.records.registering import Register
from sokhcn.records.worklist import OVERDUE
from sokhcn.reports import catalogue

OF_A_UNIT = (Role.SPECIALIST, Role.HEAD)  # who looks after one unit; the others look after the agency
A_DAY_SHOWS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are meant: of a register, of a unit by its code, due from one day to another; any may be left open."""

    register: Register | None = None
    unit: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What waits in one register of one unit: how many rows, by the days they fall due within; 0 is overdue."""

    register: Register
    unit: Unit | None
    tiers: Mapping[int, int]

    @property
    def total(self) -> int:
        return sum(self.tiers.values())


@dataclass(frozen=True, slots=True)
class Day:
    """What falls due on one day: how many rows, and the first of them."""

    many: int
    first: tuple[DueDate, ...]


def own_unit(by: User) -> str:
    """The code of the unit that ``by`` looks after; nothing for those who look after the whole agency."""
    return by.unit.code if by.unit is not None and by.role in OF_A_UNIT else ""


def due_rows(by: User) -> QuerySet[DueDate]:
    """What waits in the agency of ``by``, so far as it lies within reach."""
    return within_reach(DueDate.objects.filter(agency=by.agency_id), by) if by.agency_id else DueDate.objects.none()


def narrowed(rows: QuerySet[DueDate], asked: Asked) -> QuerySet[DueDate]:
    """Those of ``rows`` that ``asked`` means. What no unit has taken is everybody's."""
    if asked.register is not None:
        rows = rows.filter(register=asked.register.model._meta.label_lower)
    if asked.unit:
        rows = rows.filter(Q(unit__code=asked.unit) | Q(unit=None))
    if asked.first is not None:
        rows = rows.filter(due_on__gte=asked.first)
    return rows if asked.last is None else rows.filter(due_on__lte=asked.last)


def units_of(by: User) -> tuple[Unit, ...]:
    """The units of the agency of ``by``, by their codes; one query."""
    return tuple(Unit.objects.filter(agency=by.agency_id).order_by("code", "pk"))


def pipeline(rows: QuerySet[DueDate], today: date, units: tuple[Unit, ...]) -> tuple[Line, ...]:
    """How much waits, up to the farthest tier, in the order of the registers and units; one query."""
    by_label = {register.model._meta.label_lower: register for register in catalogue.registers()}
    by_key = {unit.pk: unit for unit in units}
    soon = rows.filter(due_on__lte=today + timedelta(days=TIERS[-1])).order_by()
    asked: Any = soon.values_list("register", "unit").annotate(**_tiers(today))
    found = [
        Line(by_label[label], by_key.get(unit), dict(zip((OVERDUE, *TIERS), many, strict=True)))
        for label, unit, *many in asked
    ]
    order = {label: n for n, label in enumerate(by_label)}
    return tuple(sorted(found, key=lambda line: (order[_label(line)], line.unit.code if line.unit else "~")))


def _label(line: Line) -> str:
    return line.register.model._meta.label_lower


def _tiers(today: date) -> dict[str, Any]:
    after, counts = today, {"late": Count("pk", filter=Q(due_on__lt=today))}
    for days in TIERS:
        last = today + timedelta(days=days)
        counts[f"in_{days}"] = Count("pk", filter=Q(due_on__gte=after, due_on__lte=last))
        after = last + timedelta(days=1)
    return counts


def days_of(rows: QuerySet[DueDate], first: date, last: date) -> Mapping[date, Day]:
    """Each day from ``first`` to ``last`` on which something falls due; two queries, however much it is."""
    within = rows.filter(due_on__range=(first, last)).order_by()
    counts: Any = within.values_list("due_on").annotate(many=Count("*"))
    place = Window(RowNumber(), partition_by=[F("due_on")], order_by=[F("pk").asc()])
    shown: dict[date, list[DueDate]] = {}
    for row in within.annotate(place=place).filter(place__lte=A_DAY_SHOWS).select_related("unit").order_by("pk"):
        shown.setdefault(row.due_on, []).append(row)
    return {day: Day(count, tuple(shown.get(day, ()))) for day, count in sorted(counts)}
