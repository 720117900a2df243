"""Every kind of cell is read from what people write, or gives a finding that says what was expected."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sokhcn.intake.cells import read_cell
from sokhcn.kernel.columns import Cell, Column

STATES = {"issued": "Đã ban hành", "drafting": "Đang soạn thảo"}


def column(cell: Cell, **more: Any) -> Column:
    return Column("c", "Cột", cell, choices=STATES if cell is Cell.CHOICE else {}, **more)


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (Cell.TEXT, "  Văn\u00a0phòng\n Sở ", "Văn phòng Sở"),
        (Cell.INTEGER, "1.234", 1234),
        (Cell.INTEGER, "06", 6),
        (Cell.INTEGER, "1234,0", 1234),
        (Cell.YEAR, "2022", 2022),
        (Cell.MONEY, "1.234,5", Decimal("1234.5")),
        (Cell.MONEY, "200", 200),
        (Cell.DATE, "1/2/22", date(2022, 2, 1)),
        (Cell.DATE, "2022-02-01 00:00:00", date(2022, 2, 1)),
        (Cell.FLAG, "Có", True),
        (Cell.FLAG, "x", True),
        (Cell.FLAG, "không", False),
        (Cell.FLAG, "0", False),
        (Cell.CODE, "2367/QÐ-UBND", "2367/QĐ-UBND"),
        (Cell.CODE, "791 /CCQLĐĐ", "791/CCQLĐĐ"),
        (Cell.CHOICE, "đã ban hành", "issued"),
        (Cell.CHOICE, "DA BAN HANH", "issued"),
        (Cell.CHOICE, "drafting", "drafting"),
        (Cell.REFERENCE, " Văn phòng ", "Văn phòng"),
        (Cell.REFERENCES, "21/QĐ-UBND | 14-NQ/TU |", ("21/QĐ-UBND", "14-NQ/TU")),
    ],
)
def test_a_good_cell(cell: Cell, text: str, value: object) -> None:
    assert read_cell(column(cell), text, "") == (value, None)


@pytest.mark.parametrize(
    ("cell", "text", "expected"),
    [
        (Cell.INTEGER, "1,5", "số nguyên"),
        (Cell.INTEGER, "hai", "số nguyên"),
        (Cell.INTEGER, "9" * 5000, "số nguyên"),
        (Cell.YEAR, "2.022", "năm"),
        (Cell.YEAR, "22", "năm"),
        (Cell.MONEY, "1,234.5", "số (viết 1234,5"),
        (Cell.DATE, "30/02/2022", "ngày (viết 14/01/2022)"),
        (Cell.FLAG, "có lẽ", "“có” hoặc “không”"),
        (Cell.CODE, "21", "số, ký hiệu văn bản"),
        (Cell.CHOICE, "Đã in", "một trong các giá trị: Đã ban hành, Đang soạn thảo"),
    ],
)
def test_a_bad_cell_says_what_was_expected(cell: Cell, text: str, expected: str) -> None:
    value, finding = read_cell(column(cell), text, "a.csv, dòng 2")
    assert value is None
    assert finding is not None
    assert finding.id == f"intake.{cell}"
    assert f"a.csv, dòng 2: “Cột” ghi “{text}”, không phải {expected}" in str(finding)


@pytest.mark.parametrize("cell", Cell)
def test_an_empty_cell_is_nothing_of_its_kind(cell: Cell) -> None:
    nothing = {Cell.TEXT: "", Cell.CODE: "", Cell.CHOICE: "", Cell.FLAG: False, Cell.REFERENCES: ()}
    assert read_cell(column(cell), " \u200b ", "") == (nothing.get(cell), None)


@pytest.mark.parametrize("cell", Cell)
def test_an_empty_cell_of_a_required_column_is_a_finding(cell: Cell) -> None:
    _, finding = read_cell(column(cell, required=True), "", "dòng 2")
    assert finding is not None
    assert str(finding) == "dòng 2: Thiếu “Cột”."


def test_a_default_stands_in_for_an_empty_cell_even_of_a_required_column() -> None:
    assert read_cell(column(Cell.INTEGER, required=True, default=0), "", "") == (0, None)


@given(st.sampled_from(Cell), st.text())
@example(Cell.MONEY, "9" * 5000 + ",5")
def test_any_text_is_a_value_or_a_finding(cell: Cell, text: str) -> None:
    value, finding = read_cell(column(cell), text, "")
    assert finding is None or (value is None and str(finding))
