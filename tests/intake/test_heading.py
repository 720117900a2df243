"""The line of headings is found: below titles, among sheets, over two lines, above a line of numbers."""

from collections.abc import Sequence

import pytest

from sokhcn.intake.heading import find_sheet
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.grid import Area, Grid, Raw, UnreadableSheet, letters

COLUMNS = (
    Column("code", "Mã", required=True),
    Column("name", "Tên nhiệm vụ", synonyms=("Nhiệm vụ",)),
    Column("begins", "Bắt đầu", Cell.DATE),
    Column("ends", "Kết thúc", Cell.DATE),
)
HEADINGS = ["Mã", "Nhiệm vụ", "Bắt đầu", "Kết thúc"]


def found(*rows: Sequence[Raw], title: str = "", bare: bool = False, **more: object) -> Sheet:
    return find_sheet([Grid(title, rows, **more)], "a.xlsx", COLUMNS, {}, bare=bare)  # type: ignore[arg-type]


def test_headings_stand_below_titles_and_a_word_that_fits_by_chance() -> None:
    sheet = found(["SỞ KH&CN"], [], ["Nhiệm vụ", "năm 2022"], HEADINGS, ["1", "a"])
    assert (sheet.header, list(sheet.lines)) == (4, [(5, ["1", "a"])])


def test_a_line_that_numbers_the_columns_is_no_row() -> None:
    sheet = found(HEADINGS, ["(1)", "(2)", "(3)", "(4)"], ["1", "2", "3", "5"])
    assert [number for number, _ in sheet.lines] == [3]


def test_headings_over_two_lines_are_read_from_the_lower_one() -> None:
    merged = (Area(0, 0, 1, 0), Area(0, 1, 1, 1), Area(0, 2, 0, 3))
    sheet = found(
        ["Mã", "Nhiệm vụ", "Thời gian", ""], ["", "", "Bắt đầu", "Kết thúc"], ["1", "a", "", ""], merged=merged
    )
    assert (sheet.headings, sheet.header) == (tuple(HEADINGS), 2)
    assert [number for number, _ in sheet.lines] == [3]


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    sheet = found(HEADINGS, ["1", "a"], ["2", ""], merged=(Area(1, 1, 2, 1),))
    assert [row[1] for _, row in sheet.lines] == ["a", "a"]


def test_the_sheet_that_fits_best_is_taken_and_told_of() -> None:
    grids = [Grid("Ghi chú", [["Mã"], ["x"]]), Grid("Tháng 1", [HEADINGS, ["1", "a"]])]
    sheet = find_sheet(grids, "a.xlsx", COLUMNS, {})
    assert (sheet.title, sheet.at(2, 3)) == ("Tháng 1", "a.xlsx, trang “Tháng 1”, ô D2")
    assert [note.id for note in sheet.notes] == ["intake.sheet"]


def test_hidden_rows_are_read_and_told_of() -> None:
    sheet = found(HEADINGS, ["1", "a"], hidden=(2,))
    assert (len(sheet.lines), [note.id for note in sheet.notes]) == (1, ["intake.hidden"])


def test_the_empty_row_that_excel_hides_below_what_it_copies_is_not_told_of() -> None:
    assert not found(HEADINGS, ["1", "a"], ["", ""], hidden=(3,)).notes


def test_pasted_rows_without_headings_stand_in_the_order_of_columns() -> None:
    sheet = found(["1", "a"], ["2", "b"], bare=True)
    assert (sheet.headings, [number for number, _ in sheet.lines]) == (("Mã", "Tên nhiệm vụ"), [1, 2])


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(UnreadableSheet):
        found(["", " "], [])


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
)
def test_columns_go_by_the_names_that_spreadsheets_give(place: int, name: str) -> None:
    assert letters(place) == name
