"""The report: which there are, one as the A4 page it will be, and why each figure is what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sokhcn.compiler.outline import PROVINCE
from sokhcn.document.nodes import Section
from sokhcn.document.walk import words
from sokhcn.figures.indicator import Kind
from sokhcn.interfaces.web.coming_back import and_back
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.kernel.columns import Cell
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.people.permissions import COMPILE, KEEP_REGISTERS
from sokhcn.records.models import Agency
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue, exporting, planning
from sokhcn.reports.exploring.shares import Untold, the_share
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.standing import way_on
from sokhcn.reports.life.steps import Step
from sokhcn.reports.models import Act, Edition, ReportState, Stage, report_name
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import Described, Reasons, kept_value, reasons
from sokhcn.reports.sections.beside import beside
from sokhcn.reports.sections.confirming import Standing, standings

ROWS_SHOWN = 100
DRAFT = "du-thao"
CLERKS = (Act.NUMBER, Act.ISSUE)  # on a page of their own: they want more than a click
UNIT = "don-vi"
FIGURE = "so"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline: where it leads, its number, its title, how deep it stands; of a chapter also its key,
    who owns it, and how it stands as the look and the word of a mark."""

    anchor: str
    number: str
    title: str
    depth: int
    key: str = ""
    owner: str = ""
    look: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row behind a figure: where it can be opened, its name, its day and more; for a near miss also why not."""

    link: str
    name: str
    day: str
    more: str
    because: str


def period_or_404(code: str) -> Period:
    """The period called ``code``, or a page that says which forms are understood."""
    try:
        return the_period(code)
    except BadPeriod as bad:
        raise Http404(str(bad)) from bad


def edition_or_none(request: HttpRequest, period: Period, agency: Agency) -> Edition | None:
    """The draft that the address names, else the latest."""
    name = request.GET.get(DRAFT, "")
    try:
        report, number = report_name(period.code, addressee_of(request)), name.rpartition("/")[2]
        return exporting.the_edition(f"{report}/{number}" if name else report, agency)
    except exporting.NoEdition as none:
        if name:
            raise Http404(str(none)) from none
        return None


def addressee_of(request: HttpRequest) -> str:
    """Whom the draft that the address names goes to: ``bo/1`` to the Ministry, ``3`` to the province."""
    return request.GET.get(DRAFT, "").rpartition("/")[0] or PROVINCE


def page_of(step: Step | None) -> str:
    """The page that takes a report further by ``step``, or shows one that is out."""
    return "leaving" if step is None or step.verb in CLERKS else "review"


@require_safe
def report_page(request: HttpRequest, code: str) -> HttpResponse:
    """One edition: its outline, its pages, and room for the reasons of a figure."""
    period, agency = period_or_404(code), agency_of(request)
    edition = edition_or_none(request, period, agency)
    request.session["ky"] = period.code
    context: dict[str, Any] = {"period": period, "edition": edition, "may_compile": request.user.has_perm(COMPILE)}
    context |= {"opened": request.GET.get("muc", ""), "shown": request.GET.get(FIGURE, "")}
    if edition is None:
        return render(request, "web/report_none.html", context)
    return render(request, "web/report.html", context | _edition(period, edition) | _stands(request, edition, agency))


def _stands(request: HttpRequest, edition: Edition, agency: Agency) -> dict[str, Any]:
    """Where the report stands, if it stands there with this edition, and the step that leads on, if it is theirs."""
    may_compile = request.user.has_perm(COMPILE)
    state = ReportState.objects.filter(**Report(agency, edition.period, edition.addressee).key).first()
    stage = Stage(state.stage) if state else Stage.DRAFT
    if state and state.edition != edition.number and stage not in (Stage.DRAFT, Stage.CONFIRMED):
        return {"stage": None, "primary": "compile" if may_compile else "files"}
    step = way_on(stage)
    theirs = step if step and request.user.has_perm(step.permission) else None
    first = "compile" if may_compile and stage == Stage.DRAFT else "step" if theirs else "compile"
    primary = first if stage != Stage.ISSUED and (may_compile or theirs) else "files"
    return {"stage": stage, "is_out": stage == Stage.ISSUED, "step": theirs, "page": page_of(step), "primary": primary}


def _edition(period: Period, edition: Edition) -> dict[str, Any]:
    document = edition.document()

    def leads_to(key: str) -> str:
        return f"{reverse('why', args=[period.code, key])}?{DRAFT}={edition.draft}"

    appendices = [Line(f"a-{a.key}", "PL", a.title, 1) for a in document.appendices]
    # The page is written by our own renderer, which escapes every text of the document.
    paper = mark_safe(exporting.page(edition, leads_to))  # noqa: S308
    known = {one.chapter.key: one for one in standings(edition)}
    owned = [one for one in known.values() if one.chapter.unit]
    return {
        "paper": paper,
        "outline": [*_outline(document.sections, known)],
        "appendices": appendices,
        "owned": len(owned),
        "confirmed": sum(one.is_current for one in owned),
        "overrides": sum(bool(one["times"]) for one in edition.rules.get("overrides", ())),
    }


def _outline(sections: tuple[Section, ...], known: Mapping[str, Standing], depth: int = 1) -> Iterator[Line]:
    for section in sections:
        title, one = words(section.title), known[section.key]
        mark = (section.key, one.chapter.unit_name, *_mark(one))
        yield Line(f"s-{section.key}", section.number or "", title, depth, *mark)
        yield from _outline(section.sections, known, depth + 1)


def _mark(one: Standing) -> tuple[str, str]:
    """How a chapter stands: the look and the word of its mark; nothing where no unit owns it."""
    if not one.chapter.unit:
        return "", ""
    if one.last is None:
        return "wait", _("Chờ xác nhận")
    if not one.last.is_confirmed:
        return "back", _("Trả lại")
    return ("ok", _("Đã xác nhận")) if one.is_current else ("look", _("Xác nhận lại"))


@require_safe
def why_page(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Why a figure is what it is: beside the report, or as a page of its own."""
    return why_shown(request, code, key)


