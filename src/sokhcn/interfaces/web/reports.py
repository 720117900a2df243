"""All reports: where each stands, what comes next, its drafts; and what is owed for a period, with its days."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.frame import working_period
from sokhcn.interfaces.web.refusing import agency_of
from sokhcn.interfaces.web.report import page_of, period_or_404
from sokhcn.kernel.periods import without_regime
from sokhcn.people.permissions import COMPILE
from sokhcn.records.models import Agency
from sokhcn.reports.closing.duties import owed
from sokhcn.reports.life.standing import Line, overview
from sokhcn.reports.models import Edition, Outgoing
from sokhcn.reports.outlining import addressees

PERIOD, YEAR, DUE, STATISTICS = "ky", "nam", "han", "lich"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in the list, the drafts before the latest, whom it goes to, which page takes it further, its number."""

    line: Line
    latest: Edition
    before: tuple[Edition, ...]
    to: str
    page: str
    code: str


@require_safe
def reports_page(request: HttpRequest) -> HttpResponse:
    """Every report that has editions; another period can be opened by what it is called, or by its code."""
    if code := _asked(request):
        return redirect("report", period_or_404(code).code)
    due = request.GET.get(DUE, "").strip()
    period = period_or_404(due) if due else working_period(request)
    context: dict[str, Any] = {
        "reports": _listed(agency_of(request)),
        "kinds": _kinds(),
        "year": period.code[:4] if period else timezone.localdate().year,
        "part": without_regime(period.code)[0][5:] if period else "",
        "may_compile": request.user.has_perm(COMPILE),
        "due_period": period,
        "owed": owed(period) if period else (),
    }
    return render(request, "web/reports.html", context)


def _asked(request: HttpRequest) -> str:
    """The code of the period that the form names by its parts, or the address as a whole."""
    part, year = request.GET.get(PERIOD, "").strip(), request.GET.get(YEAR, "").strip()
    named = f"{year}-{part}" if year and part else year or part
    return f"{named}@{STATISTICS}" if named and STATISTICS in request.GET else named


def _kinds() -> list[tuple[str, str]]:
    """The periods of a year, as codes and as people call them."""
    months = [(f"{month:02}", _("Tháng %(n)s") % {"n": f"{month:02}"}) for month in range(1, 13)]
    quarters = [(f"Q{n}", _("Quý %(n)s") % {"n": roman}) for n, roman in enumerate(("I", "II", "III", "IV"), 1)]
    longer = [("6T1", _("6 tháng đầu năm")), ("6T2", _("6 tháng cuối năm")), ("9T", _("9 tháng")), ("", _("Cả năm"))]
    return [*months, *quarters, *longer]


def _listed(agency: Agency) -> list[Listed]:
    shown = ("period_code", "addressee", "number")
    drafts: dict[Key, list[Edition]] = {}
    for edition in Edition.objects.filter(agency=agency.code).only(*shown).order_by("-number"):
        drafts.setdefault((edition.period_code, edition.addressee), []).append(edition)
    names = addressees(agency, timezone.localdate())
    numbered = Outgoing.objects.filter(agency__code=agency.code, voided_on=None).exclude(edition=None)
    codes = {(row.period_code, row.addressee, row.edition): row.code for row in numbered}
    return [_one(line, drafts, names, codes) for line in overview(agency)]


def _one(line: Line, drafts: dict[Key, list[Edition]], names: Any, codes: dict[Any, str]) -> Listed:
    key = (line.report.period.code, line.report.addressee)
    latest, *before = drafts[key]
    to = names.get(line.report.addressee, line.report.addressee)
    return Listed(line, latest, tuple(before), to, page_of(line.step), codes.get((*key, line.edition), ""))
