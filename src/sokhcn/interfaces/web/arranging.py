"""What is arranged for a report beforehand: who signs it, and who by a leader's leave may do two acts kept apart."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.stages import report_of
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.people.models import User
from sokhcn.people.permissions import EXEMPT, HAND_IN
from sokhcn.records.turns import Busy
from sokhcn.reports.life import mandates, separation
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Stage

DO, NAME, PERSON, PAIR, REASON = "viec", "ten", "nguoi", "hai-viec", "ly-do"
SIGNER, GIVE, END = "nguoi-ky", "cho-kiem", "thoi-kiem"


@require_http_methods(["GET", "HEAD", "POST"])
def arranging_page(request: HttpRequest, code: str) -> HttpResponse:
    """Both, as they stand; choosing, giving leave and taking it back are posted here too."""
    report, by, error = report_of(request, code), the_person(request), ""
    if request.method == "POST":
        try:
            messages.success(request, _deed(request)(request, report, by))
        except (NotMoved, Busy) as refused:
            error = on_a_page(str(refused))
        else:
            return redirect(request.get_full_path())
    if report.latest() is None:
        raise Http404(_("Chưa có %(report)s. Tổng hợp trước.") % {"report": report.name})
    today = timezone.localdate()
    context = {
        "report": report,
        "period": report.period,
        "state": report.state(),
        "is_issued": report.state().stage == Stage.ISSUED,
        "signers": mandates.signers(report, today),
        "may_choose": report.lets(by, HAND_IN),
        "given": separation.exceptions(report),
        "pairs": [(f"{a},{b}", f"{a.label} – {b.label}") for a, b in separation.kept_apart(today)],
        "people": _others(by),
        "may_give": report.lets(by, EXEMPT),
        "error": error,
        "about": request.POST.get(DO, ""),
        "typed": request.POST,
    }
    return render(request, "web/arranging.html", context, status=422 if error else 200)


def _others(by: User) -> list[User]:
    return list(User.objects.filter(agency=by.agency_id, is_active=True).exclude(pk=by.pk).order_by("last_name", "pk"))


def _deed(request: HttpRequest) -> Callable[[HttpRequest, Report, User], str]:
    deed = DEEDS.get(request.POST.get(DO, ""))
    if deed is None:
        raise Http404(_("Không có việc này."))
    return deed


def _choose(request: HttpRequest, report: Report, by: User) -> str:
    chosen = mandates.choose_signer(report, request.POST.get(NAME, ""), timezone.localdate(), by=by)
    return _("Người ký: %(block)s. Tổng hợp lại để in vào báo cáo.") % {"block": chosen.block}


def _give(request: HttpRequest, report: Report, by: User) -> str:
    leave = separation.exempt(report, _pair(request), _person(request, by), by=by, reason=request.POST.get(REASON, ""))
    return _("Đã cho %(name)s kiêm hai việc.") % {"name": leave.name}


def _end(request: HttpRequest, report: Report, by: User) -> str:
    leave = separation.end(report, _pair(request), _person(request, by), by=by, reason=request.POST.get(REASON, ""))
    return _("%(name)s thôi được kiêm hai việc.") % {"name": leave.name}


DEEDS: Mapping[str, Callable[[HttpRequest, Report, User], str]] = MappingProxyType(
    {SIGNER: _choose, GIVE: _give, END: _end}
)


def _pair(request: HttpRequest) -> tuple[Act, Act]:
    first, _comma, second = request.POST.get(PAIR, "").partition(",")
    if first not in Act or second not in Act:
        raise NotMoved(_("Chọn hai việc được kiêm."))
    return Act(first), Act(second)


def _person(request: HttpRequest, by: User) -> User:
    found: User = get_object_or_404(User, agency=by.agency_id, username=request.POST.get(PERSON, ""))
    return found