def why_shown(request: HttpRequest, code: str, key: str, typed: Mapping[str, str] | None = None) -> HttpResponse:
    """The same; with ``typed`` also the override that was typed and not taken, and why. Of one unit's rows, where the
    address names one: a report says nothing of those alone."""
    period, agency, by = period_or_404(code), agency_of(request), the_person(request)
    named = request.GET.get(UNIT, "")
    try:
        share = the_share(by, named) if named else None
        found = reasons(key, period, agency, by, share)
    except (catalogue.Unknown, Untold) as unknown:
        raise Http404(str(unknown)) from unknown
    edition = None if share else edition_or_none(request, period, agency)
    narrowed = f"?{urlencode({UNIT: share.code})}" if share else ""
    context: dict[str, Any] = {"period": period, "edition": edition, "share": share, "narrowed": narrowed}
    context |= {**_told(found, _place(edition, key)), **_kept(found, edition)}
    if edition:
        context |= {"beside": beside(edition, key, agency, by), "typed": typed or {}}
    name = "why_part" if getattr(request, "htmx", False) else "why"
    return render(request, f"web/{name}.html", context, status=422 if typed else 200)


def _place(edition: Edition | None, key: str) -> str:
    """Where the figure stands in its report, beside which its reasons are shown."""
    if edition is None:
        return ""
    return f"{reverse('report', args=[edition.period_code])}?{urlencode({DRAFT: edition.draft, FIGURE: key})}"


def _kept(found: Reasons, edition: Edition | None) -> dict[str, Any]:
    """What the edition says of the figure, and whether things stand otherwise now."""
    kept, is_kept = kept_value(edition.figures(), found.figure.key) if edition else (None, False)
    return {"kept": kept, "is_kept": is_kept, "differs": is_kept and kept != found.figure.value}


def _told(found: Reasons, place: str) -> dict[str, Any]:
    """The figure, and its rows so far as they are shown, or the figures that it was reckoned from; whoever mends a row
    comes back to ``place``."""
    register = found.register
    estimated = found.figure.kind is Kind.ESTIMATE and found.figure.value is not None
    about = {"found": found, "figure": found.figure, "register": register, "estimated": estimated}
    if register is None:
        return about
    return {
        **about,
        "counted": [_row(register, row, place) for row in found.counted[:ROWS_SHOWN]],
        "near": [_row(register, row, place) for row in found.near[:ROWS_SHOWN]],
        "left_off": max(len(found.counted) - ROWS_SHOWN, 0),
        "near_left_off": max(len(found.near) - ROWS_SHOWN, 0),
    }


def _row(register: Register, row: Described, place: str) -> Row:
    listed = [register.column(name) for name in register.listed]
    name = row[listed[0].name] or row["row"]
    day = next((row[c.name] for c in listed[1:] if c.cell is Cell.DATE and row[c.name]), "")
    texts = (row[c.name] for c in listed[1:] if c.cell in (Cell.TEXT, Cell.REFERENCE, Cell.CHOICE) and c.name != "unit")
    more = next((text for text in texts if text), "")
    link = and_back(reverse("row", args=[row["register"], row["id"]]), place)
    return Row(link, name, day, more, row.get("because", ""))


@require_safe
def proposals_page(request: HttpRequest, code: str) -> HttpResponse:
    """What the registers propose for Part II."""
    period, agency = period_or_404(code), agency_of(request)
    context = {
        "period": period,
        "next": period.next(),
        "proposals": planning.proposals(period, agency, the_person(request)),
        "place": planning.next_place(period, agency),
        "may_plan": request.user.has_perm(KEEP_REGISTERS),
    }
    return render(request, "web/proposals.html", context)
