"""What stands around every page: the menu with its counts, the period, the theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.people.models import User
from sokhcn.people.permissions import MAY
from sokhcn.records.kept import Lasting
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.agenda import period_of
from sokhcn.reports.desk import Digest, digest
from sokhcn.reports.holding import held
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Entry:
    """A register in the menu: its chapter's number, where the chapter begins, and how many rows it holds."""

    register: Register
    number: str
    count: int
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Menu:
    """The registers of the chapters, and ``stamp``: where it is the same, the menu looks the same."""

    entries: tuple[Entry, ...]

    @property
    def stamp(self) -> int:
        return hash(tuple((entry.register.slug, entry.count, entry.may_keep) for entry in self.entries))


def menu(by: User) -> Menu:
    """The registers of the chapters, in the order of the report.

    Rows that are a part of another row are on that row's page, and dated lists among the others.
    """
    chapters = [r for r in catalogue.registers() if r.area and not r.model.part_of and not issubclass(r.model, Lasting)]
    chapters.sort(key=lambda r: r.area)
    return Menu(tuple(_entries(chapters, held(by, chapters), by)))


def _entries(registers: list[Register], counts: Mapping[str, int], by: User) -> Iterator[Entry]:
    area = 0
    for register in registers:
        yield Entry(
            register,
            str(register.area) if register.area != area else "",
            counts[register.slug],
            by.has_perm(register.keeper),
        )
        area = register.area


def working_period(request: HttpRequest) -> Period | None:
    """The period one works on: that of the report last opened, else of the latest edition, else today's."""
    if "ky" not in request.session:
        user = request.user
        editions = Edition.objects.filter(agency=user.agency.code) if isinstance(user, User) and user.agency else None
        latest = editions.order_by("-starts_on", "-number").first() if editions is not None else None
        request.session["ky"] = latest.period_code if latest else ""
    try:
        return the_period(request.session["ky"]) if request.session["ky"] else period_of(timezone.localdate())
    except BadPeriod:
        return None


def ring(request: HttpRequest, found: Digest) -> dict[str, Any]:
    """Remember for the day how much the morning digest had; every page shows it and asks nothing."""
    rung = {"day": found.day.isoformat(), "late": found.late.total, "all": found.total}
    request.session["bell"] = rung
    return rung


def bell(request: HttpRequest) -> dict[str, Any]:
    """How much the digest of this morning has; asked with the first page of a day."""
    rung: dict[str, Any] = request.session.get("bell") or {}
    today = timezone.localdate()
    return rung if rung.get("day") == today.isoformat() else ring(request, digest(the_person(request), today))


def theme_of(request: HttpRequest) -> str:
    """The theme that the person chose, else nothing: the system's own."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in THEMES else ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every page; menu and period are asked only where a page shows them."""
    known = getattr(request, "user", None) is not None and request.user.is_authenticated
    return {
        "theme": theme_of(request),
        "menu": SimpleLazyObject(lambda: menu(the_person(request))) if known else None,
        "may": SimpleLazyObject(lambda: {name for name in MAY if request.user.has_perm(name)}) if known else (),
        "working_period": SimpleLazyObject(lambda: working_period(request)) if known else None,
        "bell": SimpleLazyObject(lambda: bell(request)) if known else None,
    }
