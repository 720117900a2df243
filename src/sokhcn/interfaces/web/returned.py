"""The edited Word file back: what it asks for, each figure resolved, and then all of it taken or nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.formats.docx.opening import NotADocx
from sokhcn.interfaces.web.brought import brought
from sokhcn.interfaces.web.chapter import said, the_edition
from sokhcn.interfaces.web.importing import TOKEN
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import DRAFT
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.reports.exporting import NoEdition
from sokhcn.reports.models import Edition
from sokhcn.reports.sections import taking_back
from sokhcn.reports.sections.refusing import NotDone

TROUBLES = (UnreadableSheet, NotADocx, NoEdition)


@require_http_methods(["GET", "HEAD", "POST"])
def returned_page(request: HttpRequest, code: str) -> HttpResponse:
    """Choose the file; see what it asks for; say what becomes of each figure; take it."""
    edition = the_edition(request, code)
    if request.method != "POST":
        return _page(request, edition, {})
    try:
        given = brought(request, request.POST.get(TOKEN, ""))
        came = taking_back.brought(given.data, agency_of(request), _label(request, edition))
    except TROUBLES as trouble:
        return _page(request, edition, {"why": on_a_page(str(trouble))}, status=422)
    told = {"came": came, "token": given.token, "name": given.name, "choices": _asked(request, came)}
    if "nhan" not in request.POST:
        return _page(request, edition, told)
    try:
        done = taking_back.accept(came, _resolutions(request, came), by=the_person(request))
    except NotDone as trouble:
        return _page(request, edition, {**told, "why": said(trouble)}, status=422)
    counts = {"texts": done.texts, "overrides": done.overrides, "mend": len(done.to_mend)}
    taken = _("Đã nhận %(texts)s chỗ sửa lời văn, %(overrides)s số ghi đè; %(mend)s số phải sửa ở sổ.") % counts
    messages.success(request, " ".join((taken, _("Tổng hợp lại để đưa vào trang."))))
    return redirect(f"{reverse('report', args=[code])}?{DRAFT}={edition.draft}")


def _label(request: HttpRequest, edition: Edition) -> str:
    """The edition to compare with, where the person chose to; else the one that the file names."""
    return edition.label if "so-voi-ban-nay" in request.POST else ""


def _asked(request: HttpRequest, came: taking_back.Brought) -> list[tuple[Any, str, str]]:
    """Each figure with what was chosen for it and the reason that was typed."""
    post = request.POST
    return [(one, post.get(f"cach-{one.number}", ""), post.get(f"ly-do-{one.number}", "")) for one in came.figures]


def _resolutions(request: HttpRequest, came: taking_back.Brought) -> dict[int, taking_back.Resolution]:
    ways = {str(way): way for way in taking_back.Choice}
    asked = _asked(request, came)
    return {one.number: taking_back.Resolution(ways[how], why) for one, how, why in asked if how in ways}


def _page(request: HttpRequest, edition: Edition, told: dict[str, Any], status: int = 200) -> HttpResponse:
    about = {"period": edition.period, "edition": edition, "ways": _ways()}
    return render(request, "web/returned.html", {**about, **told}, status=status)


def _ways() -> tuple[tuple[str, str], ...]:
    choice = taking_back.Choice
    return (
        (choice.KEEP, _("giữ số của sổ")),
        (choice.OVERRIDE, _("in số đã gõ (ghi đè)")),
        (choice.MEND, _("sửa ở sổ")),
    )
