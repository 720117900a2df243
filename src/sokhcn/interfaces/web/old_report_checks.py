"""What the proof-reader finds in an old report, as cards beside its text; some are let stand, for a reason."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sokhcn.document.letters import Unreadable
from sokhcn.interfaces.web.errors import trouble
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.old_report import text_of
from sokhcn.interfaces.web.old_reports import bench_of, the_old_report
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed, the_person
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.reader.colouring import Passage
from sokhcn.reports.checking import Checked, NothingToWaive, Source, check_read, waive, withdraw
from sokhcn.reports.old_reports.offering import Bench

LOOKS = {Severity.MUST: "bad", Severity.LOOK: "look", Severity.HINT: "draft"}
HEADINGS = {
    Severity.MUST: gettext_lazy("Phải sửa"),
    Severity.LOOK: gettext_lazy("Cần xem"),
    Severity.HINT: gettext_lazy("Gợi ý"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """A finding: its number, its sentence, the words it is about, and the anchor of their paragraph."""

    number: int
    look: str
    finding: Finding
    words: str
    anchor: int | None


@require_http_methods(["GET", "HEAD", "POST"])
def checks_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Cards by how grave they are; a form lets one stand, or opens it again."""
    report = the_old_report(request, pk, KEEP_REGISTERS if request.method == "POST" else "")
    bench = bench_of(request, report)
    if isinstance(bench, HttpResponse):
        return bench
    agency = agency_of(request)
    try:
        checked = check_read(Source(report.name, bench.proposals.data), bench.proposals.text, agency)
    except Unreadable as unreadable:
        return trouble(request, 422, sentence(unreadable.finding), _("Chia nhỏ tệp rồi đưa lại."))
    if request.method == "POST":
        return _decide(request, checked, pk)
    text = text_of(bench)
    cards = list(_cards(bench, checked, text["passages"]))
    groups = [(LOOKS[one], HEADINGS[one], [c for c in cards if c.finding.severity is one]) for one in Severity]
    may_keep = the_person(request).has_perm(KEEP_REGISTERS)
    told = {**text, "groups": groups, "waived": checked.waived, "may_keep": may_keep, "tab": "checks"}
    return render(request, "web/old_report_checks.html", told)


def _cards(bench: Bench, checked: Checked, found: tuple[Passage, ...]) -> Iterator[Card]:
    letters = bench.proposals.text.letters
    starts = [letters.in_source(passage.start, passage.start + 1)[0] for passage in found]
    for number, finding in zip(checked.numbers, checked.findings, strict=True):
        span = finding.span
        at = found[max(bisect_right(starts, span[0]) - 1, 0)].start if span and found else None
        words = " ".join(letters.source[span[0] : span[1]].split()) if span else ""
        yield Card(number, LOOKS[finding.severity], finding, words, at)


def _decide(request: HttpRequest, checked: Checked, pk: int) -> HttpResponse:
    user, agency = must_be_allowed(request, KEEP_REGISTERS), agency_of(request)
    told, reason = request.POST.get("so", ""), request.POST.get("ly-do", "")
    number = int(told) if told.isdecimal() and len(told) < len(str(10**6)) else 0
    act = withdraw if "lai" in request.POST else waive
    try:
        act(checked, number, reason=reason, by=user, agency=agency)
    except NothingToWaive as nothing:
        messages.error(request, on_a_page(str(nothing)))
    else:
        messages.success(request, _("Đã ghi quyết định về phát hiện số %(n)s.") % {"n": number})
    return redirect("old-report-checks", pk)
