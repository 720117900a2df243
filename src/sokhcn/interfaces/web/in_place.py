"""A row that is a part of another, edited where it stands in that one's page: its listed cells become fields."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.as_shown import VERSION, as_shown, versions_of
from sokhcn.interfaces.web.children import child_of
from sokhcn.interfaces.web.fields import fields_of, posted
from sokhcn.interfaces.web.findings import by_field
from sokhcn.interfaces.web.places import the_register, the_row
from sokhcn.interfaces.web.refusing import must_be_allowed, the_person
from sokhcn.interfaces.web.row import REASON
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.reports.keeping import keep
from sokhcn.reports.showing import texts_of


@require_http_methods(["GET", "HEAD", "POST"])
def edit_in_place(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The row of the table as fields; sent, it is a row of the table again. Without htmx it is the row's own page."""
    register = the_register(slug)
    if not getattr(request, "htmx", False):
        return redirect("row", slug, pk)
    row: Kept = the_row(request, register, pk, rows=register.model.objects.select_related(*register.related))
    user = must_be_allowed(request, register.keeper, row)
    told = _told(register)
    if request.method != "POST":
        if "thoi" in request.GET:
            return _as_row(request, register, row, user)
        return _as_fields(request, register, row, texts_of(row, told, user))
    texts = posted(told, request.POST.dict())
    as_shown(register, row, request.POST.get(VERSION, ""))
    outcome = keep(register, row, texts, by=user, reason=request.POST.get(REASON, ""))
    stored = the_row(request, register, pk)
    if outcome.row is None:
        return _as_fields(request, register, stored, texts, outcome.findings)
    return _as_row(request, register, stored, user)


def _told(register: Register) -> Register:
    """``register`` with the columns alone that the table shows."""
    shown = [name for name in register.listed if name != register.model.part_of]
    return replace(register, columns=tuple(register.column(name) for name in shown))


def _as_row(request: HttpRequest, register: Register, row: Kept, by: User) -> HttpResponse:
    child = child_of(register, row, by)
    return render(request, "web/row_child.html", {"child": child, "may_write": True})


def _as_fields(
    request: HttpRequest, register: Register, row: Kept, texts: dict[str, str], findings: tuple[Finding, ...] = ()
) -> HttpResponse:
    told = _told(register)
    errors, above = by_field(register, findings, texts)
    shown = {column.name for column in told.columns}
    above += [line for name, lines in errors.items() if name not in shown for line in lines]
    fields = fields_of(told, row, texts, errors, the_person(request))
    context: dict[str, Any] = {
        "register": register,
        "row": row,
        "version": request.POST.get(VERSION, "") if findings else versions_of(register, row),
        "fields": [replace(field, form=f"c{row.pk}") for field in fields],
        "wide": len(fields) + 1,
        "above": above,
        "reason": request.POST.get(REASON, ""),
        "reason_wanted": any(finding.id == "register.reason" for finding in findings),
    }
    return render(request, "web/row_child_form.html", context)
