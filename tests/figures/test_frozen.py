"""A frozen figure is plain JSON, comes back as it was, and names the version of every row it counted."""

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.figures.figure import Figure
from sokhcn.figures.frozen import freeze, thaw
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.runs import Run, Runs

ROWS = Runs([Run(3, 3, 1), Run(5, 9, 2)])
FIGURE = Figure("a.b", "Số nhiệm vụ", "nhiệm vụ", Kind.FLOW, "Điều 12", 2, ROWS, "a.row", ("trong kỳ",), ("entry",))


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False), st.lists(st.integers(1), unique=True))
def test_a_figure_survives_json(value: int | Decimal, rows: list[int]) -> None:
    figure = replace(FIGURE, value=value, rows=Runs.of(rows, 3), to_date=value)
    thawed = thaw(json.loads(json.dumps(freeze(figure))))
    assert (thawed.value, type(thawed.value)) == (value, type(value))
    assert (thawed.to_date, thawed.last_year) == (value, None)
    assert thawed.rows == figure.rows
    assert (thawed.key, thawed.label, thawed.unit) == (figure.key, figure.label, figure.unit)
    assert (thawed.kind, thawed.basis, thawed.register) == ("phát sinh trong kỳ", figure.basis, figure.register)
    assert thawed.conditions == figure.conditions


def test_rows_are_kept_as_runs_with_the_version_of_each() -> None:
    assert freeze(FIGURE)["rows"] == [[3, 3, 1], [5, 9, 2]]
    year = replace(FIGURE, rows=Runs([Run(1, 1_000_000, 1)]))
    assert len(json.dumps(freeze(year))) < 1000


def test_an_edition_that_kept_each_row_by_itself_is_still_read() -> None:
    assert thaw({**freeze(FIGURE), "rows": [[3, 1], *([row, 2] for row in range(5, 10))]}).rows == ROWS
