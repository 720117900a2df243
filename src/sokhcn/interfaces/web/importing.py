"""Taking a file or a pasted block into a register: first a trial that says everything, then the writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sokhcn.intake.sheet import Sheet
from sokhcn.interfaces.web.brought import Brought, brought
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.listing import the_register
from sokhcn.interfaces.web.previewing import preview
from sokhcn.interfaces.web.refusing import must_be_allowed
from sokhcn.interfaces.web.retiming import shown
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.people.models import User
from sokhcn.records.registering import Register
from sokhcn.reports import tasks
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import Receipt, receive, receive_good, try_out
from sokhcn.reports.retiming import moves_days, try_sheet
from sokhcn.reports.sheets import faults_as_xlsx
from sokhcn.reports.teaching import HEADINGS, taught_for, teach

REASON, TOKEN = "ly-do", "giu"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Tried:
    """A sheet and what would come of it, or came."""

    brought: Brought
    sheet: Sheet
    receipt: Receipt


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose or paste; see what would happen; teach what is unknown; write. Each step tries all again, but a yes
    to what was just tried, while nobody wrote anything since."""
    register = the_register(slug)
    user = must_be_allowed(request, register.keeper)
    if request.method != "POST":
        return render(request, "web/import.html", {"register": register})
    try:
        given = brought(request, request.POST.get(TOKEN, ""))
        untaught = _teach(request, register, user) if "nho" in request.POST else ()
        take = {"ghi": receive, "dung": receive_good}.get(request.POST.get("lam", ""), try_out)
        if take is not try_out and len(given.data) > tasks.LARGE:
            told = {"name": given.name, "pasted": given.pasted, "reason": request.POST.get(REASON, "")}
            asked = tasks.ask_import(slug, given.data, user, good=take is receive_good, **told)
            return redirect("errand", asked.pk)
        tried = _tried(request, register, given, take)
    except UnreadableSheet as unreadable:
        return _page(request, register, {"unreadable": unreadable.finding})
    written = take is not try_out and (not tried.receipt.findings or (take is receive_good and tried.receipt.total))
    if written:
        return _written(request, register, tried, user)
    told = {
        **preview(register, tried.sheet, tried.receipt, user),
        "untaught": untaught,
        **_moved(register, tried, user),
    }
    return _page(request, register, told, tried)


def _moved(register: Register, tried: Tried, user: User) -> Mapping[str, Any]:
    """Of rules that due dates are made by: which of them would move."""
    if tried.receipt.findings or not moves_days(register):
        return {}
    return shown(try_sheet(register, tried.sheet, by=user, today=timezone.localdate()))


@require_safe
def faults_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The file back with a column *Lỗi*, or the lines alone that are not good."""
    register = the_register(slug)
    must_be_allowed(request, register.keeper)
    try:
        tried = _tried(request, register, brought(request, request.GET.get(TOKEN, "-")), try_out)
    except UnreadableSheet as unreadable:
        return _page(request, register, {"unreadable": unreadable.finding})
    data = faults_as_xlsx(tried.sheet, tried.receipt.marks, wrong_only="dong-loi" in request.GET, say=sentence)
    headers = {"Content-Disposition": f'attachment; filename="{slug}-loi.xlsx"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=XLSX, headers=headers)


def _tried(request: HttpRequest, register: Register, given: Brought, take: Any) -> Tried:
    sheet = open_sheet(register, given.data, given.name, taught_for(register), bare=given.pasted)
    reason = request.POST.get(REASON, "")
    receipt = take(register, sheet, by=request.user, today=timezone.localdate(), reason=reason)
    return Tried(given, sheet, receipt)


def _teach(request: HttpRequest, register: Register, user: User) -> tuple[Finding, ...]:
    """Keep what was told of unknown values and headings; a field that was left empty says nothing."""
    told = zip(*(request.POST.getlist(name) for name in ("nho-cot", "nho-chu", "nho-la")), strict=False)
    meanings = {(column or HEADINGS, text): means.strip() for column, text, means in told if means.strip()}
    return teach(register, meanings, by=user, today=timezone.localdate()) if meanings else ()


def _written(request: HttpRequest, register: Register, tried: Tried, by: User) -> HttpResponse:
    receipt = tried.receipt
    counts = {"added": receipt.added, "changed": receipt.changed, "same": receipt.same}
    said = _("Đã ghi: thêm %(added)s dòng, cập nhật %(changed)s dòng, %(same)s dòng như cũ.") % counts
    messages.success(request, said)
    if not receipt.marks:
        return redirect("register", register.slug)
    return _page(request, register, {**preview(register, tried.sheet, receipt, by), "part_written": True}, tried)


def _page(
    request: HttpRequest, register: Register, told: Mapping[str, Any], tried: Tried | None = None
) -> HttpResponse:
    reason = request.POST.get(REASON, "")
    context: dict[str, Any] = {"register": register, "reason": reason, "pasted": request.POST.get("dan", ""), **told}
    if tried is not None:
        wanted = any(finding.id == "register.reason" for finding in tried.receipt.findings)
        context |= {"receipt": tried.receipt, "sheet": tried.sheet, "token": tried.brought.token}
        context |= {"reason_wanted": wanted, "name": tried.brought.name}
    wrong = "unreadable" in told or (tried is not None and tried.receipt.findings and "part_written" not in told)
    return render(request, "web/import.html", context, status=422 if wrong else 200)
