"""The page of a register: its rows narrowed, ordered and paged, as a page, as a part of one, or as a file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.narrowing import Narrowed, has_day, narrowed
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.table import AT_A_TIME, Sheet, footer, table_of, totals
from sokhcn.people.permissions import within_reach
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.sheets import as_csv, as_xlsx, template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def the_register(slug: str) -> Register:
    """The register called ``slug``, or a page that says which there are."""
    try:
        return catalogue.register(slug)
    except catalogue.Unknown as unknown:
        raise Http404(str(unknown)) from unknown


def the_row(request: HttpRequest, register: Register, pk: int, *, rows: Any = None) -> Any:
    """The row ``pk`` where it lies within the person's reach, among ``rows`` (all, also in the trash); else no page."""
    among = register.model.everything.select_related(*register.related) if rows is None else rows
    return get_object_or_404(within_reach(among, the_person(request)), pk=pk)


@require_safe
def register_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The list; htmx asks for the table only."""
    register = the_register(slug)
    asked = narrowed(register, request.GET, the_person(request))
    context = _context(request, register, asked)
    part = getattr(request, "htmx", False) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    return render(request, "web/rows.html" if part else "web/register.html", context)


def _context(request: HttpRequest, register: Register, asked: Narrowed) -> dict[str, Any]:
    total = totals(register, asked.rows)
    sheet = Sheet(request.GET.get("sort", ""), request.GET.get("page", ""), whole="in" in request.GET)
    return {
        "register": register,
        "may_keep": request.user.has_perm(register.keeper),
        "asked": asked,
        "table": table_of(register, asked.rows, total, sheet, the_person(request)),
        "print_now": sheet.whole,
        "more_than_a_page": total.rows > AT_A_TIME and not sheet.whole,
        "total": total,
        "footer": footer(register, total),
        "has_day": has_day(register),
        "now": timezone.localtime(),
        "part": bool(getattr(request, "htmx", False)),
    }


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
    return narrowed(register, request.GET, the_person(request)).rows.order_by(*ordered(register.order))


def _kept(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
