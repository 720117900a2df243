"""The first page: what is overdue or falls due soon, what waits for the person, and whether the registers are full."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.closings import next_open
from sokhcn.interfaces.web.days import day_of
from sokhcn.interfaces.web.frame import ring, working_period
from sokhcn.interfaces.web.muting import silenced
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.models import Reach, User
from sokhcn.records.registering import Register
from sokhcn.reports.closing.completeness import WITHOUT_UNIT, Cell, Matrix
from sokhcn.reports.desk import Waiting, desk, digest
from sokhcn.reports.models import Act
from sokhcn.reports.raising import raised

PAGES = MappingProxyType(
    {"promise": "promises", "step": "review", Act.NUMBER: "leaving", Act.ISSUE: "leaving"}
)  # where each kind of thing that waits is done, or each step; the others on the report's page
LOOKS = MappingProxyType({"close": "soon", "step": "wait", "chapter": "back", "promise": "look", "drift": "look"})


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits, with the page on which it is done."""

    link: str
    look: str
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix of completeness as a table: its units, and by register a cell for each, or none."""

    matrix: Matrix
    units: tuple[str, ...]
    lines: tuple[tuple[Register, tuple[Cell | None, ...]], ...]
    closed: int
    total: int


@require_safe
def home_page(request: HttpRequest) -> HttpResponse:
    """Việc của tôi."""
    by, day = the_person(request), day_of(request)
    period = working_period(request)
    found = desk(by, day, period)
    context = {
        "desk": found,
        "items": [_item(waiting, found.matrix, by) for waiting in found.waiting],
        "grid": _grid(found.matrix, by) if found.matrix else None,
        "other_day": day != timezone.localdate(),
        "ky": period,
    }
    return render(request, "web/home.html", context)


@require_safe
def digest_page(request: HttpRequest) -> HttpResponse:
    """The morning digest: under the bell, or as a page of its own."""
    found = digest(the_person(request), day_of(request))
    if found.day == timezone.localdate():
        ring(request, found)
    part = getattr(request, "htmx", False)
    context: dict[str, Any] = {"digest": found, "raised": raised(the_person(request), found.day)}
    if not part:
        context["silent"] = silenced(the_person(request))
    return render(request, "web/digest_part.html" if part else "web/digest.html", context)


def _item(waiting: Waiting, closings: Matrix | None, by: User) -> Item:
    link = next_open(closings, by) if waiting.kind == "close" and closings else _link(waiting)
    return Item(link, LOOKS[waiting.kind], waiting)


def _link(waiting: Waiting) -> str:
    if waiting.period is None:
        return reverse("reports")
    name = PAGES.get(waiting.place) or PAGES.get(waiting.kind, "report")
    page = reverse(name, args=[waiting.period.code])
    if waiting.kind == "chapter":
        return f"{page}?muc={waiting.place}#s-{waiting.place}"
    return f"{page}?du-thao={waiting.draft}" if waiting.draft else page


def _grid(found: Matrix, by: User) -> Grid:
    """All units, or for those who reach only one, theirs."""
    own = by.unit.short if by.reach == Reach.UNIT and by.unit is not None else ""
    cells = [cell for cell in found.cells if own in ("", cell.owner)]
    # Rows that no unit has taken stand last.
    units = tuple(sorted({cell.owner for cell in cells}, key=lambda owner: (owner == WITHOUT_UNIT, owner)))
    lines: dict[str, tuple[Register, dict[str, Cell]]] = {}
    for cell in cells:
        lines.setdefault(cell.register.slug, (cell.register, {}))[1][cell.owner] = cell
    table = tuple((register, _spread(units, of_register)) for register, of_register in lines.values())
    return Grid(found, units, table, sum(cell.is_closed for cell in cells), len(cells))


def _spread(units: tuple[str, ...], cells: Mapping[str, Any]) -> tuple[Cell | None, ...]:
    return tuple(cells.get(unit) for unit in units)
