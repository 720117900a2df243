"""Workbooks become grids of cells, in whatever form; what is no sound workbook is told in one finding."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sokhcn.formats.xlsx import read, survey
from sokhcn.formats.xlsx.read import ENCRYPTED, OLE, is_workbook, read_workbook
from sokhcn.kernel.grid import Area, UnreadableSheet
from tests.needs import program


def workbook(fill: Callable[[Any], None]) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    fill(book)
    book.close()
    return made.getvalue()


def one_sheet(book: Any) -> None:
    sheet = book.add_worksheet("Tháng 1")
    sheet.write_row(0, 0, ["Mã", "Ngày", "Số"])
    sheet.write_string(1, 0, "00123")
    sheet.write_datetime(1, 1, datetime(2022, 1, 10), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_number(1, 2, 1234.5)
    sheet.write_formula(2, 2, "=C2*2", None, 2469)


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableSheet) as caught:
        read_workbook(data, "a.xlsx")
    return caught.value.finding.id


def test_text_keeps_its_zeros_days_are_days_and_formulas_their_values() -> None:
    (grid,) = read_workbook(workbook(one_sheet), "a.xlsx")
    assert grid.title == "Tháng 1"
    assert [list(row) for row in grid.rows] == [
        ["Mã", "Ngày", "Số"],
        ["00123", date(2022, 1, 10), 1234.5],
        ["", "", 2469],
    ]


def test_hidden_sheets_are_left_out_and_hidden_rows_and_merged_cells_told() -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Ẩn").write(0, 0, "x")
        sheet = book.add_worksheet("Hiện")
        book.add_worksheet("Trống")
        sheet.activate()
        book.worksheets()[0].hide()
        sheet.merge_range(1, 0, 2, 0, "Cơ sở A")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.write(2, 1, "ẩn")

    (grid,) = read_workbook(workbook(fill), "a.xlsx")
    assert (grid.title, grid.merged, grid.hidden) == ("Hiện", (Area(1, 0, 2, 0),), (3,))


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"PK\x03\x04 and nothing more", "intake.damaged"),
        (workbook(one_sheet)[:2000], "intake.damaged"),
        (OLE + bytes(600), "intake.damaged"),
        (OLE + bytes(600) + ENCRYPTED, "intake.password"),
        (workbook(lambda book: book.add_worksheet()), "intake.empty"),
        (workbook(lambda book: book.add_worksheet().write(1_048_575, 0, "x")), "intake.size"),
        (workbook(lambda book: book.add_worksheet().write(0, 16_383, "x")), "intake.size"),
        (
            workbook(lambda book: [s.write(150_000, 0, 1) or s.write(0, 200, 1) for s in [book.add_worksheet()]]),
            "intake.size",
        ),
    ],
)
def test_what_is_no_workbook_to_be_read_is_told_in_one_finding(data: bytes, finding: str) -> None:
    assert is_workbook(data)
    assert refused(data) == finding


def test_a_file_that_unpacks_to_more_than_it_says_is_no_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MOST_UNZIPPED", 3_000_000)
    monkeypatch.setattr(read, "MOST_UNZIPPED", 3_000_000)
    made = io.BytesIO(workbook(one_sheet))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", bytes(4_000_000))
    told = made.getvalue().replace((4_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert refused(told) == "intake.bomb"


@pytest.mark.needs("calc")
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_older_and_open_forms_are_read_too(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(one_sheet))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", form, "a.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    data = (tmp_path / f"a.{form}").read_bytes()
    assert is_workbook(data)
    (grid,) = read_workbook(data, f"a.{form}")
    assert list(grid.rows[1]) == ["00123", date(2022, 1, 10), 1234.5]
