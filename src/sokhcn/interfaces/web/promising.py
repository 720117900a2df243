"""What the last report undertook and what becomes of it; and what falls due next, to be taken into Part II or left."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.chapter import REASON
from sokhcn.interfaces.web.findings import plain_sentence
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import period_or_404
from sokhcn.kernel.periods import Period
from sokhcn.people.permissions import ANSWER, PLAN
from sokhcn.reports.closing import answering, taking
from sokhcn.reports.closing.forecast import forecast
from sokhcn.reports.closing.promises import reckoning
from sokhcn.reports.models import Answer

WORDS = (
    (Answer.Result.DONE, gettext_lazy("xong")),
    (Answer.Result.DOING, gettext_lazy("đang làm")),
    (Answer.Result.CARRIED, gettext_lazy("chuyển kỳ")),
    (Answer.Result.DROPPED, gettext_lazy("bỏ")),
)


@require_safe
def promises_page(request: HttpRequest, code: str) -> HttpResponse:
    """Each thing of the last plan with its answer, and what the registers say falls due."""
    return _page(request, period_or_404(code))


def _page(request: HttpRequest, period: Period, typed: dict[str, Any] | None = None) -> HttpResponse:
    agency, user = agency_of(request), the_person(request)
    found = reckoning(period, agency)
    groups = forecast(period, agency)
    context = {
        "period": period,
        "found": found,
        "promises": [(one, user.has_perm(ANSWER, one.commitment)) for one in found.promises],
        "results": WORDS,
        "tally": [(word, found.count(value)) for value, word in WORDS],
        "groups": groups,
        "next": period.next(),
        "may_plan": user.has_perm(PLAN),
        "typed": typed or {},
    }
    return render(request, "web/promises.html", context, status=422 if typed else 200)


@require_POST
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Answer one thing of the last plan; a carried or dropped one with its reason."""
    period, post = period_or_404(code), request.POST
    number, result, reason = post.get("so", ""), post.get("ket-qua", ""), post.get(REASON, "")
    if result not in Answer.Result.values:
        return _page(request, period, {"number": number, "reason": reason, "why": _("Chọn một kết quả.")})
    said = answering.Said(Answer.Result(result), reason)
    try:
        answering.answer(reckoning(period, agency_of(request)), number, said, by=the_person(request))
    except answering.CannotAnswer as cannot:
        why = plain_sentence(cannot.finding)
        return _page(request, period, {"number": number, "result": result, "reason": reason, "why": why})
    told = {"number": number, "result": dict(WORDS)[said.result]}
    messages.success(request, _("Đã trả lời nhiệm vụ %(number)s: %(result)s.") % told)
    return redirect("promises", code)


@require_POST
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Take a proposal into Part II, as it is worded or otherwise, or leave it out."""
    period, post = period_or_404(code), request.POST
    plan, key, text = taking.Plan(period, agency_of(request)), post.get("de-xuat", ""), post.get("cau", "")
    deed = post.get("lam", "")
    if deed not in ("lay", "bo"):
        raise Http404(_("Không có việc này."))
    try:
        if deed == "lay":
            taking.take(plan, key, by=the_person(request), text=text)
        else:
            taking.drop(plan, key, by=the_person(request))
    except taking.CannotTake as cannot:
        why = " ".join(plain_sentence(finding) for finding in cannot.findings)
        return _page(request, period, {"key": key, "text": text, "why": why})
    messages.success(
        request, _("Đã đưa vào phương hướng.") if deed == "lay" else _("Đã bỏ đề xuất; không nêu lại nữa.")
    )
    return redirect("promises", code)
