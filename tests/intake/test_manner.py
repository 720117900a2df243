"""How a column writes numbers and days is decided for all of it, and said where somebody should know."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sokhcn.intake.cells import read_cell
from sokhcn.intake.manner import decide
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.grid import Raw


def read(cell: Cell, *cells: Raw) -> tuple[list[Any], list[str]]:
    """The values of ``cells``, and the ids of what is said of the column."""
    column = Column("c", "Cột", cell)
    manner, notes = decide(column, cells, "a.csv")
    return [read_cell(column, one, "", manner)[0] for one in cells], [note.id for note in notes]


@pytest.mark.parametrize(
    ("cells", "values", "said"),
    [
        (("1.234,5", "1.234"), [Decimal("1234.5"), 1234], []),
        (("1,234.5", "1,234"), [Decimal("1234.5"), 1234], ["intake.point"]),
        (("1,234,567", "0.5"), [1234567, Decimal("0.5")], ["intake.point"]),
        (("1234.56",), [Decimal("1234.56")], ["intake.point"]),
        (("1.234",), [1234], []),
        (("1,234",), [Decimal("1.234")], ["intake.either"]),
        (("1.234,5", "1,234.5"), [Decimal("1234.5"), None], []),
        ((1234.5, 12.0, "7,5"), [Decimal("1234.5"), 12, Decimal("7.5")], []),
    ],
)
def test_amounts(cells: tuple[Raw, ...], values: list[Any], said: list[str]) -> None:
    assert read(Cell.MONEY, *cells) == (values, said)


@pytest.mark.parametrize(
    ("cells", "values"), [(("1,234",), [1234]), (("1.234",), [1234]), ((12.0,), [12]), ((1.5, "x"), [None, None])]
)
def test_whole_numbers_have_no_decimals(cells: tuple[Raw, ...], values: list[Any]) -> None:
    assert read(Cell.INTEGER, *cells)[0] == values


JANUARY, FEBRUARY = date(2022, 1, 25), date(2022, 2, 1)


@pytest.mark.parametrize(
    ("cells", "values", "said"),
    [
        (("25/01/2022", "01/02/2022"), [JANUARY, FEBRUARY], []),
        (("01/25/2022", "02/01/2022"), [JANUARY, FEBRUARY], ["intake.month_first"]),
        (("25/01/2022", "01/25/2022"), [JANUARY, None], ["intake.month_first"]),
        (("01/02/2022", "03/02/2022"), [FEBRUARY, date(2022, 2, 3)], ["intake.ambiguous_days"]),
        (("44586", "1/2/22"), [JANUARY, FEBRUARY], ["intake.counted_days"]),
        ((44586.0, JANUARY), [JANUARY, JANUARY], []),
        (("25/01/2022", FEBRUARY), [JANUARY, FEBRUARY], ["intake.swapped_days"]),
    ],
)
def test_days(cells: tuple[Raw, ...], values: list[Any], said: list[str]) -> None:
    assert read(Cell.DATE, *cells) == (values, said)


def test_a_column_of_text_is_left_as_it_is() -> None:
    assert read(Cell.TEXT, "1,234.5", 7.0, 1.5, date(2022, 1, 25), True, None) == (
        ["1,234.5", "7", "1.5", "25/01/2022", "có", ""],
        [],
    )
