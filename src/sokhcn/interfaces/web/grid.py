"""The sheet of a register: rows typed as in a spreadsheet, each of them kept as soon as one goes on to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web import frame
from sokhcn.interfaces.web.as_shown import VERSION, as_shown, versions_of
from sokhcn.interfaces.web.fields import Field, fields_of
from sokhcn.interfaces.web.findings import by_field
from sokhcn.interfaces.web.narrowing import narrowed
from sokhcn.interfaces.web.places import the_register, the_row
from sokhcn.interfaces.web.refusing import must_be_allowed
from sokhcn.interfaces.web.row import REASON
from sokhcn.interfaces.web.starting import started
from sokhcn.interfaces.web.viewing import as_wanted
from sokhcn.kernel.columns import Cell as Kind
from sokhcn.people.models import User
from sokhcn.people.saved_views import views_for
from sokhcn.records.kept import Kept
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register
from sokhcn.reports.keeping import keep
from sokhcn.reports.retiming import moves_days
from sokhcn.reports.showing import texts_of

AT_MOST, BLANK = 100, 20
ROW, LONGEST_NUMBER = "dong", 18


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the sheet: its column's name, what stands in it, and what is wrong with it."""

    name: str
    text: str
    error: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet, or an empty one; ``errors`` are all sentences for which it was not kept."""

    pk: int | str
    version: str
    cells: tuple[Cell, ...]
    errors: tuple[str, ...] = ()
    kept_at: str = ""


@require_safe
def grid_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The rows of the list as they are narrowed there, as cells to type in, and empty ones below them."""
    register = _typed_into(slug)
    user = must_be_allowed(request, register.keeper)
    asked = narrowed(register, started(register, request.GET, user, frame.working_period(request)), user)
    columns = _columns(register, request, user)
    many = [column.name for column in register.columns if column.cell is Kind.REFERENCES]
    rows = asked.rows.order_by(*ordered(register.order)).prefetch_related(*many)[:AT_MOST]
    told = [Line(row.pk, versions_of(register, row), _cells(columns, texts_of(row, register, user))) for row in rows]
    context = {
        "register": register,
        "asked": asked,
        "columns": columns,
        "lines": [*told, *(Line("", "", _cells(columns, {})) for _ in range(BLANK))],
        "full": len(told) == AT_MOST,
    }
    return render(request, "web/grid.html", context)


@require_POST
def keep_line(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep one row of the sheet; it comes back as it was understood, or with what is wrong at its cells."""
    register = _typed_into(slug)
    given = request.POST.get(ROW, "")
    row: Kept | None = the_row(request, register, int(given)) if _is_number(given) else None
    user = must_be_allowed(request, register.keeper, row)
    columns = _columns(register, request, user)
    texts = {field.name: request.POST[field.name] for field in columns if field.name in request.POST}
    # A cell that nobody filled in a new row is what a new row has there.
    sent = texts if row else {f.name: texts.get(f.name, "") for f in columns if texts.get(f.name) or f.required}
    if row is not None:
        as_shown(register, row, request.POST.get(VERSION, ""))
    outcome = keep(register, row, sent, by=user, reason=request.POST.get(REASON, ""))
    if outcome.row is None:
        wrong, above = by_field(register, outcome.findings, texts)
        shown = {field.name for field in columns}
        errors = (*above, *(line for lines in wrong.values() for line in lines))
        cells = _cells(columns, texts, {name: lines for name, lines in wrong.items() if name in shown})
        line = Line(row.pk if row else "", request.POST.get(VERSION, ""), cells, errors)
    else:
        kept = the_row(request, register, outcome.row.pk)
        now = f"{timezone.localtime():%H:%M}"
        line = Line(kept.pk, versions_of(register, kept), _cells(columns, texts_of(kept, register, user)), kept_at=now)
    return render(request, "web/grid_line.html", {"line": line, "register": register, "wide": len(columns)})


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


def _typed_into(slug: str) -> Register:
    """The register, unless its rows move due dates: then each is looked at on its own page before it is kept."""
    register = the_register(slug)
    if moves_days(register):
        raise Http404(_("Sổ này làm đổi các hạn: sửa ở trang của từng dòng hoặc nhập tệp, để xem trước hạn nào đổi."))
    return register


def _columns(register: Register, request: HttpRequest, by: User) -> list[Field]:
    """The columns of the list as the person wants them, and those without which no row is kept."""
    wanted = set(as_wanted(register, views_for(by, register.slug), request.GET, by).listed)
    fields = fields_of(register, None, {}, {}, by)
    return [field for field in fields if field.name in wanted or field.required]


def _cells(
    columns: Iterable[Field], texts: Mapping[str, str], wrong: Mapping[str, list[str]] | None = None
) -> tuple[Cell, ...]:
    errors: Mapping[str, Any] = wrong or {}
    return tuple(Cell(f.name, texts.get(f.name, ""), " ".join(errors.get(f.name, ()))) for f in columns)
