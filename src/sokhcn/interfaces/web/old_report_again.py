"""An old report compiled again from its own proposals: the work with its steps, then both reports side by side."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.old_reports import the_old_report
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.reports.old_reports.proving import begin, work_on
from sokhcn.reports.recompiling import STEPS

SAME, OTHER, GONE, NEW, CHANGED = range(5)
MARKS = (
    ("ok", gettext_lazy("Như cũ")),
    ("look", gettext_lazy("Lời khác")),
    ("bad", gettext_lazy("Mất")),
    ("new", gettext_lazy("Mới")),
    ("bad", gettext_lazy("Số khác")),
)


@require_http_methods(["GET", "HEAD", "POST"])
def again_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin; see how far it has come, which can be left and come back to; see what came back."""
    report = the_old_report(request, pk, KEEP_REGISTERS if request.method == "POST" else "")
    if request.method == "POST":
        begin(report, anew="lai" in request.POST)
        return redirect("old-report-again", pk)
    work = work_on(report)
    told: dict[str, Any] = {"report": report, "work": work, "steps": list(enumerate(STEPS)), "tab": "again"}
    told["may_keep"] = request.user.has_perm(KEEP_REGISTERS)
    if work and work.result is not None:
        told |= {"result": work.result, "shares": [_share(one) for one in work.result.get("shares", ())]}
    part = getattr(request, "htmx", False) and "phan" in request.GET
    answer = render(request, f"web/old_report_again{'_part' if part else ''}.html", told)
    if part and work and work.is_done:
        answer.headers["HX-Refresh"] = "true"
    return answer


def _share(told: Mapping[str, Any]) -> dict[str, Any]:
    """The pairs of one kind, those that differ apart from those that came back word for word."""
    pairs = [(before or "", after or "", MARKS[_mark(before, after, back)]) for before, after, back in told["pairs"]]
    different = [pair for pair in pairs if pair[2] is not MARKS[SAME]]
    same = [pair for pair in pairs if pair[2] is MARKS[SAME]]
    return {"kind": told["kind"], "back": told["back"], "total": told["total"], "different": different, "same": same}


def _mark(before: str | None, after: str | None, back: bool) -> int:
    if before is None or after is None:
        return NEW if before is None else GONE
    if not back:
        return CHANGED
    return SAME if before == after else OTHER
