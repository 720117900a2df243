"""A frozen figure is plain JSON, comes back as it was, and names the version of every row it counted."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.figures.figure import Figure
from sokhcn.figures.frozen import freeze, thaw
from sokhcn.figures.indicator import Kind

FIGURE = Figure("a.b", "Số nhiệm vụ", "nhiệm vụ", Kind.FLOW, "Điều 12", 2, (3, 5), "a.row", ("trong kỳ",), ("entry",))


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False), st.lists(st.integers(1), unique=True))
def test_a_figure_survives_json(value: int | Decimal, rows: list[int]) -> None:
    figure = replace(FIGURE, value=value, rows=tuple(rows), to_date=value)
    thawed = thaw(json.loads(json.dumps(freeze(figure, {row: row + 1 for row in rows}))))
    assert (thawed.value, type(thawed.value)) == (value, type(value))
    assert (thawed.to_date, thawed.last_year) == (value, None)
    assert thawed.rows == tuple((row, row + 1) for row in rows)
    assert (thawed.key, thawed.label, thawed.unit) == (figure.key, figure.label, figure.unit)
    assert (thawed.kind, thawed.basis, thawed.register) == ("phát sinh trong kỳ", figure.basis, figure.register)
    assert thawed.conditions == figure.conditions


def test_a_row_without_version_is_not_frozen() -> None:
    with pytest.raises(KeyError):
        freeze(FIGURE, {3: 1})
