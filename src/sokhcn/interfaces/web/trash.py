"""The trash of a register: putting a row in, after a question that names it, and taking it back out."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sokhcn.interfaces.web.listing import the_register, the_row
from sokhcn.interfaces.web.refusing import must_be_allowed
from sokhcn.interfaces.web.retiming import of_trash
from sokhcn.interfaces.web.row import REASON
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.records.locks import Locked, ReasonWanted
from sokhcn.records.writing import StaleRow
from sokhcn.reports import keeping


@require_http_methods(["GET", "HEAD", "POST"])
def trash_page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask whether this row goes into the trash; then put it there."""
    register = the_register(slug)
    row = the_row(request, register, pk, rows=register.model.objects.all())
    user = must_be_allowed(request, register.keeper, row)
    if request.method != "POST":
        told = {"register": register, "row": row}
        return render(request, "web/trash.html", {**told, **of_trash(request, register, row)})
    try:
        keeping.trash(row, by=user, reason=request.POST.get(REASON, ""))
    except StaleRow as stale:
        messages.error(request, on_a_page(str(stale)))
        return redirect("row", slug, pk)
    except Locked as locked:
        asked = {"register": register, "row": row, "wrong": locked.finding}
        return render(request, "web/trash.html", asked, status=422)
    messages.success(request, _("Đã bỏ “%(row)s” vào thùng rác. Lấy lại được bất cứ lúc nào.") % {"row": row})
    return redirect("register", slug)


@require_POST
def restore_row(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a row back out of the trash; one that an issued report counted is asked about first."""
    register = the_register(slug)
    row = the_row(request, register, pk, rows=register.model.everything.exclude(trashed_at=None))
    user = must_be_allowed(request, register.keeper, row)
    try:
        keeping.restore(row, by=user, reason=request.POST.get(REASON, ""))
    except ReasonWanted as wanted:
        asked = {"register": register, "row": row, "restoring": True}
        asked |= {"wrong": wanted.finding} if REASON in request.POST else {"counted": wanted.finding}
        return render(request, "web/trash.html", asked, status=422 if "wrong" in asked else 200)
    except Locked as locked:
        messages.error(request, on_a_page(str(locked)))
        return redirect(f"{reverse('register', args=[slug])}?thung-rac=1")
    except (IntegrityError, StaleRow):
        told = _("Không lấy lại được “%(row)s”: trong sổ đã có một dòng trùng. Sửa hoặc bỏ dòng đó trước.")
        messages.error(request, told % {"row": row})
        return redirect(f"{reverse('register', args=[slug])}?thung-rac=1")
    messages.success(request, _("Đã lấy lại “%(row)s”.") % {"row": row})
    return redirect("row", slug, pk)
