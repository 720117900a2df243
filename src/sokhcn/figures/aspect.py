"""A figure seen otherwise: over the year to date, a year before, as estimated, as planned, and against these."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from sokhcn.figures.figure import MARK, Figure, FigureSet, Value
from sokhcn.figures.formula import DIFFERENCE, GROWTH, SHARE, Formula, computed, kind_of, operands_of, said
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.runs import Runs


class Aspect(StrEnum):
    """The end of a key, ``advice.issued@to_date``, and the last name in a wording, ``advice.issued.to_date``."""

    TO_DATE = "to_date"
    LAST_YEAR = "last_year"
    ESTIMATE = "estimate"
    PLAN = "plan"
    SHARE = "share"
    CHANGE = "change"
    GROWTH = "growth"


ASPECTS = frozenset(aspect.value for aspect in Aspect)
LABELS: Mapping[Aspect, str] = {
    Aspect.TO_DATE: "lũy kế từ đầu năm",
    Aspect.LAST_YEAR: "cùng kỳ năm trước",
    Aspect.ESTIMATE: "ước",
    Aspect.PLAN: "kế hoạch năm",
    Aspect.SHARE: "tỷ lệ so với kế hoạch năm",
    Aspect.CHANGE: "tăng, giảm so với cùng kỳ năm trước",
    Aspect.GROWTH: "tốc độ tăng so với cùng kỳ năm trước",
}


def split_key(key: str) -> tuple[str, Aspect | None]:
    """The figure that ``key`` is about and how it is seen; a key that ends otherwise is about no figure we know."""
    base, mark, name = key.partition(MARK)
    return (base, Aspect(name)) if mark and name in ASPECTS else (key, None)


def key_of(base: str, aspect: Aspect) -> str:
    return f"{base}{MARK}{aspect}"


def label_of(base: str, aspect: Aspect) -> str:
    return f"{base}, {LABELS[aspect]}"


def seen(figure: Figure, aspect: Aspect) -> Figure:
    """``figure`` in that aspect; its value is None where nobody counted, estimated or planned it."""
    match aspect:
        case Aspect.TO_DATE:
            return _of_other_days(figure, aspect, figure.to_date)
        case Aspect.LAST_YEAR:
            return _of_other_days(figure, aspect, figure.last_year)
        case Aspect.ESTIMATE:
            return figure.estimate or _untold(figure, aspect, Kind.ESTIMATE)
        case Aspect.PLAN:
            return figure.plan or _untold(figure, aspect, Kind.PLAN)
        case Aspect.SHARE:
            so_far = figure if figure.to_date is None else seen(figure, Aspect.TO_DATE)
            return _against(figure, aspect, SHARE, (so_far, seen(figure, Aspect.PLAN)))
        case Aspect.CHANGE:
            return _against(figure, aspect, DIFFERENCE, (figure, seen(figure, Aspect.LAST_YEAR)))
        case Aspect.GROWTH:
            return _against(figure, aspect, GROWTH, (figure, seen(figure, Aspect.LAST_YEAR)))


def _bare(figure: Figure, aspect: Aspect) -> Figure:
    """The figure by the name that ``aspect`` gives it, without its rows and without anything beside it."""
    named = replace(figure, key=key_of(figure.key, aspect), label=label_of(figure.label, aspect))
    return replace(named, rows=Runs(), entries=(), to_date=None, last_year=None, estimate=None, plan=None, operands=())


def _of_other_days(figure: Figure, aspect: Aspect, value: Value | None) -> Figure:
    return replace(_bare(figure, aspect), value=value)


def _untold(figure: Figure, aspect: Aspect, kind: Kind) -> Figure:
    return replace(_bare(figure, aspect), value=None, kind=kind, conditions=(), basis="", formula="")


def _against(figure: Figure, aspect: Aspect, formula: Formula, operands: tuple[Figure, ...]) -> Figure:
    # The difference of two counts is a count; what is divided has decimals.
    places = 0 if formula is DIFFERENCE and all(isinstance(operand.value, int) for operand in operands) else 2
    return replace(
        _bare(figure, aspect),
        value=computed(formula, [operand.value for operand in operands], places),
        unit=figure.unit if formula is DIFFERENCE else "%",
        kind=kind_of(operands),
        register="",
        conditions=(),
        formula=said(formula, operands, places),
        operands=operands_of(operands),
    )


def with_told(figures: FigureSet, estimates: Mapping[str, Figure], plans: Mapping[str, Figure]) -> FigureSet:
    """``figures`` with what people said of them: each by its key beside the counted one, and the share of the plan."""
    together = (f for figure in figures for f in _beside(figure, estimates.get(figure.key), plans.get(figure.key)))
    return FigureSet({figure.key: figure for figure in together})


def _beside(figure: Figure, estimate: Figure | None, plan: Figure | None) -> Iterator[Figure]:
    counted = replace(figure, estimate=estimate, plan=plan)
    yield counted
    if estimate:
        yield estimate
    if plan:
        yield plan
        yield seen(counted, Aspect.SHARE)
