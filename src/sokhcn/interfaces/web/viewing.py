"""How somebody wants a list: which columns, kept for the next time, and views saved under a name, also for others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.places import the_register
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.models import User
from sokhcn.people.saved_views import CHOSEN, SavedView, drop_view, save_view
from sokhcn.records.registering import Register

COLUMNS, QUERY = "cot", "dia-chi"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """A column that may be shown: its name and heading, whether it is, and whether it always is."""

    name: str
    heading: str
    shown: bool
    fixed: bool


def as_wanted(register: Register, views: Iterable[SavedView], asked: QueryDict, by: User) -> Register:
    """``register`` with the columns listed that the address names, else those that ``by`` chose last."""
    chosen = next((view.query for view in views if view.owner_id == by.pk and view.name == CHOSEN), "")
    return replace(register, listed=listed(register, asked.get(COLUMNS, "") or chosen))


def listed(register: Register, chosen: str) -> tuple[str, ...]:
    """The columns named in ``chosen``, in the order of the list and then of the form; the first stands always."""
    wanted = set(chosen.split(","))
    others = (column.name for column in register.columns if column.name not in register.listed)
    behind = tuple(name for name in (*register.listed[1:], *others) if name in wanted)
    return (register.listed[0], *behind) if behind else register.listed


def choices(register: Register, shown: Register) -> list[Choice]:
    """Every column, those of the usual list first."""
    others = [column.name for column in register.columns if column.name not in register.listed]
    names = (*register.listed, *others)
    return [
        Choice(name, register.column(name).heading, name in shown.listed, name == register.listed[0]) for name in names
    ]


@require_POST
def choose_columns(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the columns that were ticked, and show the list as it was with them."""
    register, asked = the_register(slug), _asked(request)
    chosen = "" if "mac-dinh" in request.POST else ",".join(request.POST.getlist(COLUMNS))
    save_view(the_person(request), register.slug, CHOSEN, ",".join(listed(register, chosen)) if chosen else "")
    asked.pop(COLUMNS, None)
    return _back(register, asked)


@require_POST
def keep_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Save the list as it stands under a name, or drop a view of one's own."""
    register, asked, user = the_register(slug), _asked(request), the_person(request)
    if dropped := request.POST.get("bo", ""):
        if drop_view(user, register.slug, dropped):
            messages.success(request, _("Đã bỏ cách xem “%(name)s”.") % {"name": dropped})
        return _back(register, asked)
    name = " ".join(request.POST.get("ten", "").split())[:LONGEST_NAME]
    if not name:
        messages.error(request, _("Chưa lưu cách xem: hãy đặt tên cho nó."))
        return _back(register, asked)
    asked.pop("page", None)
    save_view(user, register.slug, name, asked.urlencode(), shared="chung" in request.POST)
    messages.success(request, _("Đã lưu cách xem “%(name)s”.") % {"name": name})
    return _back(register, asked)


def _asked(request: HttpRequest) -> QueryDict:
    return QueryDict(request.POST.get(QUERY, ""), mutable=True)


def _back(register: Register, asked: QueryDict) -> HttpResponse:
    return redirect(f"{reverse('register', args=[register.slug])}?{asked.urlencode()}")
