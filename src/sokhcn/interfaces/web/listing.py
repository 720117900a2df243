"""The page of a register: its rows narrowed, ordered and paged, as a page, as a part of one, or as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web import frame
from sokhcn.interfaces.web.narrowing import Narrowed, has_day, narrowed
from sokhcn.interfaces.web.places import the_register as the_register
from sokhcn.interfaces.web.places import the_row as the_row
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.starting import PANELS, started
from sokhcn.interfaces.web.table import LENGTHS, Sheet, footer, heads, lines, table_of, totals, without
from sokhcn.interfaces.web.together import steps_for
from sokhcn.interfaces.web.viewing import as_wanted, choices
from sokhcn.people.saved_views import CHOSEN, chosen_for, views_for
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register
from sokhcn.reports.retiming import moves_days
from sokhcn.reports.sheets import as_csv, as_xlsx, template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
KEPT = ("sort", "so_dong", "cot", "thung-rac")  # what the form of the filters sends along


@require_safe
def register_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The list; htmx asks for the table only."""
    register = the_register(slug)
    part = getattr(request, "htmx", False) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    return render(request, "web/rows.html" if part else "web/register.html", _context(request, register))


def _context(request: HttpRequest, register: Register) -> dict[str, Any]:
    user, asked = the_person(request), _asked(request, register, offers=PANELS in request.GET)
    # The views have a panel of their own, which is fetched when somebody opens it.
    views = (views_for if PANELS in request.GET else chosen_for)(user, register.slug)
    shown, sheet = as_wanted(register, views, request.GET, user), Sheet.of(request.GET)
    # What nothing narrows is counted in a second request: the first rows need not wait for the last.
    counted = asked.is_narrowed or sheet.whole or "tong" in request.GET
    total = totals(shown, asked.rows) if counted else None
    table = table_of(shown, asked.rows, total, sheet, user)
    if total is None and table.page.number == 1 and not table.page.has_next():
        total = totals(shown, asked.rows)
    return {
        "register": shown,
        "may_keep": request.user.has_perm(register.keeper),
        "moves_days": moves_days(register),
        "asked": asked,
        "query": asked.asked,
        "table": table,
        "heads": heads(table, asked.asked),
        "lines": lines(table, ticked=not asked.trash),
        "shown": shown_rows(table),
        "print_now": sheet.whole,
        "more_than_a_page": table.page.has_other_pages() and not sheet.whole,
        "total": total,
        "footer": footer(shown, total) if total else [("", False)] * len(shown.listed[1:]),
        "has_day": has_day(register),
        "views": [view for view in views if view.name != CHOSEN],
        "panels": PANELS in request.GET,
        "choices": choices(register, shown) if PANELS in request.GET else (),
        "kept": KEPT,
        "lengths": LENGTHS,
        "unpaged": without(asked.asked, "so_dong", "page", "in"),
        "turned": without(asked.asked, "page"),
        "length": sheet.per_page,
        "steps": () if asked.trash else steps_for(register, table.page.object_list, user),
        "now": timezone.localtime(),
        "part": bool(getattr(request, "htmx", False)),
    }


def shown_rows(table: Any) -> tuple[int, int]:
    """The numbers of the first and the last row of a page, though nobody may have counted all."""
    before = (table.page.number - 1) * table.paginator.per_page
    return before + 1, before + len(table.page.object_list)


def _asked(request: HttpRequest, register: Register, *, offers: bool = False) -> Narrowed:
    user, period = the_person(request), frame.working_period(request)
    return narrowed(register, started(register, request.GET, user, period), user, period, offers=offers)


@require_safe
def conditions_part(request: HttpRequest, slug: str) -> HttpResponse:
    """What else a list may be asked, fetched when somebody looks for it."""
    register = the_register(slug)
    context = {"register": register, "asked": _asked(request, register, offers=True), "has_day": has_day(register)}
    return render(request, "web/list_conditions.html", context)


@require_safe
def columns_part(request: HttpRequest, slug: str) -> HttpResponse:
    """The columns that a list may show, fetched when somebody chooses them."""
    register, user = the_register(slug), the_person(request)
    shown = as_wanted(register, views_for(user, slug), request.GET, user)
    context = {"register": register, "choices": choices(register, shown), "query": request.GET}
    return render(request, "web/list_columns.html", context)


@require_safe
def views_part(request: HttpRequest, slug: str) -> HttpResponse:
    """The saved views of a list, fetched when somebody looks for them."""
    register = the_register(slug)
    views = [view for view in views_for(the_person(request), slug) if view.name != CHOSEN]
    return render(request, "web/list_views.html", {"register": register, "views": views, "query": request.GET})


@require_safe
def totals_part(request: HttpRequest, slug: str) -> HttpResponse:
    """The row of totals of a list, and how many rows it has."""
    register, user = the_register(slug), the_person(request)
    asked = _asked(request, register)
    shown = as_wanted(register, views_for(user, slug), request.GET, user)
    total = totals(shown, asked.rows)
    context = {"total": total, "footer": footer(shown, total), "part": True, "trash": asked.trash}
    return render(request, "web/totals.html", context)


@require_safe
def rows_file(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """The rows of the list as CSV, with the headings that the importer reads back."""
    register = the_register(slug)
    lines = as_csv(register, _rows(request, register), the_person(request))
    return StreamingHttpResponse(lines, content_type=CSV, headers=_kept(f"{slug}.csv"))


@require_safe
def rows_book(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a workbook."""
    register = the_register(slug)
    data = as_xlsx(register, _rows(request, register), the_person(request))
    return HttpResponse(data, content_type=XLSX, headers=_kept(f"{slug}.xlsx"))


@require_safe
def template_file(request: HttpRequest, slug: str) -> HttpResponse:
    """An empty workbook with the headings of the register, its choices and an example."""
    return HttpResponse(
        template(the_register(slug), the_person(request)), content_type=XLSX, headers=_kept(f"{slug}-mau.xlsx")
    )


def _rows(request: HttpRequest, register: Register) -> Any:
    return _asked(request, register).rows.order_by(*ordered(register.order))


def _kept(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
