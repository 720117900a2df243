"""Measuring: every figure that is counted, what people estimated and planned, and what is derived from them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sokhcn.figures.aspect import Aspect, key_of, label_of, with_told
from sokhcn.figures.derived import Derived, derive
from sokhcn.figures.figure import Answer, Figure, FigureSet, Value, measure
from sokhcn.figures.indicator import Indicator, Kind, Scope
from sokhcn.kernel.periods import Period
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.asking import answer
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, owning
from sokhcn.reports.models import Estimate, Target


def figures_for(period: Period, agency: Agency) -> FigureSet:
    """Every figure of every area and of the agency's own, measured now."""
    return measured(owning.indicators(agency, period.end), catalogue.derived(), period, agency)


def measured(
    indicators: Iterable[Indicator],
    derived: Iterable[Derived],
    period: Period,
    agency: Agency,
    answering: Answer = answer,
) -> FigureSet:
    """``indicators`` counted together, with what was told of them, and ``derived`` from all these."""
    asked = tuple(indicators)
    counted = measure(asked, Scope(agency.as_of(period.end).pk, period), answering)
    known = {indicator.key: indicator for indicator in asked}
    told = with_told(counted, _estimates(known, period, agency), _plans(known, period, agency))
    return derive(derived, told, period)


def _estimates(known: Mapping[str, Indicator], period: Period, agency: Agency) -> dict[str, Figure]:
    rows = Estimate.objects.filter(agency__code=agency.code, period_code=period.code).order_by("pk")
    return {row.indicator: _estimated(row, known[row.indicator]) for row in rows if row.indicator in known}


def _estimated(row: Estimate, of: Indicator) -> Figure:
    basis = f"Phương pháp: {_sentence(row.method)} Lý do: {_sentence(row.reason)}"
    return _told(row, of, Aspect.ESTIMATE, Kind.ESTIMATE, basis)


def _plans(known: Mapping[str, Indicator], period: Period, agency: Agency) -> dict[str, Figure]:
    rows = Target.objects.filter(agency__code=agency.code, year=period.year).select_related("paper").order_by("pk")
    return {row.indicator: _planned(row, known[row.indicator]) for row in rows if row.indicator in known}


def _planned(row: Target, of: Indicator) -> Figure:
    source = f"theo {row.paper}" if row.paper else "chưa ghi văn bản giao"
    return _told(row, of, Aspect.PLAN, Kind.PLAN, f"Chỉ tiêu kế hoạch năm {row.year}, {source}.")


def _told(row: Estimate | Target, of: Indicator, aspect: Aspect, kind: Kind, basis: str) -> Figure:
    """What somebody told of a figure, as a figure that stands on the row it was told in."""
    return Figure(
        key=key_of(of.key, aspect),
        label=label_of(of.label, aspect),
        unit=of.unit,
        kind=kind,
        basis=basis,
        value=_plain(row.value),
        rows=Runs([Run(row.pk, row.pk, row.version)]),
        register=row._meta.label_lower,
        conditions=(),
    )


def _plain(value: Decimal) -> Value:
    """A whole quantity as a count, another without the idle zeros that its column stores."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def _sentence(text: str) -> str:
    return f"{text.rstrip('. ')}."
