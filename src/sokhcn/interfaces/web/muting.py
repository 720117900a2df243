"""Silencing the reminder of one thing that falls due, for a reason, and having it again."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.models import User
from sokhcn.people.mutes import LONGEST_REASON, Mute, mute, muted, unmute
from sokhcn.records.due import DueDate
from sokhcn.reports.falling import due_rows

REASON, AGAIN = "ly-do", "nhac-lai"
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Silent:
    """What falls due and is not reminded of, and the word that silenced it."""

    due: DueDate
    mute: Mute


def silenced(by: User) -> tuple[Silent, ...]:
    """What ``by`` has silenced, the earliest due first."""
    known = muted(by)
    rows = due_rows(by).filter(pk__in=known).order_by("due_on", "pk")[:SHOWN] if known else ()
    return tuple(Silent(row, known[row.pk]) for row in rows)


@require_http_methods(["GET", "HEAD", "POST"])
def mute_page(request: HttpRequest, key: str, row: int) -> HttpResponse:
    """Ask for the reason, naming the thing; then silence it, or have it again."""
    by = the_person(request)
    due = get_object_or_404(due_rows(by).select_related("unit", "term"), key=key, row=row)
    reason = " ".join(request.POST.get(REASON, "").split())
    if request.method == "POST" and AGAIN in request.POST:
        unmute(by, due)
        messages.success(request, _("Từ nay lại nhắc “%(title)s”.") % {"title": due.title})
        return redirect("digest")
    if reason:
        mute(by, due, reason)
        messages.success(request, _("Đã tắt nhắc “%(title)s” cho riêng bạn.") % {"title": due.title})
        return redirect("digest")
    error = _("Ghi vì sao không cần nhắc.") if request.method == "POST" else ""
    context = {"due": due, "mute": muted(by).get(due.pk), "error": error, "longest": LONGEST_REASON}
    return render(request, "web/mute.html", context, status=422 if error else 200)
