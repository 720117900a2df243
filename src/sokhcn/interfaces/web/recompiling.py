"""Compiling again: first what would change, then a new draft that is just that."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.compiler.wording import BadWording
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed
from sokhcn.interfaces.web.report import DRAFT, addressee_of, period_or_404
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.periods import PeriodKind
from sokhcn.people.permissions import COMPILE
from sokhcn.records.turns import Busy
from sokhcn.reports import previewing, tasks
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.compiling import NotAsShown
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.outlining import NoOutline

TROUBLES = (NoOutline, CannotCompile, BadWording, Unknown, Busy, NotAsShown)


@require_http_methods(["GET", "HEAD", "POST"])
def recompile(request: HttpRequest, code: str) -> HttpResponse:
    """Ask, with the figures that would change; then compile."""
    user = must_be_allowed(request, COMPILE)
    period, agency, addressee = period_or_404(code), agency_of(request), addressee_of(request)
    back = f"?{DRAFT}={draft}" if (draft := request.GET.get(DRAFT, "")) else ""
    try:
        if request.method != "POST":
            shown = previewing.preview(period, agency, addressee, by=user)
            about = {"changes": shown.figures, "edition": shown.latest, "shown": shown}
            return render(request, "web/recompile.html", {"period": period, "back": back, **about})
        seen = request.POST.get("seen", "")
        if period.kind is PeriodKind.YEAR:
            asked = tasks.ask(tasks.COMPILE, user, period=period.code, addressee=addressee, seen=seen)
            return redirect("errand", asked.pk)
        compiled = previewing.recompile(period, agency, addressee, by=user, seen=seen).compiled
    except TROUBLES as trouble:
        messages.error(request, _("Chưa tổng hợp được: %(why)s") % {"why": on_a_page(str(trouble))})
        return redirect(f"{reverse('report', args=[period.code])}{back}")
    told = {"number": compiled.edition.number, "changes": len(compiled.changes)}
    if compiled.is_new:
        messages.success(request, _("Đã tổng hợp dự thảo %(number)s: %(changes)s số thay đổi.") % told)
    else:
        messages.info(request, _("Số liệu và lời văn không đổi: vẫn là dự thảo %(number)s.") % told)
    return redirect(f"{reverse('report', args=[period.code])}?{DRAFT}={compiled.edition.draft}")
