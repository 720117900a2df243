"""What stands around every page: the menu with its counts, the period, the theme."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.people.models import User
from sokhcn.people.permissions import AUDIT, MANAGE_PEOPLE, MAY
from sokhcn.records.kept import Lasting
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.agenda import period_of
from sokhcn.reports.desk import Digest, digest
from sokhcn.reports.holding import held
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.yearly import chapters_in_menu

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Entry:
    """A register in the menu, and how many rows it holds."""

    register: Register
    count: int
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report in the menu: its number, its name, and its registers."""

    number: int
    title: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        return sum(entry.count for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Menu:
    """The chapters, and which of the doors of administration ``opens``; where ``stamp`` is the same, so is the menu."""

    chapters: tuple[Chapter, ...]
    opens: str

    @property
    def stamp(self) -> int:
        entries = (entry for chapter in self.chapters for entry in chapter.entries)
        return hash((self.opens, *((entry.register.slug, entry.count, entry.may_keep) for entry in entries)))


def menu(by: User) -> Menu:
    """The registers of the chapters, in the order of the report.

    Rows that are a part of another row are on that row's page, and dated lists among the others.
    """
    among = [r for r in catalogue.registers() if r.area and not r.model.part_of and not issubclass(r.model, Lasting)]
    among.sort(key=lambda r: r.area)
    counts, names = held(by, among), chapters_in_menu()
    keepers = {keeper: by.has_perm(keeper) for keeper in {register.keeper for register in among}}
    chapters = (
        Chapter(area, names[area], tuple(Entry(r, counts[r.slug], keepers[r.keeper]) for r in registers))
        for area, registers in groupby(among, key=lambda r: r.area)
    )
    opens = "people" if by.has_perm(MANAGE_PEOPLE) else "audit" if by.has_perm(AUDIT) else ""
    return Menu(tuple(chapters), opens)


def working_period(request: HttpRequest) -> Period | None:
    """The period one works on: that of the report last opened, else of the latest edition, else today's."""
    code = request.session.get("ky")
    known: tuple[str | None, Period | None] | None = getattr(request, "worked_on", None)
    if known is None or known[0] != code:  # a page asks for it several times
        period = _working_period(request)
        known = request.worked_on = (request.session.get("ky"), period)  # type: ignore[attr-defined]
    return known[1]


def _working_period(request: HttpRequest) -> Period | None:
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


def unit_of(request: HttpRequest) -> str:
    """The unit that the person works in, by its short name; asked once a day and kept in the session."""
    by, today = the_person(request), timezone.localdate().isoformat()
    kept: list[Any] = request.session.get("unit", [])
    if kept[:2] != [by.unit_id, today]:
        kept = [by.unit_id, today, (by.unit.short or by.unit.name) if by.unit else ""]
        request.session["unit"] = kept
    return str(kept[2])


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
        "own_unit": SimpleLazyObject(lambda: unit_of(request)) if known else "",
        "bell": SimpleLazyObject(lambda: bell(request)) if known else None,
    }
