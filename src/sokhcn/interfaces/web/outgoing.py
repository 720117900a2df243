"""The outgoing book: its lines by year, the number that comes next, voiding one, and the book to be printed."""

from datetime import date
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sokhcn.formats.pdf.render import PrintingError
from sokhcn.interfaces.web.findings import why_not
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.kernel.dates import read_date
from sokhcn.people.permissions import NUMBER
from sokhcn.records.models import Agency, Issued
from sokhcn.records.stepping import NotPossible
from sokhcn.records.turns import Busy
from sokhcn.reports.models import NumberBook, Outgoing
from sokhcn.reports.numbers import books, finding, printing, taking

YEAR, BOOK, PAGE, REASON = "nam", "so", "trang", "ly-do"
ON_A_PAGE = 100
MEDIA = (
    ("pdf", "application/pdf"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)


@require_safe
def outgoing_page(request: HttpRequest) -> HttpResponse:
    """The lines of one book in one year, the last number first."""
    agency = agency_of(request)
    book, year = _book(request, agency)
    rows = books.given(book, year).order_by("-number", "-suffix", "symbol")
    own = book.kind == NumberBook.Kind.OWN
    context: dict[str, Any] = {
        "book": book,
        "year": year,
        "years": _years(agency, year),
        "books": books.books(agency, timezone.localdate()),
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get(PAGE)),
        "next": books.next_number(book, year) if own and year == timezone.localdate().year else None,
        "own": own,
        "gaps": books.gaps(book, year),
        "may_number": request.user.has_perm(NUMBER),
        "issued": set(Issued.objects.filter(agency=agency.code).values_list("report", flat=True)),
    }
    return render(request, "web/outgoing.html", context)


def _book(request: HttpRequest, agency: Agency) -> tuple[NumberBook, int]:
    """The book and the year that the address names, else the common one and this year, or the last with a paper."""
    told = request.GET.get(YEAR, "")
    last = Outgoing.everything.filter(agency__code=agency.code).order_by("-year").values_list("year", flat=True).first()
    year = int(told) if told.isdecimal() and len(told) <= 4 and int(told) else last or timezone.localdate().year
    day = min(date(year, 12, 31), timezone.localdate())
    try:
        return books.the_book(agency, request.GET.get(BOOK, ""), day), year
    except books.NoBook as none:
        raise Http404(str(none)) from none


def _years(agency: Agency, shown: int) -> list[int]:
    known = Outgoing.everything.filter(agency__code=agency.code).order_by().values_list("year", flat=True).distinct()
    return sorted({*known, shown, timezone.localdate().year}, reverse=True)


@require_safe
def outgoing_file(request: HttpRequest, form: str) -> HttpResponse:
    """The book with its ten columns, to be printed and bound."""
    agency = agency_of(request)
    book, year = _book(request, agency)
    media = dict(MEDIA).get(form)
    if media is None:
        raise Http404(_("Sổ in ra pdf hoặc xlsx."))
    name = f"so-van-ban-di-{year}.{form}"
    try:
        data = printing.writer_of(Path(name))(printing.outgoing_book(book, year, agency))
    except PrintingError as trouble:
        raise Http404(str(trouble)) from trouble
    return HttpResponse(data, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_http_methods(["GET", "HEAD", "POST"])
def void_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, naming the paper; then void its number, which no other paper ever gets."""
    user, row = the_person(request), _row(request, pk)
    error, reason = "", request.POST.get(REASON, "")
    if request.method == "POST":
        try:
            taking.void(row, reason, by=user)
        except (NotPossible, Busy) as refused:
            error = why_not(refused)
        else:
            messages.success(request, _("Đã hủy số %(code)s; số ở lại trong sổ với lý do.") % {"code": row.code})
            return redirect(_back(row))
    context = {"row": row, "error": error, "reason": reason, "may_number": user.has_perm(NUMBER)}
    return render(request, "web/outgoing_void.html", context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def delivery_page(request: HttpRequest, pk: int) -> HttpResponse:
    """When a paper was sent, in how many copies, and who took it."""
    user, row = the_person(request), _row(request, pk)
    typed = {name: request.POST.get(name, "").strip() for name in ("sent_on", "copies", "received_by", "note")}
    error = _deliver(row, typed, user) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        messages.success(request, _("Đã ghi chuyển văn bản %(code)s.") % {"code": row.code})
        return redirect(_back(row))
    context = {"row": row, "error": error, "typed": typed if error else None, "may_number": user.has_perm(NUMBER)}
    return render(request, "web/outgoing_sent.html", context, status=422 if error else 200)


def _deliver(row: Outgoing, typed: dict[str, str], user: Any) -> str:
    """Note the delivery; what is wrong with what was typed."""
    day, copies = read_date(typed["sent_on"]), typed["copies"]
    if typed["sent_on"] and day is None:
        return _("Ghi ngày chuyển như 18/01/2022.")
    if copies and not (copies.isdecimal() and len(copies) <= 4):
        return _("Số lượng bản là một số, như 5.")
    told = {**typed, "sent_on": day, "copies": int(copies) if copies else None}
    try:
        finding.deliver(row, told, by=user)
    except (NotPossible, Busy) as refused:
        return why_not(refused)
    return ""


def _row(request: HttpRequest, pk: int) -> Outgoing:
    row: Outgoing = get_object_or_404(Outgoing.objects.all(), pk=pk, agency__code=agency_of(request).code)
    return row


def _back(row: Outgoing) -> str:
    book = f"&{BOOK}={row.book}" if row.book else ""
    return f"{reverse('outgoing')}?{YEAR}={row.year}{book}"
