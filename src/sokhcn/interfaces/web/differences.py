"""The book of differences: issued figures that would be others now, why, and what officers say of them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.findings import why_not
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.kernel.periods import BadPeriod
from sokhcn.people.permissions import ANSWER_DRIFT, COMPILE
from sokhcn.records.models import Agency
from sokhcn.records.stepping import NotPossible
from sokhcn.records.turns import Busy
from sokhcn.reports import catalogue, drift
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.drifting import answering, following
from sokhcn.reports.drifting.mark import behind
from sokhcn.reports.exporting import NoEdition, the_edition
from sokhcn.reports.models import Drift
from sokhcn.reports.outlining import NoOutline
from sokhcn.reports.succeeding import WORDS, How

STATE, PAGE, SAID, REASON, EDITION, HOW = "tinh-trang", "trang", "tra-loi", "ly-do", "an-ban", "cach"
ON_A_PAGE = 10
ALL = "all"


@require_safe
def differences_page(request: HttpRequest) -> HttpResponse:
    """The entries that wait for an answer, or those of another state."""
    return _page(request, {})


def _page(request: HttpRequest, refused: dict[str, Any]) -> HttpResponse:
    agency, user = agency_of(request), the_person(request)
    state = request.GET.get(STATE, Drift.State.OPEN)
    if state not in (ALL, *Drift.State):
        raise Http404(_("Không có tình trạng này."))
    rows = answering.listed(agency, *(() if state == ALL else (state,)))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get(PAGE))
    page.object_list = list(page.object_list)
    slugs = {register.model._meta.label_lower: register.slug for register in catalogue.registers()}
    context = {
        "page": page,
        "editions": dict.fromkeys(row.edition_label for row in page if row.state != Drift.State.GONE),
        "state": state,
        "states": [*Drift.State.choices, (ALL, _("Tất cả"))],
        "answers": [(one.value, one.label) for one in answering.ANSWERS],
        "hows": [(how.value, word) for how, word in WORDS.items()],
        "slugs": slugs,
        "beyond": answering.readable_causes(page.object_list, agency, user),
        "behind": behind(),
        "may_answer": user.has_perm(ANSWER_DRIFT),
        "may_follow": user.has_perm(COMPILE),
        **refused,
    }
    return render(request, "web/differences.html", context, status=422 if refused else 200)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is done about one entry; a refusal keeps what was typed."""
    entry = _the_entry(request, pk)
    said, reason = request.POST.get(SAID, ""), request.POST.get(REASON, "")
    typed = {"at_fault": pk, "said": said, "reason": reason}
    if said not in answering.ANSWERS:
        return _page(request, {**typed, "error": _("Chọn một câu trả lời.")})
    try:
        answering.answer([entry], said, reason, by=the_person(request))
    except (NotPossible, Busy) as refused:
        return _page(request, {**typed, "error": why_not(refused)})
    told = {"label": entry.label, "state": entry.get_state_display()}
    messages.success(request, _("Đã ghi “%(label)s”: %(state)s.") % told)
    return redirect(_here(request))


@require_POST
def catch_up(request: HttpRequest) -> HttpResponse:
    """Hold issued figures against what was written since the last time."""
    if not request.user.has_perm(ANSWER_DRIFT):
        raise PermissionDenied(_("Người tổng hợp và lãnh đạo đối chiếu số đã ban hành."))
    try:
        noticed = drift.catch_up()
    except Busy as busy:
        messages.error(request, str(busy))
    else:
        told = {"asked": noticed.asked, "entries": noticed.entries}
        messages.success(request, _("Đã đối chiếu: hỏi lại %(asked)s số, ghi %(entries)s chênh lệch.") % told)
    return redirect(_here(request))


@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """Make the edition that corrects, replaces or recalls an issued one."""
    user, agency = the_person(request), agency_of(request)
    label, how, reason = (request.POST.get(name, "") for name in (EDITION, HOW, REASON))
    if how not in WORDS:
        raise Http404(_("Không có cách này."))
    try:
        made = following.follow(_edition(label, agency), How(how), reason, by=user)
    except (NotPossible, Busy, NoOutline, CannotCompile) as refused:
        return _page(request, {"follow_error": why_not(refused), "how": how, "label": label, "reason": reason})
    told = {"made": made.label, "what": WORDS[How(how)].lower(), "old": label}
    messages.success(request, _("Đã lập dự thảo %(made)s: %(what)s %(old)s. Bản cũ giữ nguyên.") % told)
    return redirect(f"{reverse('report', args=[made.period_code])}?du-thao={made.draft}")


def _edition(label: str, agency: Agency) -> Any:
    try:
        return the_edition(label, agency)
    except (NoEdition, BadPeriod) as none:
        raise Http404(str(none)) from none


def _the_entry(request: HttpRequest, pk: int) -> Drift:
    try:
        return answering.the_drift(pk, agency_of(request))
    except answering.NoDrift as none:
        raise Http404(_("Không có chênh lệch này.")) from none


def _here(request: HttpRequest) -> str:
    query = request.GET.urlencode()
    return f"{reverse('differences')}{f'?{query}' if query else ''}"
