"""Reviewing a report: the page on which whoever comes next reads what changed and takes the step or gives it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.report import CLERKS, DRAFT
from sokhcn.interfaces.web.spoken import spoken, spoken_period
from sokhcn.interfaces.web.stages import milestones, report_of
from sokhcn.records.turns import Busy
from sokhcn.reports import exporting
from sokhcn.reports.life.refusing import NotMoved, Unreasoned
from sokhcn.reports.life.reviewing import Review, review
from sokhcn.reports.life.standing import Next
from sokhcn.reports.life.steps import VERBS
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Edition

STEP, REASON = "buoc", "ly-do"
FIGURES_SHOWN = 12


@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request: HttpRequest, code: str) -> HttpResponse:
    """The one-page summary, the report beside it, and the steps that lead on; a step is posted here too."""
    report, user = report_of(request, code), the_person(request)
    refused: NotMoved | None = None
    if request.method == "POST":
        try:
            move = take(report, _verb(request), by=user, reason=request.POST.get(REASON, ""))
        except NotMoved as why:
            refused = why
        except Busy as busy:
            refused = NotMoved(str(busy))
        else:
            told = {"verb": spoken(move.get_verb_display()), "report": spoken_period(report.name)}
            stage = spoken(move.get_after_display())
            messages.success(request, _("Đã %(verb)s %(report)s, chuyển sang “%(stage)s”.") % {**told, "stage": stage})
            return redirect(f"{reverse('review', args=[code])}{_addressed(request)}")
    found = review(report, user)
    if found.summary is None:
        raise Http404(_("Chưa có %(report)s. Tổng hợp trước.") % {"report": report.name})
    context = {"report": report, "period": report.period, **_told(found, found.summary.edition)}
    unreasoned = isinstance(refused, Unreasoned)
    typed = {"refused": refused, "unreasoned": unreasoned, "reason": request.POST.get(REASON, "")}
    return render(request, "web/review.html", context | typed, status=422 if refused else 200)


def _verb(request: HttpRequest) -> Act:
    verb = request.POST.get(STEP, "")
    if verb not in VERBS or verb in CLERKS:
        raise Http404(_("Không có bước này."))
    return Act(verb)


def _addressed(request: HttpRequest) -> str:
    draft = request.GET.get(DRAFT, "")
    return f"?{DRAFT}={draft}" if draft else ""


def _told(found: Review, edition: Edition) -> dict[str, Any]:
    summary = found.summary
    assert summary is not None

    def leads_to(key: str) -> str:
        return f"{reverse('why', args=[edition.period_code, key])}?{DRAFT}={edition.draft}"

    steps = found.standing.next
    return {
        "found": found.standing,
        "edition": edition,
        "summary": summary,
        "promised": found.promised,
        "all_figures": len(edition.figures()),
        "first": summary.figures[:FIGURES_SHOWN],
        "others": summary.figures[FIGURES_SHOWN:],
        "way": milestones(found.standing.stage),
        "buttons": [one for one in reversed(steps) if one.is_open and one.step.verb not in CLERKS],
        "closed": [one for one in steps if not (one.is_open or one.step.wants_reason or _is_clerks(one))],
        "for_clerk": any(map(_is_clerks, steps)),
        # The page is written by our own renderer, which escapes every text of the document.
        "paper": mark_safe(exporting.page(edition, leads_to)),  # noqa: S308
    }


def _is_clerks(one: Next) -> bool:
    """Whether it is for the page of numbers and issue, and theirs who asks."""
    return one.step.verb in CLERKS and not one.why_not
