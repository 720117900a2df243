"""Formulas over figures: exact fractions inside, one rounding at the end, and no value where nothing can be divided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sokhcn.figures.figure import Figure, Operand, Value
from sokhcn.figures.indicator import Kind

PLACES = 2


@dataclass(frozen=True, slots=True)
class Formula:
    """``said`` is the formula in words, with the labels of its operands; ``compute`` reckons it exactly."""

    said: str
    compute: Callable[..., Fraction]


SHARE = Formula("{0} ÷ {1} × 100", lambda part, whole: part / whole * 100)
REST = Formula("({1} − {0}) ÷ {1} × 100", lambda part, whole: (whole - part) / whole * 100)
RATIO = Formula("{0} ÷ {1}", lambda one, other: one / other)
DIFFERENCE = Formula("{0} − {1}", lambda one, other: one - other)
GROWTH = Formula("({0} − {1}) ÷ {1} × 100", lambda now, before: (now - before) / before * 100)


def computed(formula: Formula, values: Sequence[Value | None], places: int = PLACES) -> Value | None:
    """What ``formula`` makes of ``values``, rounded half up; None where one is missing or the divisor is nought."""
    if any(value is None for value in values):
        return None
    try:
        return rounded(formula.compute(*(Fraction(value) for value in values if value is not None)), places)
    except ZeroDivisionError:
        return None


def rounded(exact: Fraction, places: int) -> Value:
    """``exact`` with ``places`` decimals, a half away from nought; without decimals a whole number."""
    scaled = abs(exact) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    signed = whole if exact >= 0 else -whole
    return Decimal(signed).scaleb(-places) if places else signed


def said(formula: Formula, operands: Sequence[Figure], places: int = PLACES) -> str:
    """The formula with the labels of its operands, and how it is rounded."""
    rule = f"; làm tròn đến {places} chữ số thập phân, từ 5 trở lên làm tròn lên" if places else ""
    return formula.said.format(*(f"[{operand.label}]" for operand in operands)) + rule


def operands_of(figures: Sequence[Figure]) -> tuple[Operand, ...]:
    """What a formula was reckoned from, as the figure keeps it."""
    return tuple(Operand(figure.key, figure.label, figure.value, figure.unit) for figure in figures)


def kind_of(operands: Sequence[Figure]) -> Kind:
    """What is reckoned from an estimate is one itself, never a count."""
    return Kind.ESTIMATE if any(figure.kind is Kind.ESTIMATE for figure in operands) else Kind.DERIVED
