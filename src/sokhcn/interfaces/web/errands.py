"""Pages of long work: how far it is, and what came of it; they may be left and come back to."""

from types import MappingProxyType

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.leading import led_on
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.people.models import User
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.errands import Errand
from sokhcn.reports import catalogue, tasks

NAMES = {
    tasks.BACKUP: _("Sao lưu"),
    tasks.VERIFY: _("Soát lịch sử"),
    tasks.COMPILE: _("Tổng hợp báo cáo"),
    tasks.IMPORT: _("Nhập tệp lớn"),
    tasks.RENDER: _("Làm các tệp của báo cáo"),
}
LOOKS = {"waiting": "wait", "running": "busy", "done": "ok", "failed": "bad"}
AFTER = MappingProxyType({tasks.COMPILE: "report", tasks.RENDER: "files"})  # where one goes on when it is done
SHOWN = 50


@require_safe
def errand_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of long work; htmx asks for the part that moves."""
    errand = tasks.look(get_object_or_404(_seen_by(the_person(request)), pk=pk))
    if errand.kind in AFTER and errand.state == "done":
        return _onwards(request, errand)
    context = {"errand": told(errand), "back": _back(errand), "tab": "errands"}
    if errand.kind == tasks.IMPORT:
        context["register"] = catalogue.register(errand.about["slug"])
    part = getattr(request, "htmx", False)
    return render(request, "web/errand_part.html" if part else "web/errand.html", context)


@require_safe
def errands_page(request: HttpRequest) -> HttpResponse:
    """The long work of a person, or for an administrator that of the agency."""
    found = _seen_by(the_person(request)).order_by("-pk")[:SHOWN]
    return render(request, "web/errands.html", {"errands": [told(one) for one in found], "tab": "errands"})


def told(errand: Errand) -> Errand:
    """``errand`` with its name and its look in words."""
    errand.name, errand.look = NAMES.get(errand.kind, errand.kind), LOOKS[errand.state]  # type: ignore[attr-defined]
    errand.trouble = on_a_page(errand.trouble)
    return errand


def _seen_by(user: User) -> "QuerySet[Errand]":
    mine: QuerySet[Errand] = Errand.objects.filter(login=user.username)
    return mine | Errand.objects.filter(agency=user.agency_id) if user.has_perm(MANAGE_PEOPLE) else mine


def _back(errand: Errand) -> str:
    if errand.kind == tasks.IMPORT:
        return reverse("register" if errand.state == "done" else "import", args=[errand.about["slug"]])
    return reverse({tasks.BACKUP: "backups", tasks.VERIFY: "audit"}.get(errand.kind, "errands"))


def _onwards(request: HttpRequest, errand: Errand) -> HttpResponse:
    """To what was made: the report, its files."""
    result = errand.result
    return led_on(request, f"{reverse(AFTER[errand.kind], args=[result['period']])}?du-thao={result['draft']}")
