"""What falls due, as a list with its pipeline and as a month: which rows, by when, and which rule made the day."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.days import day_of, named_day
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.models import User
from sokhcn.people.mutes import muted
from sokhcn.records.dated import work_calendar
from sokhcn.records.due import DueDate
from sokhcn.records.models import Unit
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.falling import Asked, Day, Line, days_of, due_rows, narrowed, own_unit, pipeline, units_of

AT_A_TIME = 50
LATE, ALL = "qua-han", "tat-ca"
# How far ahead one looks: the name in the address, and the days from which and up to which things fall due.
SPANS: Mapping[str, tuple[int | None, int | None]] = MappingProxyType(
    {LATE: (None, -1), "7": (0, 7), "30": (None, 30), "90": (None, 90), ALL: (None, None)}
)
# The columns of the pipeline, in days from the day.
TIERS: tuple[tuple[int | None, int], ...] = ((None, -1), (0, 7), (8, 30), (31, 60), (61, 90))
WHOLE = "tat-ca"


@dataclass(frozen=True, slots=True)
class Filter:
    """The filter as the address says it, with what its fields offer."""

    asked: Asked
    day: date
    span: str
    unit: str
    units: tuple[Unit, ...]
    registers: tuple[Register, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the month's calendar; ``day`` of another month is shown pale."""

    day: date
    is_other: bool
    is_off: bool
    due: Day | None


def _filter(request: HttpRequest, by: User, units: tuple[Unit, ...]) -> Filter:
    day, unit = day_of(request), request.GET.get("donvi") or own_unit(by) or WHOLE
    if unit != WHOLE and unit not in {one.code for one in units}:
        raise Http404(f"Không có đơn vị “{unit}”.")
    span = request.GET.get("trong", "30")
    first, last = named_day(request, "tu"), named_day(request, "den")
    if first is None and last is None:
        start, end = SPANS.get(span, SPANS["30"])
        first, last = _after(day, start), _after(day, end)
    slug = request.GET.get("so", "")
    register = _register(slug) if slug else None
    asked = Asked(register, "" if unit == WHOLE else unit, first, last)
    registers = tuple(register for register in catalogue.registers() if register.area)
    offered = {one.code: one for one in units}  # a unit that was renamed has several rows
    return Filter(asked, day, span, unit, tuple(offered.values()), registers)


def _after(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)


def _register(slug: str) -> Register:
    try:
        return catalogue.register(slug)
    except catalogue.Unknown as unknown:
        raise Http404(str(unknown)) from unknown


@require_safe
def due_page(request: HttpRequest) -> HttpResponse:
    """The list, below how much waits in each register and unit."""
    by = the_person(request)
    units = units_of(by)
    chosen = _filter(request, by, units)
    rows = due_rows(by)
    everywhere = narrowed(rows, Asked(chosen.asked.register, chosen.asked.unit))
    among = narrowed(rows, chosen.asked)
    total = among.count()
    page = _page(request.GET.get("page", ""), total)
    shown = among.select_related("unit", "term").order_by("due_on", "pk")[(page - 1) * AT_A_TIME : page * AT_A_TIME]
    context = {
        "now": timezone.localtime(),
        "filter": chosen,
        "lines": [_counted(line, chosen.day) for line in pipeline(everywhere, chosen.day, units)],
        "rows": shown,
        "muted": muted(by),
        "total": total,
        "page": page,
        "pages": max(-(-total // AT_A_TIME), 1),
        "other_day": chosen.day != timezone.localdate(),
    }
    return render(request, "web/due.html", context)


def _counted(line: Line, day: date) -> tuple[Line, list[tuple[int, date | None, date | None]]]:
    """A line of the pipeline, and each of its counts with the days that it is of."""
    spans = ((_after(day, first), _after(day, last)) for first, last in TIERS)
    return line, [(many, *span) for many, span in zip(line.tiers.values(), spans, strict=True)]


def _page(told: str, total: int) -> int:
    pages = max(-(-total // AT_A_TIME), 1)
    return min(max(int(told), 1), pages) if told.isdecimal() and len(told) < len("1000000") else 1


@require_safe
def month_page(request: HttpRequest) -> HttpResponse:
    """A month as a calendar."""
    by = the_person(request)
    chosen = _filter(request, by, units_of(by))
    first = (named_day(request, "thang") or chosen.day).replace(day=1)
    rows = narrowed(due_rows(by), Asked(chosen.asked.register, chosen.asked.unit))
    context = {
        "filter": chosen,
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=31)).replace(day=1),
        "weeks": _weeks(first, rows),
        "other_day": chosen.day != timezone.localdate(),
    }
    return render(request, "web/due_month.html", context)


def _weeks(first: date, rows: QuerySet[DueDate]) -> list[list[Square]]:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    found: Mapping[date, Any] = days_of(rows, weeks[0][0], weeks[-1][-1])
    calendar = work_calendar()
    return [
        [Square(day, day.month != first.month, not calendar.is_working(day), found.get(day)) for day in week]
        for week in weeks
    ]
