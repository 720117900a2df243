"""The page “Tra cứu”: one box over all registers and reports, its hits by register, exact ones above."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sokhcn.kernel.dates import EARLIEST, LATEST
from sokhcn.kernel.numerals import number
from sokhcn.people.looking import within_of
from sokhcn.people.models import User
from sokhcn.records.search import MOST, Found
from sokhcn.reports import catalogue
from sokhcn.reports.finding import AT_A_TIME, Shown, label_of, look_for, narrowed, page_of, places
from sokhcn.reports.models import Edition

LONGEST = 300  # letters of a question


@dataclass(frozen=True, slots=True)
class Panel:
    """Hits that stand together: their heading, and the chapter's number of their register."""

    heading: str
    area: int
    hits: tuple[Shown, ...]


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What the address line asks for."""
    text, slug, year = request.GET.get("q", "")[:LONGEST], request.GET.get("so", ""), _year(request)
    user = request.user
    assert isinstance(user, User), "nobody else comes in"
    within = within_of(user)
    everywhere = look_for(text, within)
    try:
        found = narrowed(text, everywhere, within, slug, year)
        label = label_of(slug) if slug else ""
    except catalogue.Unknown as unknown:
        raise Http404(str(unknown)) from unknown
    page = _page(request.GET.get("page", ""), found)
    shown = page_of(found, user, (page - 1) * AT_A_TIME)
    context = {
        "asked": text,
        "slug": slug,
        "year": year,
        "places": places(everywhere.only(year=year)),
        "total": counted(everywhere.only(year=year)),
        "years": everywhere.only(label).years.items(),
        "all_years": counted(everywhere.only(label)),
        "here": counted(found),
        "panels": panels(shown),
        "page": page,
        "next": page + 1 if page * AT_A_TIME < len(found.hits) else None,
        "first": (page - 1) * AT_A_TIME + 1,
        "last": (page - 1) * AT_A_TIME + len(shown),
        "is_cut": found.more,
    }
    return render(request, "web/search.html", context)


def _year(request: HttpRequest) -> int:
    """The year that the address names; 0 for all."""
    told = request.GET.get("nam", "")
    return int(told) if told.isdecimal() and len(told) == 4 and EARLIEST <= int(told) <= LATEST else 0


def counted(found: Found) -> str:
    """How many there are, as far as anybody counts."""
    return _("hơn %(n)s") % {"n": number(MOST)} if found.more else number(len(found.hits))


def _page(told: str, found: Found) -> int:
    pages = max(-(-len(found.hits) // AT_A_TIME), 1)
    return min(max(int(told), 1), pages) if told.isdecimal() and len(told) < len(str(MOST)) else 1


def panels(shown: Iterable[Shown]) -> tuple[Panel, ...]:
    """Exact hits above all others, then each register's in the order of its best hit."""
    exact = tuple(hit for hit in shown if hit.is_exact)
    others: dict[Any, list[Shown]] = {}
    for hit in shown:
        if not hit.is_exact:
            others.setdefault(hit.register.slug if hit.register else "", []).append(hit)
    above = (Panel(_("Khớp đúng"), 0, exact),) if exact else ()
    return (*above, *(Panel(place_of(hits[0]), _area(hits[0]), tuple(hits)) for hits in others.values()))


def place_of(hit: Shown) -> str:
    """The register of a hit as people call it."""
    return hit.register.title if hit.register else _("Báo cáo")


def _area(hit: Shown) -> int:
    return hit.register.area if hit.register else 0


def address_of(hit: Shown) -> str:
    """Where a hit opens."""
    if hit.register is not None:
        return reverse("row", args=[hit.register.slug, hit.row.pk])
    edition: Edition = hit.row
    return f"{reverse('report', args=[edition.period_code])}?du-thao={edition.draft}"
