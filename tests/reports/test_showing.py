"""A row is shown in the texts that people write, so that what a list says can be typed back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.intake.cells import read_cell
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.models import Agency, Paper, Unit
from sokhcn.reports.showing import describe, text_of, texts_of, value_of

(ADVICE,) = REGISTERS


@dataclass
class Row:
    c: Any


@pytest.mark.parametrize(
    ("cell", "value", "text"),
    [
        (Cell.TEXT, "Văn phòng", "Văn phòng"),
        (Cell.TEXT, None, ""),
        (Cell.INTEGER, 1234, "1.234"),
        (Cell.INTEGER, 0, "0"),
        (Cell.YEAR, 2022, "2022"),
        (Cell.YEAR, None, ""),
        (Cell.MONEY, Decimal("1234.50"), "1.234,5"),
        (Cell.MONEY, Decimal("850.000"), "850"),
        (Cell.DATE, date(2022, 1, 10), "10/01/2022"),
        (Cell.FLAG, True, "có"),
        (Cell.FLAG, False, "không"),
        (Cell.CHOICE, "issued", "Đã ban hành"),
        (Cell.CHOICE, "khác", "khác"),
        (Cell.CHOICE, None, ""),
        (Cell.CODE, "21/QĐ-UBND", "21/QĐ-UBND"),
    ],
)
def test_a_cell_as_text_and_back(cell: Cell, value: Any, text: str) -> None:
    column = Column("c", "Cột", cell, choices={"issued": "Đã ban hành"} if cell is Cell.CHOICE else {})
    assert text_of(Row(value), column) == text
    back, finding = read_cell(column, text, "")
    assert finding is not None or back == value or value is None


def row(**told: Any) -> AdvisoryDocument:
    about = {"agency": Agency(name="Sở KH&CN"), "unit": Unit(name="Văn phòng Sở"), "recorded_on": date(2022, 1, 11)}
    return AdvisoryDocument(**{"pk": 5, "state": "issued", **about, **told})


PAPER = Paper(type="Quyết định", number="21", symbol="QĐ-UBND", issuer="UBND tỉnh", issued_on=date(2022, 1, 10))


def test_all_cells_of_a_row() -> None:
    texts = texts_of(row(paper=PAPER), ADVICE)
    assert texts["paper.code"] == "21/QĐ-UBND"
    assert texts["paper.issued_on"] == "10/01/2022"
    assert (texts["state"], texts["unit"], texts["agency"]) == ("Đã ban hành", "Văn phòng Sở", "Sở KH&CN")
    assert list(texts) == [column.name for column in ADVICE.columns]


def test_a_part_that_is_not_there_is_empty() -> None:
    draft = row(title="Dự thảo")
    assert value_of(draft, ADVICE.column("paper.code")) is None
    assert texts_of(draft, ADVICE)["paper.code"] == ""
    assert describe(draft, ADVICE)["paper"] == ""


def test_a_row_is_described_by_its_name_and_its_part() -> None:
    about = describe(row(paper=PAPER), ADVICE)
    assert (about["id"], about["register"], about["paper"]) == (5, "van-ban-tham-muu", "21/QĐ-UBND")
    assert about["row"] == "Quyết định số 21/QĐ-UBND ngày 10/01/2022"
