"""What the registers of an agency testify about a report: its papers, its figures, the names it uses."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from sokhcn.checker.witness import Before, Counted, Testimony
from sokhcn.document.understood import Stretch
from sokhcn.figures.aspect import seen, split_key
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.papers import Mention, read_code
from sokhcn.kernel.periods import MONTHS_IN, Period, PeriodKind, period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Establishment, Paper, Place, Unit
from sokhcn.reports.issuing import reported
from sokhcn.reports.measuring import figures_for

PAPERS = "văn bản"  # the unit of figures that count papers


class Registers:
    """A ``checker.witness.Witness`` for the reports of ``agency`` on the period that ``stretch`` names.

    Nothing is asked of the registers before a rule asks for it, and nothing twice.
    """

    def __init__(self, agency: Agency, stretch: Stretch | None) -> None:
        self.agency = agency
        self.period = the_period_of(stretch) if stretch else None

    def papers(self, code: str) -> tuple[Mention, ...]:
        found = read_code(code)
        return self._papers.get(str(found), ()) if found else ()

    def knows_papers(self) -> bool:
        return bool(self._papers)

    def figure(self, key: str) -> Testimony | None:
        base, aspect = split_key(key)
        if base not in self._figures:
            return None
        figure = seen(self._figures[base], aspect) if aspect else self._figures[base]
        return None if figure.value is None else Testimony(key, figure.label, figure.value)

    def knows_period(self) -> bool:
        happened = (figure for figure in self._figures if figure.kind.adds_up and figure.conditions)
        return any(figure.value for figure in happened)

    def counted_rows(self) -> tuple[Counted, ...]:
        told = (Counted(f.key, f.label, tuple(_papers(f)), tuple(_bodies(f))) for f in self._figures)
        return tuple(one for one in told if one.papers or one.bodies)

    def last_report(self) -> Mapping[str, Before]:
        return self._last_report

    def places(self) -> tuple[str, ...]:
        return tuple(Place.objects.values_list("name", flat=True))

    def names(self) -> tuple[str, ...]:
        return self._names

    @cached_property
    def _names(self) -> tuple[str, ...]:
        kept = (Establishment.objects.values_list("name", flat=True), Unit.objects.values_list("name", flat=True))
        return tuple(name for names in kept for name in names)

    @cached_property
    def _papers(self) -> Mapping[str, tuple[Mention, ...]]:
        """By number and symbol: an issuer's numbers start again each year, and another issuer may have the same."""
        by_code: dict[str, tuple[Mention, ...]] = {}
        for row in Paper.objects.all():
            by_code[row.code] = (*by_code.get(row.code, ()), row.mention)
        return by_code

    @cached_property
    def _figures(self) -> FigureSet:
        """What the registers count now for the period, if it is one that reports are made for."""
        return figures_for(self.period, self.agency) if self.period else FigureSet({})

    @cached_property
    def _last_report(self) -> Mapping[str, Before]:
        last = before(self.period) if self.period else None
        edition = reported(self.agency, last.code) if last else None
        if self.period is None or last is None or edition is None:
            return {}
        then, same_year = figures_for(last, self.agency), last.year == self.period.year
        return {
            said.key: _before(edition.label, said, then[said.key], self._figures[said.key], same_year)
            for said in edition.figures()
            if said.value is not None and _is_counted(then, said.key) and _is_counted(self._figures, said.key)
        }


class NamesAlone(Registers):
    """What can be said of the document of another body: how places and establishments are called, and no row."""

    def papers(self, code: str) -> tuple[Mention, ...]:
        return ()

    def knows_papers(self) -> bool:
        return False


def _is_counted(figures: FigureSet, key: str) -> bool:
    """Estimates, plans and what is reckoned from figures follow from no rows of their own."""
    return key in figures and figures[key].value is not None and bool(figures[key].conditions)


def _before(report: str, said: FrozenFigure, then: Figure, now: Figure, same_year: bool) -> Before:
    came, gone = set(now.rows) - set(then.rows), set(then.rows) - set(now.rows)
    return Before(
        label=now.label,
        report=report,
        said=said.value or 0,
        counted=then.value or 0,
        to_date=said.to_date if same_year else None,
        is_stock=now.kind is Kind.STOCK,
        entered=len(came),
        left=len(gone),
    )


def _papers(figure: Figure) -> Iterator[Mention]:
    """The papers that the rows counted are, as their entries have them."""
    for entry in figure.entries if figure.unit == PAPERS else ():
        paper = getattr(entry, "paper", None)
        if isinstance(paper, Mention) and paper.code:
            yield paper


def _bodies(figure: Figure) -> Iterator[str]:
    """Whom the rows counted are for, as their entries have it."""
    for entry in figure.entries:
        body = getattr(entry, "issued_to", "")
        if body:
            yield body


def before(this: Period) -> Period | None:
    """The period of the same kind that ends where ``this`` begins; nine months and free windows have none."""
    if this.kind not in MONTHS_IN or this.kind is PeriodKind.NINE_MONTHS:
        return None
    last = 12 // MONTHS_IN[this.kind]
    year, index = (this.year, this.index - 1) if this.index > 1 else (this.year - 1, last)
    return period(this.kind, year, index, this.regime)


def the_period_of(stretch: Stretch) -> Period | None:
    """The period of Decree 09/2019/NĐ-CP that has the days of ``stretch``."""
    kind = PeriodKind(stretch.kind)
    if kind not in MONTHS_IN:
        return None
    candidates = (
        period(kind, year, index, DECREE_09)
        for year in (stretch.last.year, stretch.last.year + 1)
        for index in range(1, 12 // MONTHS_IN[kind] + 1)
    )
    return next((found for found in candidates if found.days == (stretch.first, stretch.last)), None)
