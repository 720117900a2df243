"""Which unit has closed which register for a period: the matrix, and closing, signing nil, opening again, locking."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.chapter import REASON
from sokhcn.interfaces.web.findings import plain_sentence
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import period_or_404
from sokhcn.kernel.dates import EARLIEST, LATEST
from sokhcn.kernel.periods import Period
from sokhcn.people.models import User
from sokhcn.people.permissions import CLOSE, LOCK, REOPEN_WINDOW
from sokhcn.records.models import Closing
from sokhcn.reports.closing import closed
from sokhcn.reports.closing.completeness import Cell, CellState, Matrix, matrix
from sokhcn.reports.falling import own_unit

LOOKS: Mapping[str, tuple[str, Promise]] = MappingProxyType(
    {
        CellState.ROWS: ("ok", gettext_lazy("có số liệu")),
        CellState.NIL: ("out", gettext_lazy("không phát sinh")),
        CellState.OPEN: ("wait", gettext_lazy("chưa chốt")),
        CellState.OVERDUE: ("late", gettext_lazy("quá hạn")),
    }
)
BOOK, UNIT = "so", "don-vi"
CLOSING = ("chot", "khong")


@require_safe
def closings_page(request: HttpRequest, code: str) -> HttpResponse:
    """The matrix; one cell of it opened with what can be done, where the address names one."""
    return _page(request, period_or_404(code), request.GET)


def _page(request: HttpRequest, period: Period, named: Any, typed: dict[str, Any] | None = None) -> HttpResponse:
    user, agency = the_person(request), agency_of(request)
    found = matrix(period, agency)
    cell = _cell(found, named.get(BOOK, ""), named.get(UNIT, ""))
    owner = Closing(agency=agency, unit=cell.unit if cell else None)
    context = {
        "period": period,
        "found": found,
        "registers": tuple(_rows(found)),
        "tally": [(*LOOKS[state], found.count(state)) for state in CellState],
        "cell": cell,
        "mark": LOOKS[cell.state] if cell else (),
        "may_close": user.has_perm(CLOSE if cell and cell.unit else LOCK, owner),
        "may_reopen": user.has_perm(REOPEN_WINDOW, owner),
        "may_lock": user.has_perm(LOCK, Closing(agency=agency)),
        "typed": typed or {},
    }
    return render(request, "web/closings.html", context, status=422 if typed else 200)


def _rows(found: Matrix) -> Any:
    """Each register with a cell, or None, for each unit."""
    registers = {cell.register.slug: cell.register for cell in found.cells}
    for slug, register in registers.items():
        cells = {cell.owner: cell for cell in found.cells if cell.register.slug == slug}
        here = [(cells.get(unit), LOOKS[cells[unit].state] if unit in cells else ()) for unit in found.units]
        yield register, here


def _cell(found: Matrix, slug: str, unit: str) -> Cell | None:
    return next(
        (one for one in found.cells if one.register.slug == slug and (one.unit.code if one.unit else "") == unit), None
    )


def next_open(found: Matrix, by: User) -> str:
    """The page with the next register opened that is theirs to close and still waits; the page alone if none does."""
    mine = by.unit.short if by.unit is not None and own_unit(by) else ""
    page = reverse("closings", args=[found.period.code])
    cell = next((one for one in found.cells if not one.is_closed and mine in ("", one.owner)), None)
    if cell is None:
        return page
    return f"{page}?{urlencode({BOOK: cell.register.slug, UNIT: cell.unit.code if cell.unit else ''})}"


@require_POST
def closing_deed(request: HttpRequest, code: str) -> HttpResponse:
    """Close, sign nil, open again, lock; where it is refused, the cell again with why."""
    period, post = period_or_404(code), request.POST
    reason = post.get(REASON, "")
    try:
        messages.success(request, _done(request, period, post.get("lam", ""), reason))
    except closed.CannotClose as cannot:
        return _page(
            request,
            period,
            post,
            {"why": plain_sentence(cannot.finding), "reason": reason, "until": post.get("den", "")},
        )
    if post.get("lam") in CLOSING:
        return redirect(next_open(matrix(period, agency_of(request)), the_person(request)))
    return redirect("closings", code)


def _done(request: HttpRequest, period: Period, deed: str, reason: str) -> str:
    user, agency, post = the_person(request), agency_of(request), request.POST
    if deed == "khoa":
        closed.lock(period, agency, by=user)
        return _("Đã khóa sổ %(period)s.") % {"period": period.name}
    cell = _cell(matrix(period, agency), post.get(BOOK, ""), post.get(UNIT, ""))
    if cell is None:
        raise Http404(_("Không có ô này."))
    window = closed.Window(period, agency, cell.register, cell.unit)
    match deed:
        case "chot":
            closed.close(window, by=user, reason=reason)
            return _("Đã chốt %(window)s.") % {"window": window}
        case "khong":
            closed.nil(window, by=user, reason=reason)
            return _("Đã ký không phát sinh: %(window)s.") % {"window": window}
        case "mo":
            closed.reopen(window, until=_moment(post.get("den", "")), reason=reason, by=user)
            return _("Đã mở lại %(window)s.") % {"window": window}
        case _other:
            raise Http404(_("Không có việc này."))


def _moment(text: str) -> datetime:
    """The moment that a field of day and hour gives; now, which the verb refuses, where it gives none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return timezone.now()
    if not EARLIEST <= found.year <= LATEST:
        return timezone.now()
    return found if timezone.is_aware(found) else timezone.make_aware(found)
