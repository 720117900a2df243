"""The page “Thống kê”: indicators over periods and units as a table and a chart; every cell opens its rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sokhcn.figures.derived import Derived
from sokhcn.figures.indicator import Indicator
from sokhcn.interfaces.web.frame import working_period
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.kernel.dates import EARLIEST, LATEST
from sokhcn.kernel.folding import fold
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.people.models import User
from sokhcn.people.permissions import reads_all_of
from sokhcn.records.dated import regimes
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.agenda import period_of
from sokhcn.reports.exploring import choosing
from sokhcn.reports.exploring.cells import Asked, Cell, Line, explored
from sokhcn.reports.exploring.choosing import EACH_UNIT, Area, Each, TooMuch, Wanted
from sokhcn.reports.exploring.naming import heading, unit_name
from sokhcn.reports.exploring.shares import shares_of
from sokhcn.reports.exploring.workbook import as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEY, EACH, FIRST, LAST, REGIME, UNIT, CODES, SOUGHT = "chi-tieu", "theo", "tu", "den", "che-do", "don-vi", "ky", "tim"
PICK = "chon"  # in the address where the whole list to pick from is wanted, which is longer than the page
NAMES: Mapping[Each, Any] = MappingProxyType(
    {
        Each.MONTH: _("Từng tháng"),
        Each.QUARTER: _("Từng quý"),
        Each.HALF: _("6 tháng"),
        Each.NINE_MONTHS: _("9 tháng"),
        Each.YEAR: _("Từng năm"),
        Each.OTHER: _("Kỳ tự chọn"),
    }
)
Offered = tuple[Area, list[Any], int]


@dataclass(frozen=True, slots=True)
class Explored:
    """What was asked and what came of it; without lines where it could not be asked, for which ``trouble`` says why."""

    wanted: Wanted
    asked: Asked | None = None
    lines: tuple[Line, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as a page shows it, with the address of its rows."""

    cell: Cell
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """An indicator in the table, the end of the address of the same table without it, and a line for each unit."""

    declared: Indicator | Derived
    without: str
    lines: list[tuple[str, list[Shown]]]


def asked_of(request: HttpRequest) -> tuple[Wanted, Period]:
    """What the address asks for; where it names no indicator, what everybody begins with. And the year's period."""
    by, told = the_person(request), request.GET
    period = working_period(request) or period_of(timezone.localdate())
    first = _year(told.get(FIRST, ""), period.year)
    each = told.get(EACH, "")
    wanted = Wanted(
        tuple(told.getlist(KEY)),
        first,
        _year(told.get(LAST, ""), first),
        Each(each) if each in set(Each) else Each.MONTH,
        told.get(REGIME, "")[:40],
        told.get(UNIT, "")[:40],
        told.get(CODES, "")[:2000],
    )
    if not wanted.keys and EACH not in told:
        own = "" if reads_all_of(by, by.agency_id) else shares_of(by)[0].code
        wanted = replace(wanted, keys=choosing.at_first(by, agency_of(request), period), unit=wanted.unit or own)
    return wanted, period


def explore(request: HttpRequest) -> Explored:
    """The table that the address asks for."""
    by, agency = the_person(request), agency_of(request)
    wanted, _period = asked_of(request)
    if not wanted.keys:
        return Explored(wanted)
    try:
        asked = choosing.read(wanted, by, agency)
    except (BadPeriod, TooMuch, catalogue.Unknown) as trouble:
        return Explored(wanted, trouble=str(trouble))
    return Explored(wanted, asked, explored(asked, agency, timezone.localdate()))


@require_safe
def explore_page(request: HttpRequest) -> HttpResponse:
    """The page; or for htmx the list to pick from, once it is opened."""
    by, agency = the_person(request), agency_of(request)
    if PICK in request.GET and getattr(request, "htmx", False):
        return render(request, "web/explore_picks.html", _fields(request, asked_of(request)[0], by, agency))
    found = explore(request)
    context: dict[str, Any] = {"found": found, "asked": found.asked, "EACH_UNIT": EACH_UNIT}
    context["now"] = timezone.localtime()
    context |= _fields(request, found.wanted, by, agency)
    if found.asked:
        context |= _told(found.wanted, found.asked, found.lines)
    return render(request, "web/explore.html", context, status=422 if found.trouble else 200)


