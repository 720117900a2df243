"""Why a figure is what it is: its definition, the rows counted, and the rows that nearly were."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from sokhcn.figures.figure import Figure, measure
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.numerals import number
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Measure
from sokhcn.records.asking import answer, why
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, owning
from sokhcn.reports.showing import describe

Described = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reasons:
    """``counted`` and ``near`` are rows as ``showing.describe`` tells them; a near one also says what it ``failed``."""

    figure: Figure
    conditions: tuple[str, ...]
    counted: tuple[Described, ...]
    near: tuple[Described, ...]
    measure: Measure

    @property
    def tally(self) -> str:
        """How the rows make the figure: ``164 dòng được tính, gồm 163 phương tiện đo khác nhau``."""
        value, unit = number(self.figure.value), self.figure.unit
        rows = gettext("%(n)s dòng được tính") % {"n": number(len(self.counted))}
        match self.measure:
            case Measure.COUNT:
                return rows
            case Measure.DISTINCT:
                return gettext("%(rows)s, gồm %(value)s %(unit)s khác nhau") % {
                    "rows": rows,
                    "value": value,
                    "unit": unit,
                }
            case Measure.SUM:
                return gettext("%(rows)s, cộng được %(value)s %(unit)s") % {"rows": rows, "value": value, "unit": unit}


def reasons(key: str, period: Period, agency: Agency) -> Reasons:
    """The reasons for the figure called ``key``, as the registers stand now. Raises ``catalogue.Unknown``."""
    indicator = owning.the_indicator(key, agency, period.end)
    scope = Scope(agency.as_of(period.end).pk, period)
    question = indicator.ask(scope)
    register = catalogue.register_of(question.rows.model)
    found = why(question, related=register.related)
    near = tuple(
        {**describe(miss.row, register), "failed": miss.failed, "because": miss.because} for miss in found.near
    )
    figure = measure([indicator], scope, answer)[key]
    return Reasons(
        figure, figure.conditions, tuple(describe(row, register) for row in found.counted), near, question.measure
    )
