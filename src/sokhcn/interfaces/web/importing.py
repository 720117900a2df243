"""Taking a file or a pasted block into a register: first a trial that says everything, then the writing."""

import base64
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.intake.sheet import Sheet, UnreadableSheet, read_csv
from sokhcn.interfaces.web.listing import the_register
from sokhcn.interfaces.web.refusing import must_be_allowed
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import fold
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.records.registering import Register
from sokhcn.reports.receiving import receive, try_out

AT_MOST = 1_500_000
LINES_SHOWN = 200
REASON = "ly-do"


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose or paste; see what would happen; write. The second step reads and tries everything again."""
    register = the_register(slug)
    user = must_be_allowed(request, KEEP_REGISTERS)
    if request.method != "POST":
        return render(request, "web/import.html", {"register": register})
    data, name = _given(request)
    try:
        sheet = _sheet(register, data, name)
    except UnreadableSheet as unreadable:
        return _page(request, register, {"findings": (unreadable.finding,)})
    wanted = "ghi" in request.POST
    reason = request.POST.get(REASON, "")
    receipt = (receive if wanted else try_out)(register, sheet, by=user, today=timezone.localdate(), reason=reason)
    if wanted and not receipt.findings:
        counts = {"added": receipt.added, "changed": receipt.changed, "same": receipt.same}
        messages.success(
            request, _("Đã ghi: thêm %(added)s dòng, cập nhật %(changed)s dòng, %(same)s dòng như cũ.") % counts
        )
        return redirect("register", slug)
    tried = {"reason": reason, "reason_wanted": any(f.id == "register.reason" for f in receipt.findings)}
    tried |= {
        "receipt": receipt,
        "findings": receipt.findings,
        "sheet": sheet,
        "lines": _lines(sheet, receipt.findings),
    }
    return _page(request, register, tried | {"kept": base64.b64encode(data).decode(), "name": name})


def _page(request: HttpRequest, register: Register, context: dict[str, Any]) -> HttpResponse:
    about = {"register": register, "pasted": request.POST.get("dan", "")}
    return render(request, "web/import.html", about | context, status=422 if context.get("findings") else 200)


def _given(request: HttpRequest) -> tuple[bytes, str]:
    """The bytes given: those tried before, a file, or a pasted block; and what to call them."""
    if kept := request.POST.get("kept"):
        try:
            return base64.b64decode(kept, validate=True), request.POST.get("name", "")[:200]
        except ValueError:
            return b"", ""
    if file := request.FILES.get("tep"):
        return file.read(AT_MOST + 1), str(file.name)
    return request.POST.get("dan", "").encode(), _("phần dán")


def _sheet(register: Register, data: bytes, name: str) -> Sheet:
    if not data.strip():
        raise UnreadableSheet(must("import.nothing", "Chưa chọn tệp, cũng chưa dán dòng nào."))
    if len(data) > AT_MOST:
        advice = "Chia làm nhiều tệp rồi nhập lần lượt, hoặc nhập bằng lệnh import trên máy chủ."
        raise UnreadableSheet(must("import.large", "Tệp lớn hơn 1,5 MB.", where=name, suggestion=advice))
    return _with_headings(register, read_csv(data, name))


def _with_headings(register: Register, sheet: Sheet) -> Sheet:
    """Rows pasted without their headings stand in the order of the register's columns."""
    known = {fold(name) for column in register.columns for name in (column.heading, *column.synonyms)}
    if any(fold(heading) in known for heading in sheet.headings):
        return sheet
    headings = tuple(column.heading for column in register.columns)[: len(sheet.headings)]
    return Sheet(sheet.name, headings, ((1, sheet.headings), *sheet.lines))


def _lines(sheet: Sheet, findings: tuple[Finding, ...]) -> list[tuple[int, tuple[str, ...], list[Finding]]]:
    """The lines to show: each with its cells and what is wrong with it."""
    by_place: dict[str, list[Finding]] = {}
    for finding in findings:
        by_place.setdefault(finding.where, []).append(finding)
    told = [(number, cells, by_place.get(f"{sheet.name}, dòng {number}", [])) for number, cells in sheet.lines]
    wrong = [line for line in told if line[2]]
    return told if len(told) <= LINES_SHOWN else (wrong + [line for line in told if not line[2]])[:LINES_SHOWN]