@require_safe
def explore_book(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    found = explore(request)
    if found.asked is None:
        raise Http404(found.trouble or str(_("Chọn ít nhất một chỉ tiêu.")))
    headers = {"Content-Disposition": 'attachment; filename="thong-ke.xlsx"', "X-Content-Type-Options": "nosniff"}
    data = as_xlsx(found.asked, found.lines, timezone.localdate())
    return HttpResponse(data, content_type=XLSX, headers=headers)


# --- the form -------------------------------------------------------------------------------------------------------


def _fields(request: HttpRequest, wanted: Wanted, by: User, agency: Agency) -> dict[str, Any]:
    """What the form offers and what stands in it."""
    sought, year = request.GET.get(SOUGHT, "")[:100], asked_of(request)[1]
    picking = bool(sought or PICK in request.GET or not wanted.keys)
    offered = _offered(choosing.areas(agency, year), wanted.keys, fold(sought))
    statistics = {regime.id: regime.name for regime in regimes() if regime.for_statistics}
    return {
        "areas": list(offered if picking else _chosen(offered)),
        "picking": picking,
        "sought": sought,
        "eaches": [(each.value, name) for each, name in NAMES.items()],
        "regimes": tuple(statistics.items()),
        "shares": shares_of(by),
        "reaches_all": reads_all_of(by, by.agency_id),
        "address": address_of(wanted).urlencode(),
    }


def _chosen(offered: Iterable[Offered]) -> Iterator[Offered]:
    """Of what may be chosen what is chosen already: it goes along while the list is not opened."""
    return ((area, [one for one in some if one[1]], many) for area, some, many in offered if many)


def _offered(areas: tuple[Area, ...], chosen: tuple[str, ...], sought: str) -> Iterator[Offered]:
    """The areas with what may be chosen of each, whether it is chosen already, and how much of it is."""
    words = sought.split()
    for area in areas:
        offered = [
            (one, one.key in chosen)
            for one in area.offered
            if not words or one.key in chosen or all(word in fold(f"{one.label} {one.key}") for word in words)
        ]
        if offered:
            yield area, offered, sum(is_chosen for _, is_chosen in offered)


def address_of(wanted: Wanted) -> QueryDict:
    """The end of the address that asks for ``wanted``, the same for everybody who opens it."""
    told = QueryDict(mutable=True)
    told.setlist(KEY, list(wanted.keys))
    told[EACH], told[FIRST], told[LAST] = wanted.each.value, str(wanted.first), str(wanted.last)
    for name, value in ((REGIME, wanted.regime), (UNIT, wanted.unit), (CODES, wanted.codes)):
        if value:
            told[name] = value
    return told


def _year(told: str, otherwise: int) -> int:
    return min(max(int(told), EARLIEST), LATEST) if told.isdecimal() and len(told) == 4 else otherwise


# --- the table ------------------------------------------------------------------------------------------------------


def _told(wanted: Wanted, asked: Asked, lines: tuple[Line, ...]) -> dict[str, Any]:
    groups: dict[str, Group] = {}
    for line in lines:
        key = line.declared.key
        shown = [_shown(line, cell, period) for cell, period in zip(line.cells, asked.columns, strict=True)]
        group = groups.setdefault(key, Group(line.declared, _without(wanted, key), []))
        group.lines.append((unit_name(line.share), shown))
    reasons = dict.fromkeys(cell.because for line in lines for cell in line.cells if cell.because)
    return {
        "groups": tuple(groups.values()),
        "by_unit": len(asked.shares) > 1,
        "unit": unit_name(asked.shares[0]),
        "headings": [(heading(period), period.span) for period in asked.columns],
        "regime": asked.periods[0].regime,
        "reasons": tuple(reasons),
    }


def _without(wanted: Wanted, key: str) -> str:
    return address_of(replace(wanted, keys=tuple(one for one in wanted.keys if one != key))).urlencode()


def _shown(line: Line, cell: Cell, period: Period) -> Shown:
    if cell.value is None:
        return Shown(cell, "")
    link = reverse("why", args=[period.code, line.declared.key])
    return Shown(cell, f"{link}?{UNIT}={line.share.code}" if line.share else link)
