"""The page of one row: what is written of it, its next steps and its history; and its form, when it is changed."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.as_shown import VERSION, as_shown, versions_of
from sokhcn.interfaces.web.beside import beside
from sokhcn.interfaces.web.changes import history
from sokhcn.interfaces.web.children import panels
from sokhcn.interfaces.web.coming_back import came_from
from sokhcn.interfaces.web.facts import facts_of
from sokhcn.interfaces.web.fields import fields_of, posted, texts_for
from sokhcn.interfaces.web.findings import by_field, sentence
from sokhcn.interfaces.web.ladder import ladder
from sokhcn.interfaces.web.places import the_register, the_row
from sokhcn.interfaces.web.refusing import must_be_allowed, the_person
from sokhcn.interfaces.web.retiming import to_be_seen
from sokhcn.interfaces.web.verb_forms import Tried, verb_forms
from sokhcn.kernel.finding import Finding
from sokhcn.records.kept import Kept
from sokhcn.records.locks import issued_with
from sokhcn.records.registering import Register
from sokhcn.reports.attaching import attachments_of, may_open
from sokhcn.reports.keeping import keep
from sokhcn.reports.originating import origin_of

Texts = Mapping[str, str]
Findings = tuple[Finding, ...]
REASON, AGAIN, EDIT = "ly-do", "them-nua", "sua"


@require_http_methods(["GET", "HEAD", "POST"])
def new_row(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a row that is not there yet; the address may fill fields by name."""
    register = the_register(slug)
    user = must_be_allowed(request, register.keeper)
    if request.method != "POST":
        return _page(request, register, None, texts_for(register, None, request.GET.dict(), user))
    texts = posted(register, request.POST.dict())
    if retimed := to_be_seen(request, register, None, texts):
        return render(request, "web/row.html", {**_context(request, register, None, texts), **retimed})
    outcome = keep(register, None, texts, by=user)
    if outcome.row is None:
        return _page(request, register, None, texts, outcome.findings)
    messages.success(request, _("Đã thêm “%(row)s”.") % {"row": outcome.row})
    warn(request, outcome.findings)
    return redirect("row-new" if AGAIN in request.POST else "register", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def row_page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A row that is there, to be read; its form where it is asked for; and what happened to it."""
    register = the_register(slug)
    row: Kept = the_row(request, register, pk)
    if request.method != "POST":
        return _page(request, register, row)
    user = must_be_allowed(request, register.keeper, row)
    texts = posted(register, request.POST.dict())
    as_shown(register, row, request.POST.get(VERSION, ""))
    if retimed := to_be_seen(request, register, row, texts):
        stored = the_row(request, register, pk)
        return render(request, "web/row.html", {**_context(request, register, stored, texts), **retimed})
    outcome = keep(register, row, texts, by=user, reason=request.POST.get(REASON, ""))
    if outcome.row is None:
        stored = the_row(request, register, pk)
        return _page(request, register, stored, texts, outcome.findings)
    messages.success(request, _("Đã lưu “%(row)s”.") % {"row": outcome.row})
    warn(request, outcome.findings)
    return redirect(came_from(request) or reverse("row", args=[slug, pk]))


def row_tried(request: HttpRequest, register: Register, row: Kept, tried: Tried) -> HttpResponse:
    """The page of ``row`` with a verb that was not done, and why, in its small form."""
    told = {**_context(request, register, row), "verbs": tuple(verb_forms(register, row, the_person(request), tried))}
    return render(request, "web/row.html", told, status=422)


def step_refused(request: HttpRequest, register: Register, row: Kept, step: Texts, findings: Findings) -> HttpResponse:
    """The form of ``row`` with the ``step`` in it that was not taken, and at each field what it lacks."""
    texts = {**texts_for(register, row, {}, the_person(request)), **step}
    told = _context(request, register, row, texts, findings)
    told |= {"sent_to": told["here"], "version": versions_of(register, row)}
    return render(request, "web/row.html", told, status=422)


def _page(
    request: HttpRequest, register: Register, row: Kept | None, texts: Texts | None = None, findings: Findings = ()
) -> HttpResponse:
    """The page of ``row``; ``texts`` and ``findings`` where a form came that is wrong."""
    told = _context(request, register, row, texts, findings)
    return render(request, "web/row.html", told, status=422 if findings else 200)


def _context(
    request: HttpRequest, register: Register, row: Kept | None, texts: Texts | None = None, findings: Findings = ()
) -> dict[str, Any]:
    """What the page tells. Its form stands in it for who may write, when they ask for it or sent one."""
    user = the_person(request)
    may_write = user.has_perm(register.keeper, row) and not (row and row.trashed_at)
    context: dict[str, Any] = {
        "register": register,
        "row": row,
        "may_keep": user.has_perm(register.keeper, row),
        "may_write": may_write,
        "counted": issued_with(row) if row else None,
        "back": came_from(request),
        "here": reverse("row", args=[register.slug, row.pk]) if row else "",
        **beside(request, register, row),
    }
    # Whoever comes from a figure comes to mend what it counts.
    if texts is not None or (may_write and (EDIT in request.GET or context["back"])):
        context |= _form(request, register, row, texts, findings)
    if row is not None:
        context |= _told(request, register, row, context)
    return context


def _form(
    request: HttpRequest, register: Register, row: Kept | None, texts: Texts | None, findings: Findings
) -> dict[str, Any]:
    """The form: its fields with ``texts`` or what is written, and what is wrong with them."""
    user = the_person(request)
    texts = texts_for(register, row, {}, user) if texts is None else texts
    wrong, above = by_field(register, findings, texts)
    return {
        "editing": True,
        "fields": fields_of(register, row, texts, wrong, user),
        "above": above,
        "wrong": len(above) + len(wrong),
        "stale": any(finding.id == "register.stale" for finding in findings),
        "version": request.POST.get(VERSION, versions_of(register, row) if row else ""),
        "reason": request.POST.get(REASON, ""),
        "reason_wanted": any(finding.id == "register.reason" for finding in findings),
    }


def _told(request: HttpRequest, register: Register, row: Kept, beside: Mapping[str, Any]) -> dict[str, Any]:
    """What is told of a row that is there: what is written of it, its parts, its files, its way so far."""
    user = the_person(request)
    happened = history(register, row, user)
    return {
        "facts": facts_of(register, row, user),
        "history": happened,
        "ladder": ladder(register, happened, beside["first"], beside["waits"], beside["standings"]),
        "origin": origin_of(row),
        "look": _look(register, row),
        "verbs": tuple(verb_forms(register, row, user)),
        "panels": tuple(panels(row, user)),
        "attachments": attachments_of(row),
        "may_open": may_open(register, row, user),
    }


def warn(request: HttpRequest, findings: Findings) -> None:
    """What is worth a look and stops nothing, said on the next page."""
    for finding in findings:
        messages.warning(request, sentence(finding))


def _look(register: Register, row: Kept) -> tuple[str, str] | None:
    """The row's state as a badge shows it."""
    if not register.state:
        return None
    value = getattr(row, register.state)
    return register.looks.get(value, "draft"), str(register.column(register.state).choices.get(value, value))
