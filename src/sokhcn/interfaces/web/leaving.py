"""The clerk's page of a report: its number, the signed file that came back, its issue; and the pack of evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sokhcn.document.letters import Unreadable
from sokhcn.formats.pdf.render import PrintingError
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import edition_or_none, period_or_404
from sokhcn.interfaces.web.stages import milestones, report_of
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_SIGNED, reads_all_of
from sokhcn.records.stepping import NotPossible
from sokhcn.records.store import Altered
from sokhcn.records.turns import Busy
from sokhcn.reports.evidence.packing import evidence
from sokhcn.reports.life import leaving
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, NumberBook, SignedFile
from sokhcn.reports.reading import MOST_BYTES
from sokhcn.reports.refusals import refusal_of_evidence
from sokhcn.reports.signing.keeping import NotKept

DO, NUMBER, DAY, SURE, FILE, WORD = "viec", "so", "ngay", "chac", "tep", "doi-chieu"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing was done: beside which field, in one sentence, with what must be mended; ``doubts`` can be waved."""

    about: str = ""
    sentence: str = ""
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = field(default=())


@require_http_methods(["GET", "HEAD", "POST"])
def leaving_page(request: HttpRequest, code: str) -> HttpResponse:
    """How far the report is on its way out, and the next thing to do; what was typed stays where it was refused."""
    report, user = report_of(request, code), the_person(request)
    trouble: Trouble | None = None
    if request.method == "POST":
        trouble = _tried(request, report, user)
        if trouble is None:
            return redirect(request.get_full_path())
    try:
        found = leaving.leaving(report, user)
    except NotMoved as none:
        raise Http404(_("Chưa có %(report)s. Tổng hợp trước.") % {"report": report.name}) from none
    typed = {NUMBER: request.POST.get(NUMBER, ""), DAY: request.POST.get(DAY, ""), "word": request.POST.get(WORD, "")}
    context = {"report": report, "period": report.period, "trouble": trouble, "typed": typed, **_shown(found, user)}
    return render(request, "web/leaving.html", context, status=422 if trouble else 200)


def _shown(found: leaving.Leaving, user: User) -> dict[str, Any]:
    steps = {one.step.verb: one for one in found.standing.next}
    return {
        "found": found.standing,
        "edition": found.edition,
        "numbering": found.numbering,
        "own": found.numbering.book.kind == NumberBook.Kind.OWN,
        "signed": found.signed,
        "is_paper": found.signed is not None and found.signed.kind == SignedFile.Kind.PAPER,
        "lacking": found.lacking,
        "way": milestones(found.standing.stage),
        "to_number": steps.get(Act.NUMBER),
        "to_issue": steps.get(Act.ISSUE),
        "may_bring": user.has_perm(KEEP_SIGNED),
        "may_pack": user.agency is not None and reads_all_of(user, user.agency.pk),
        "today": written(timezone.localdate()),
    }


def _tried(request: HttpRequest, report: Report, user: User) -> Trouble | None:
    what = request.POST.get(DO, "")
    if what not in DOINGS:
        raise Http404(_("Không có việc này."))
    try:
        return DOINGS[what](request, report, user)
    except leaving.Doubtful as doubtful:
        return Trouble(NUMBER, "", (), doubtful.findings)
    except (NotMoved, NotPossible) as refused:
        told = on_a_page(str(refused)) if isinstance(refused, NotMoved) else ""
        return Trouble(what, told, refused.findings)
    except (NotKept, Unreadable, Altered, Busy, PrintingError) as refused:
        return Trouble(what, on_a_page(str(refused)))


def _take(request: HttpRequest, report: Report, user: User) -> None:
    row = leaving.take_number(report, by=user)
    told = {"code": row.code, "day": written(row.dated_on)}
    messages.success(request, _("Đã cấp số %(code)s ngày %(day)s.") % told)


def _enter(request: HttpRequest, report: Report, user: User) -> Trouble | None:
    day, number = read_date(request.POST.get(DAY, "")), request.POST.get(NUMBER, "").strip()
    if not number:
        return Trouble(NUMBER, _("Ghi số mà hệ thống quản lý văn bản đã cấp, như 08."))
    if day is None:
        return Trouble(DAY, _("Ghi ngày của văn bản như 18/01/2022."))
    sure = bool(request.POST.get(SURE))
    row = leaving.enter_number(report, number, day, by=user, sure=sure).row
    told = {"code": row.code, "day": written(row.dated_on)}
    messages.success(request, _("Đã ghi số %(code)s ngày %(day)s.") % told)
    return None


def _bring(request: HttpRequest, report: Report, user: User) -> Trouble | None:
    sent = request.FILES.get(FILE)
    if sent is None:
        return Trouble(FILE, _("Chưa chọn tệp."))
    edition = leaving.leaving(report, user).edition
    kept = leaving.bring(edition, str(sent.name), sent.read(MOST_BYTES + 1), by=user, word=request.POST.get(WORD, ""))
    if kept.is_accepted:
        messages.success(request, _("Đã nhận tệp “%(name)s”.") % {"name": kept.name})
    else:
        messages.error(request, _("Tệp “%(name)s” không được nhận làm bản đã ký; giữ làm chứng.") % {"name": kept.name})
    return None


def _issue(request: HttpRequest, report: Report, user: User) -> Trouble | None:
    told = request.POST.get(DAY, "").strip()
    on: date | None = read_date(told)
    if told and on is None:
        return Trouble("phat-hanh", _("Ghi ngày phát hành như 18/01/2022, hoặc để trống: hôm nay."))
    take(report, Act.ISSUE, by=user, on=on)
    messages.success(
        request, _("Đã phát hành %(report)s. Dòng được tính từ nay chỉ sửa khi ghi lý do.") % {"report": report.name}
    )
    return None


DOINGS: Mapping[str, Callable[[HttpRequest, Report, User], Trouble | None]] = MappingProxyType(
    {"cap-so": _take, "ghi-so": _enter, FILE: _bring, "phat-hanh": _issue}
)


@require_safe
def evidence_file(request: HttpRequest, code: str) -> HttpResponse:
    """The pack of evidence of an edition, to keep."""
    agency = agency_of(request)
    edition = edition_or_none(request, period_or_404(code), agency)
    if edition is None:
        raise Http404(_("Chưa có báo cáo này."))
    if why := refusal_of_evidence(the_person(request), agency.pk):
        raise PermissionDenied(why)
    try:
        made = evidence(edition, agency)
    except (PrintingError, Altered) as trouble:
        raise Http404(str(trouble)) from trouble
    headers = {"Content-Disposition": content_disposition_header(True, made.name) or "", "X-Pack-SHA256": made.sha256}
    return HttpResponse(made.data, content_type="application/zip", headers=headers)
