"""What is done with the rows ticked in a list: a step, the trash, a file; writing asks first and names the rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.places import the_register
from sokhcn.interfaces.web.refusing import must_be_allowed, the_person
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register, Step
from sokhcn.reports.doing import steps_beside
from sokhcn.reports.sheets import as_xlsx
from sokhcn.reports.together import Sorted, bring, sorted_for

AT_MOST = 200  # rows of the longest page
ROW, WORK, SURE, REASON, BACK = "dong", "lam", "chac", "ly-do", "dia-chi"
TRASH, FILE = "bo", "xuat"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def steps_for(register: Register, bound: Iterable[Any], by: User) -> tuple[Step, ...]:
    """The steps that some row of a page can take, each target once."""
    if not register.state:
        return ()
    by_state = {getattr(row.record, register.state): row.record for row in bound}
    steps = (step for row in by_state.values() for step in steps_beside(register, row, by))
    return tuple({step.target: step for step in steps}.values())


@require_POST
def do_together(request: HttpRequest, slug: str) -> HttpResponse:
    """A file of the rows at once; a step or the trash after a page that names them."""
    register, work = the_register(slug), request.POST.get(WORK, "")
    keys = [int(key) for key in request.POST.getlist(ROW) if key.isdecimal() and len(key) < 19][:AT_MOST]
    rows = _rows(register, keys, the_person(request))
    if not rows:
        messages.error(request, _("Chưa chọn dòng nào: đánh dấu ở đầu dòng rồi làm lại."))
        return _back(request, register)
    if work == FILE:
        return _file(register, rows, the_person(request))
    target = "" if work == TRASH else work
    if target and target not in register.column(register.state).choices if register.state else target:
        raise Http404(_("Không có bước này."))
    return _write(request, register, rows, target)


def _write(request: HttpRequest, register: Register, rows: Sequence[Any], target: str) -> HttpResponse:
    user = must_be_allowed(request, register.keeper)
    told = sorted_for(register, rows, target, by=user)
    if SURE not in request.POST or not told.ready:
        return _ask(request, register, told, target)
    for row in told.ready:
        row.version = _version(request, row.pk)
    if wrong := bring(register, told.ready, target, by=user, reason=request.POST.get(REASON, "")):
        asked = sorted_for(register, _rows(register, [row.pk for row in told.ready], user), target, by=user)
        return _ask(request, register, asked, target, wrong)
    n = len(told.ready)
    if target:
        word = register.column(register.state).choices[target]
        messages.success(request, _("Đã chuyển %(n)s dòng sang “%(state)s”.") % {"n": n, "state": word})
    else:
        messages.success(request, _("Đã bỏ %(n)s dòng vào thùng rác. Lấy lại được bất cứ lúc nào.") % {"n": n})
    return _back(request, register)


def _version(request: HttpRequest, pk: int) -> int:
    """The version that the page showed of a row; 0, which no row has, where it says nothing of use."""
    text = request.POST.get(f"v{pk}", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _ask(
    request: HttpRequest, register: Register, told: Sorted, target: str, wrong: Sequence[Finding] = ()
) -> HttpResponse:
    context = {
        "register": register,
        "told": told,
        "target": target,
        "word": register.column(register.state).choices[target] if target else "",
        "wrong": " ".join(map(sentence, wrong)),
        "reason_wanted": any(finding.id == "register.reason" for finding in wrong),
        "reason": request.POST.get(REASON, ""),
        "back": request.POST.get(BACK, ""),
    }
    return render(request, "web/together.html", context, status=422 if wrong else 200)


def _rows(register: Register, keys: Sequence[int], by: User) -> list[Any]:
    rows = register.model.objects.filter(pk__in=keys).select_related(*register.related)
    return list(within_reach(rows, by).order_by(*ordered((*register.order, "pk"))))


def _file(register: Register, rows: Sequence[Any], by: User) -> HttpResponse:
    among = register.model.objects.filter(pk__in=[row.pk for row in rows]).order_by(*ordered(register.order))
    name = f'attachment; filename="{register.slug}-{len(rows)}-dong.xlsx"'
    headers = {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(as_xlsx(register, among, by), content_type=XLSX, headers=headers)


def _back(request: HttpRequest, register: Register) -> HttpResponse:
    return redirect(f"{reverse('register', args=[register.slug])}?{request.POST.get(BACK, '')}")
