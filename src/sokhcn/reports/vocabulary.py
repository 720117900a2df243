"""The names that wordings may use, before anything is measured; and what is wrong with a text that is saved."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from sokhcn.compiler.draft import Draft
from sokhcn.compiler.drafted import Known, examine_draft
from sokhcn.compiler.examining import Place, examine
from sokhcn.compiler.shapes import PERIOD, PLAIN, Fields, Keyed, Shape, figure, of_entry, of_type
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.periods import BadPeriod, PeriodKind, Regime, period
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Unit
from sokhcn.reports import catalogue, owning
from sokhcn.reports.models import Addressee, Commitment, Narrative, OwnWording
from sokhcn.reports.outlining import in_force, texts_that_ship
from sokhcn.reports.periods import the_period

# Questions are only looked at, never asked: any period will do.
SOME_PERIOD = period(PeriodKind.MONTH, 2022, 1, Regime("", "", 1, "", date(2019, 1, 1)))
ANY_DAY = date(9000, 1, 1)  # what holds from no named day is looked at with all that there is by now


def words_known(agency: Agency | None, day: date | None) -> Mapping[str, Shape]:
    """The shape of every name that a wording of ``agency`` may use on ``day``."""
    own = owning.in_force(agency, day) if agency is not None and day is not None else {}
    more = {"own": Fields({key.partition(".")[2]: _without_entries() for key in own})} if own else {}
    plain = dict.fromkeys(("agency", "symbol", "month", "year"), PLAIN)
    appendix = Keyed({declared.key: PLAIN for declared in catalogue.appendices()})
    return {**_declared(), **more, **plain, "period": PERIOD, "next_period": PERIOD, "appendix": appendix}


@cache
def _declared() -> Mapping[str, Shape]:
    areas: dict[str, dict[str, Shape]] = {}
    for indicator in catalogue.indicators():
        area, _, name = indicator.key.partition(".")
        areas.setdefault(area, {})[name] = _shape(indicator)
    for derived in catalogue.derived():
        area, _, name = derived.key.partition(".")
        areas.setdefault(area, {})[name] = _without_entries()
    return {area: Fields(shapes) for area, shapes in areas.items()}


def _shape(indicator: Indicator) -> Fields:
    listing = indicator.ask(Scope(0, SOME_PERIOD)).listing
    return figure(of_entry(listing.entry)) if listing is not None else _without_entries()


def _without_entries() -> Fields:
    """A figure that lists nothing: a loop over it would say nothing, which is a mistake."""
    return Fields({name: shape for name, shape in figure().shapes.items() if name != "entries"})


# --- what is wrong with a text that is saved ------------------------------------------------------------------------


def known_to(agency: Agency, day: date) -> Known:
    """What an outline of ``agency`` may name on ``day``."""
    own = OwnWording.on(day).filter(agency__code=agency.code).values_list("chapter", flat=True)
    units = Unit.objects.filter(agency__code=agency.code).values_list("code", flat=True)
    appendices = [declared.key for declared in catalogue.appendices()]
    return Known(
        words_known(agency, day), dict.fromkeys((*texts_that_ship(), *own)), appendices, [*units], catalogue.variants()
    )


def faults_of(draft: Draft, agency: Agency, day: date) -> tuple[Finding, ...]:
    """Everything wrong with an edited outline and its texts."""
    return examine_draft(draft, known_to(agency, day))


def examine_commitment(row: Kept, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """What is wrong with the words of a commitment; its papers are those told with it, or those it has."""
    assert isinstance(row, Commitment)
    papers = many["papers"] if "papers" in many else row.papers.all() if row.pk else ()
    mentions = {paper.code: of_type(Mention) for paper in papers if paper is not None}
    words = {**words_known(row.agency, _last_day(row)), "papers": Keyed(mentions)}
    yield from examine(row.text, Place(_column(where, "Nội dung")), words)


def examine_narrative(row: Kept, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """What is wrong with the words of a narrative."""
    assert isinstance(row, Narrative)
    yield from examine(row.text, Place(_column(where, "Nội dung")), words_known(row.agency, _last_day(row)))


def examine_addressee(row: Kept, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """A line of ``Kính gửi`` or ``Nơi nhận`` belongs to reports that some outline makes."""
    assert isinstance(row, Addressee)
    known = {kept.outline.addressee for kept in in_force(row.agency, row.valid_from or ANY_DAY)}
    if row.report not in known:
        advice, template = meant_or(row.report, sorted(known), "Các nơi"), "Không có báo cáo gửi “{name}”."
        yield must("addressee.report", template, where=where, suggestion=advice, name=row.report)


def _last_day(row: Commitment | Narrative) -> date:
    """The day by which the report that says ``row`` is compiled."""
    try:
        return the_period(row.period_code).end
    except BadPeriod:
        return row.recorded_on


def _column(where: str, heading: str) -> str:
    return f"{where}, {heading}" if where else heading
