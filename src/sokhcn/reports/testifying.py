"""What the registers of an agency testify about a report: its papers, its figures, the names it uses."""

from collections.abc import Mapping
from functools import cached_property

from sokhcn.checker.witness import Testimony
from sokhcn.document.understood import Stretch
from sokhcn.kernel.papers import Mention, read_code
from sokhcn.kernel.periods import MONTHS_IN, Period, PeriodKind, period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Paper, Place
from sokhcn.reports.measuring import figures_for


class Registers:
    """A ``checker.witness.Witness`` for the reports of ``agency`` on the period that ``stretch`` names."""

    def __init__(self, agency: Agency, stretch: Stretch | None) -> None:
        self.agency = agency
        self.stretch = stretch

    def papers(self, code: str) -> tuple[Mention, ...]:
        """The papers with that number and symbol; one query each time."""
        found = read_code(code)
        if found is None:
            return ()
        rows = Paper.objects.filter(number=found.number, symbol=found.symbol, year_in_number=found.year)
        return tuple(row.mention for row in rows)

    def knows_papers(self) -> bool:
        return bool(Paper.objects.exists())

    def figures(self) -> Mapping[str, Testimony]:
        """What the registers count now for the period, if it is one that reports are made for."""
        return self._figures

    @cached_property
    def _figures(self) -> Mapping[str, Testimony]:
        asked = the_period_of(self.stretch) if self.stretch else None
        if asked is None:
            return {}
        figures = figures_for(asked, self.agency)
        return {f.key: Testimony(f.key, f.label, f.value) for f in figures if f.value is not None}

    def names(self) -> tuple[str, ...]:
        """Places, by every name they ever had."""
        return tuple(Place.objects.values_list("name", flat=True))


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
