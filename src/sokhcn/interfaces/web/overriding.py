"""Printing a figure otherwise than it is counted, with a reason; and taking that back."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.as_shown import version_shown
from sokhcn.interfaces.web.chapter import REASON, said, the_edition
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.report import DRAFT, why_shown
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.numerals import read_number
from sokhcn.reports.sections import editing
from sokhcn.reports.sections.chapters import NoChapter
from sokhcn.reports.sections.refusing import NotDone


@require_POST
def override(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Override the figure, or take an override back; where that fails, the figure again with what was typed."""
    edition, user, post = the_edition(request, code), the_person(request), request.POST
    typed = {"value": post.get("so-in", ""), "reason": post.get(REASON, ""), "chapter": post.get("muc", "")}
    try:
        if "thoi" in post:
            editing.withdraw(edition, version_shown(post["thoi"]), by=user)
            told = _("Đã thôi ghi đè; tổng hợp lại để in số của sổ.")
        else:
            value = read_number(typed["value"].strip())
            if value is None:
                raise NotDone(_("Không hiểu số “%(text)s”. Viết như 170 hoặc 1.234,5.") % {"text": typed["value"]})
            printed = editing.Printed(key, Decimal(value), typed["reason"], typed["chapter"])
            editing.override(edition, printed, by=user)
            told = _("Đã ghi đè; tổng hợp lại để in số ấy.")
    except (NotDone, NoChapter) as trouble:
        why = said(trouble) if isinstance(trouble, NotDone) else on_a_page(str(trouble))
        return why_shown(request, code, key, {**typed, "why": why})
    messages.success(request, told)
    return redirect(f"{reverse('report', args=[code])}?{DRAFT}={edition.draft}")
