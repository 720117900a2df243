"""Headings find their columns however they are typed, and every fault of a sheet is told at once."""

from sokhcn.intake.mapping import Taken, take
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.columns import Cell, Column

COLUMNS = (
    Column("code", "Số, ký hiệu", Cell.CODE, required=True, synonyms=("Số ký hiệu", "Số/ký hiệu")),
    Column("day", "Ngày ban hành", Cell.DATE),
    Column("count", "Số lượng", Cell.INTEGER, required=True, default=1),
)


def taken(text: str) -> Taken:
    return take(read_csv(text.encode(), "a.csv"), COLUMNS)


def told(text: str) -> list[str]:
    return [str(finding) for finding in taken(text).all_findings]


def test_headings_are_found_by_synonym_without_case_or_accents() -> None:
    (line,) = taken("NGAY BAN  HANH;so ky hieu\n10/01/2022;21/QĐ-UBND\n").lines
    assert line.where == "a.csv, dòng 2"
    assert line.values == {"day": read_day(), "code": "21/QĐ-UBND"}


def read_day() -> object:
    (line,) = taken('"Số, ký hiệu",Ngày ban hành\n1/QĐ,2022-01-10\n').lines
    return line.values["day"]


def test_an_unknown_heading_is_answered_with_those_that_are() -> None:
    (said,) = told("Số ký hiệu,Ngay\n21/QĐ-UBND,1\n")
    assert said.startswith("a.csv, dòng tiêu đề: Không có cột “Ngay”.")
    assert "Số, ký hiệu, Ngày ban hành, Số lượng" in said


def test_the_names_of_the_columns_are_told_once() -> None:
    first, second = told("Số ký hiệu,Ngay,Thang\n21/QĐ-UBND,1,2\n")
    assert "Tên cột của sổ" in first
    assert second == "a.csv, dòng tiêu đề: Không có cột “Thang”."


def test_a_column_twice_under_two_names_is_a_finding() -> None:
    assert told('"Số, ký hiệu",Số ký hiệu\n1/QĐ,2/QĐ\n') == ["a.csv, dòng tiêu đề: Cột “Số, ký hiệu” có hai lần."]


def test_a_missing_required_column_is_a_finding_unless_it_has_a_default() -> None:
    assert told("Ngày ban hành\n10/01/2022\n") == ["a.csv, dòng tiêu đề: Thiếu cột “Số, ký hiệu”."]


def test_no_line_is_read_under_wrong_headings() -> None:
    assert not [*taken("Khác\nx\n").lines]


def test_all_faults_of_all_lines_are_told() -> None:
    said = told("Số ký hiệu,Ngày ban hành\n,hôm qua\n21/QĐ-UBND,10/01/2022\n21,\n")
    assert [(text.split(":")[0], text.split(":", 1)[1][:10]) for text in said] == [
        ("a.csv, ô A2", " Thiếu “Số"),
        ("a.csv, ô B2", " “Ngày ban"),
        ("a.csv, ô A4", " “Số, ký h"),
    ]


def test_a_line_with_more_cells_than_headings_is_a_finding() -> None:
    (said,) = told("Số ký hiệu;Ngày ban hành\n21/QĐ-UBND;10/01/2022;thừa\n")
    assert "Dòng có 3 ô, tiêu đề chỉ có 2" in said


def test_empty_cells_too_many_do_no_harm_and_missing_ones_are_empty() -> None:
    first, second = taken("Số ký hiệu;Ngày ban hành\n21/QĐ-UBND;10/01/2022;; \n22/QĐ-UBND\n").lines
    assert first.findings == second.findings == ()
    assert second.values["day"] is None
