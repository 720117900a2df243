"""All reports: where each stands, what comes next, its drafts; and what is owed for a period, with its days."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.frame import working_period
from sokhcn.interfaces.web.refusing import agency_of
from sokhcn.interfaces.web.report import period_or_404
from sokhcn.people.permissions import COMPILE
from sokhcn.records.models import Agency
from sokhcn.reports.closing.duties import owed
from sokhcn.reports.life.standing import Line, overview
from sokhcn.reports.models import Act, Edition
from sokhcn.reports.outlining import addressees

PERIOD, DUE = "ky", "han"
CLERKS = (Act.NUMBER, Act.ISSUE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in the list, the drafts before the latest, whom it goes to, and which page takes it further."""

    line: Line
    latest: Edition
    before: tuple[Edition, ...]
    to: str
    page: str


@require_safe
def reports_page(request: HttpRequest) -> HttpResponse:
    """Every report that has editions; another period can be opened by its code."""
    if code := request.GET.get(PERIOD, "").strip():
        return redirect("report", period_or_404(code).code)
    due = request.GET.get(DUE, "").strip()
    period = period_or_404(due) if due else working_period(request)
    context: dict[str, Any] = {
        "reports": _listed(agency_of(request)),
        "may_compile": request.user.has_perm(COMPILE),
        "due_period": period,
        "owed": owed(period) if period else (),
    }
    return render(request, "web/reports.html", context)


def _listed(agency: Agency) -> list[Listed]:
    shown = ("period_code", "addressee", "number")
    drafts: dict[tuple[str, str], list[Edition]] = {}
    for edition in Edition.objects.filter(agency=agency.code).only(*shown).order_by("-number"):
        drafts.setdefault((edition.period_code, edition.addressee), []).append(edition)
    names = addressees(agency, timezone.localdate())
    return [_one(line, drafts, names) for line in overview(agency)]


def _one(line: Line, drafts: dict[tuple[str, str], list[Edition]], names: Any) -> Listed:
    latest, *before = drafts[(line.report.period.code, line.report.addressee)]
    is_clerks = line.step is None or line.step.verb in CLERKS
    to = names.get(line.report.addressee, line.report.addressee)
    return Listed(line, latest, tuple(before), to, "leaving" if is_clerks else "review")
