"""What office programs put on the clipboard is read as the table that people see."""

import pytest

from sokhcn.intake.pasted import is_page, read_page
from sokhcn.kernel.grid import Area, UnreadableSheet

# As each program writes it, cut down to what matters.
EXCEL = """Version:1.0
StartHTML:0000000165
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body link="#0563C1"><table border=0>
<!--StartFragment--><tr height=20><td class=xl65>Mã</td><td>Ngày</td></tr>
<tr><td class=xl66 style='mso-number-format:"\\@"'>00123</td><td align=right x:num="44571">########</td></tr>
<!--EndFragment--></table></body></html>"""
WPS = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><table><col width="72"/>
<tr><td>Mã</td><td>Ngày</td></tr><tr><td x:str>00123</td><td x:num="44571">10/01/2022</td></tr></table></body></html>"""
WORD = """<html><body><!--StartFragment--><table class=MsoTableGrid><tr><td><p class=MsoNormal>Mã<o:p></o:p></p></td>
<td><p>Ngày</p></td></tr><tr><td><p>00123</p></td><td><p>10/01/<span lang=VI>2022</span></p></td></tr></table>"""


@pytest.mark.parametrize(("page", "day"), [(EXCEL, "44571"), (WPS, "10/01/2022"), (WORD, "10/01/2022")])
def test_one_table_from_three_programs(page: str, day: str) -> None:
    assert is_page(page)
    (grid,) = read_page(page, "phần dán")
    assert list(grid.rows) == [("Mã", "Ngày"), ("00123", day)]


def test_a_cell_over_several_rows_stands_in_the_first_and_keeps_the_others_in_place() -> None:
    page = "<table><tr><td rowspan=2>A<td colspan=2>B<td>C</tr><tr><td>1<td>2<td>3</tr></table>"
    (grid,) = read_page(page, "")
    assert list(grid.rows) == [("A", "B", "", "C"), ("", "1", "2", "3")]
    assert grid.merged == (Area(0, 0, 1, 0), Area(0, 1, 0, 2))


def test_lines_in_a_cell_are_kept_apart_and_other_white_space_is_one_space() -> None:
    (grid,) = read_page("<table><tr><td>Số  1,<br>đường\n 2&nbsp;<p>phường 3</p></tr></table>", "")
    assert grid.rows[0][0] == "Số 1,\nđường 2\u00a0\nphường 3"


def test_hidden_rows_are_known_and_a_table_in_a_table_is_part_of_its_cell() -> None:
    page = "<table><tr><td>A</tr><tr style='display:none'><td>B</tr><tr><td><table><tr><td>C</table></tr></table>"
    (grid,) = read_page(page, "")
    assert (len(grid.rows), grid.hidden, grid.rows[2]) == (3, (2,), ("C",))


@pytest.mark.parametrize("page", ["<table></table>", "<p>không có bảng</p>", "<table><tr><td> </td></tr></table>"])
def test_a_page_without_cells_is_refused(page: str) -> None:
    with pytest.raises(UnreadableSheet):
        read_page(page, "phần dán")


def test_plain_text_is_no_page() -> None:
    assert not is_page("Mã\tTên\n<table>\t2\n")
