"""Derived figures: declared formulas over figures that were counted, estimated or planned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sokhcn.figures.aspect import seen, split_key
from sokhcn.figures.figure import Figure, FigureSet, Value
from sokhcn.figures.formula import PLACES, Formula, computed, kind_of, operands_of, said
from sokhcn.figures.indicator import basis_in
from sokhcn.kernel.periods import Period
from sokhcn.kernel.runs import Runs


@dataclass(frozen=True, slots=True)
class Derived:
    """A declared formula. ``of`` names its operands, which may be seen in some aspect: ``research.accepted@plan``.

    Operands are indicators, never other derived figures. In ``basis``, ``{regime}`` stands as in an indicator's.
    """

    key: str
    label: str
    unit: str
    formula: Formula
    of: tuple[str, ...]
    basis: str
    places: int = PLACES

    def basis_in(self, period: Period) -> str:
        """On whose word the figure of ``period`` is reckoned."""
        return basis_in(self.basis, period)


def derive(declared: Iterable[Derived], figures: FigureSet, period: Period) -> FigureSet:
    """``figures`` and those derived from them, each behind the figures of its area."""
    found = [*figures, *(derived_from(figures, one, period) for one in declared)]
    areas = {area: place for place, area in enumerate(dict.fromkeys(_area(figure.key) for figure in found))}
    return FigureSet({figure.key: figure for figure in sorted(found, key=lambda figure: areas[_area(figure.key)])})


def _area(key: str) -> str:
    return key.partition(".")[0]


def derived_from(figures: FigureSet, declared: Derived, period: Period) -> Figure:
    """One derived figure; over the year to date and a year before too, where all of its operands are."""
    operands = [_operand(figures, key) for key in declared.of]
    plain = all(split_key(key)[1] is None for key in declared.of)

    def reckoned(values: Sequence[Value | None]) -> Value | None:
        return computed(declared.formula, values, declared.places)

    return Figure(
        key=declared.key,
        label=declared.label,
        unit=declared.unit,
        kind=kind_of(operands),
        basis=declared.basis_in(period),
        value=reckoned([operand.value for operand in operands]),
        rows=Runs(),
        register="",
        conditions=(),
        to_date=reckoned([operand.to_date for operand in operands]) if plain else None,
        last_year=reckoned([operand.last_year for operand in operands]) if plain else None,
        formula=said(declared.formula, operands, declared.places),
        operands=operands_of(operands),
    )


def _operand(figures: FigureSet, key: str) -> Figure:
    base, aspect = split_key(key)
    return seen(figures[base], aspect) if aspect else figures[base]
