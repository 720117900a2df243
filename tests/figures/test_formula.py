"""Formulas are reckoned exactly and rounded once; what cannot be divided has no value."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.figures.formula import DIFFERENCE, GROWTH, RATIO, REST, SHARE, Formula, computed, rounded


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        (SHARE, (1, 3), Decimal("33.33")),
        (SHARE, (2, 3), Decimal("66.67")),
        (SHARE, (Decimal("0.5"), 8), Decimal("6.25")),
        (REST, (3, 160), Decimal("98.13")),  # 98.125, a half goes up
        (RATIO, (164, 163), Decimal("1.01")),
        (DIFFERENCE, (5, 8), Decimal("-3.00")),
        (GROWTH, (6, 4), Decimal("50.00")),
        (GROWTH, (3, 4), Decimal("-25.00")),
        (GROWTH, (0, 4), Decimal("-100.00")),
        (SHARE, (0, 5), Decimal("0.00")),
        (SHARE, (5, 0), None),
        (GROWTH, (5, 0), None),
        (SHARE, (0, 0), None),
        (SHARE, (None, 5), None),
        (DIFFERENCE, (5, None), None),
    ],
)
def test_what_a_formula_makes_of_its_operands(
    formula: Formula, values: tuple[int | None, ...], expected: Decimal | None
):
    assert computed(formula, values) == expected


def test_without_decimals_a_figure_stays_a_whole_number():
    found = computed(DIFFERENCE, (5, 8), places=0)
    assert (found, type(found)) == (-3, int)


@given(st.decimals(-(10**9), 10**9, places=5), st.integers(0, 4))
def test_rounding_is_half_up_as_decimals_do_it(value: Decimal, places: int):
    assert rounded(Fraction(value), places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_and_its_rest_are_the_whole(part: int, whole: int):
    together = (SHARE.compute(Fraction(part), Fraction(whole)), REST.compute(Fraction(part), Fraction(whole)))
    assert sum(together) == 100
