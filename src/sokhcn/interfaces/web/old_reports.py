"""The page “Đọc báo cáo cũ”: which reports were brought to be read, and bringing another one."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sokhcn.document.letters import Unreadable
from sokhcn.interfaces.web.errors import trouble
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed, the_person
from sokhcn.kernel.finding import must
from sokhcn.people.permissions import KEEP_REGISTERS, within_reach
from sokhcn.records.store import Altered, kept
from sokhcn.reports.models import OldReport
from sokhcn.reports.old_reports.bringing import bring
from sokhcn.reports.old_reports.offering import Bench
from sokhcn.reports.reading import MOST_BYTES

SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def old_reports_page(request: HttpRequest) -> HttpResponse:
    """The reports within reach, the newest above; a file that comes is read and opened."""
    user = the_person(request)
    wrong = None
    if request.method == "POST":
        agency_of(request)
        by = must_be_allowed(request, KEEP_REGISTERS)
        sent = request.FILES.get("tep")
        try:
            if sent is None:
                raise Unreadable(must("old_report.none", "Chưa chọn tệp nào."))
            return redirect("old-report", bring(sent.read(MOST_BYTES + 1), str(sent.name), by=by).pk)
        except Unreadable as unreadable:
            wrong = sentence(unreadable.finding)
    open_ones = Count("verdicts", filter=Q(verdicts__trashed_at=None))
    rows = within_reach(OldReport.objects.annotate(decided=open_ones), user).order_by("-brought_at", "-pk")
    reports = [(report, max(report.proposed - report.decided, 0)) for report in rows[:SHOWN]]
    told: dict[str, Any] = {"reports": reports, "wrong": wrong, "may_keep": user.has_perm(KEEP_REGISTERS)}
    return render(request, "web/old_reports.html", told, status=422 if wrong else 200)


def the_old_report(request: HttpRequest, pk: int, permission: str = "") -> OldReport:
    """The report of that number, if it lies within reach; what takes a ``permission`` says who has it."""
    user = must_be_allowed(request, permission) if permission else the_person(request)
    found: OldReport | None = (
        within_reach(OldReport.objects.filter(pk=pk), user).select_related("agency", "unit").first()
    )
    if found is None:
        raise Http404(_("Không có báo cáo này, hoặc báo cáo ngoài phạm vi của bạn."))
    return found


def bench_of(request: HttpRequest, report: OldReport) -> Bench | HttpResponse:
    """The report on the bench, or a page that says why it cannot be read any more."""
    try:
        return Bench.of(report)
    except Unreadable as unreadable:
        return trouble(request, 422, sentence(unreadable.finding), _("Đưa lại tệp ở trang Đọc báo cáo cũ."))
    except Altered as altered:
        messages.error(request, str(altered))
        return redirect("old-reports")


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came: to be saved, never shown or run inside our pages."""
    report = the_old_report(request, pk)
    try:
        answer = HttpResponse(kept(report.sha256), content_type="application/octet-stream")
    except Altered as altered:
        raise Http404(str(altered)) from altered
    answer.headers["Content-Disposition"] = str(content_disposition_header(as_attachment=True, filename=report.name))
    answer.headers["Content-Security-Policy"] = "sandbox"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
