"""The proof-reader's cards beside the report: what must be mended, what to look at, hints; and letting one stand."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.as_shown import version_shown
from sokhcn.interfaces.web.chapter import REASON, the_edition
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed
from sokhcn.interfaces.web.report import DRAFT
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.finding import Severity
from sokhcn.people.permissions import WAIVE
from sokhcn.reports import checking
from sokhcn.reports.models import Edition
from sokhcn.reports.sections.chapters import chapters
from sokhcn.reports.sections.locating import by_chapter, located

LOOKS = (
    (Severity.MUST, "bad", gettext_lazy("phải sửa")),
    (Severity.LOOK, "look", gettext_lazy("cần xem")),
    (Severity.HINT, "draft", gettext_lazy("gợi ý")),
)


@require_safe
def checks_page(request: HttpRequest, code: str) -> HttpResponse:
    """The cards as a page of their own, or as the part of the report's page that is fetched after it."""
    return _page(request, the_edition(request, code))


def _page(request: HttpRequest, edition: Edition, typed: dict[str, Any] | None = None) -> HttpResponse:
    checked = checking.check_edition(edition, agency_of(request))
    found = located(checked, edition)
    counted = by_chapter(found)
    groups = [(word, look, [f for f in found if f.finding.severity is one]) for one, look, word in LOOKS]
    every = chapters(edition)
    context = {
        "period": edition.period,
        "edition": edition,
        "groups": groups,
        "waived": checked.waived,
        "titles": {one.key: one.title for one in every},
        "marks": [(one.key, *_gravest(counted.get(one.key, {}))) for one in every],
        "may_waive": request.user.has_perm(WAIVE),
        "typed": typed or {},
    }
    name = "checks_part" if getattr(request, "htmx", False) else "checks"
    return render(request, f"web/{name}.html", context, status=422 if typed else 200)


def _gravest(counted: Any) -> tuple[str, int, str]:
    """The look, the number and the word of the gravest findings of a chapter; hints are left to the cards."""
    for severity, look, word in LOOKS[:2]:
        if many := counted.get(severity, 0):
            return look, many, str(word)
    return "", 0, ""


@require_POST
def waive(request: HttpRequest, code: str) -> HttpResponse:
    """Let a finding stand, or open it again; a reason is wanted."""
    edition = the_edition(request, code)
    user, agency = must_be_allowed(request, WAIVE), agency_of(request)
    verb = checking.withdraw if "rut-lai" in request.POST else checking.waive
    number, reason = version_shown(request.POST.get("so", "")), request.POST.get(REASON, "")
    checked = checking.check_edition(edition, agency)
    try:
        verb(checked, number, reason=reason, by=user, agency=agency)
    except checking.NothingToWaive as nothing:
        return _page(request, edition, {"number": number, "reason": reason, "why": on_a_page(str(nothing))})
    told = _("Đã rút lại việc bỏ qua.") if "rut-lai" in request.POST else _("Đã bỏ qua, có ghi lý do.")
    messages.success(request, told)
    return redirect(f"{reverse('report', args=[code])}?{DRAFT}={edition.draft}#checks")
