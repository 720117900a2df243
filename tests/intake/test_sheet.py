"""A sheet is read in whatever dialect and encoding Excel wrote it, or refused with a finding: nothing else happens."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sokhcn.intake.sheet import LONGEST_CELL, UnreadableSheet, read_csv

TABLE = "Mã,Tên\r\nVP,Văn phòng\r\n"


def in_lines(data: bytes) -> list[tuple[str, ...]]:
    sheet = read_csv(data, "a.csv")
    return [sheet.headings, *(cells for _, cells in sheet.lines)]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.replace("\r\n", "\n").encode(),
        TABLE.replace("\r\n", "\r").encode(),
        TABLE.replace(",", ";").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.replace(",", "\t").encode("utf-16"),
        ("\r\n,\r\n" + TABLE + "\r\n  ,\r\n").encode(),
        '"Mã"," Tên "\r\n"VP","Văn phòng"'.encode(),
        ("sep=;\r\n" + TABLE.replace(",", ";")).encode(),
    ],
    ids=[
        "crlf",
        "lf",
        "cr",
        "semicolon",
        "tab",
        "bom",
        "utf-16",
        "utf-16-be",
        "excel-unicode",
        "empty-lines",
        "quoted",
        "sep",
    ],
)
def test_one_table_in_many_dialects(data: bytes) -> None:
    assert in_lines(data) == [("Mã", "Tên"), ("VP", "Văn phòng")]


def test_a_quoted_cell_may_hold_marks_and_new_lines_and_is_one_row_as_excel_shows_it() -> None:
    data = 'Mã,Tên\n1,"Phòng ""A"", tầng\n2; cuối"\n2,B\n'.encode()
    sheet = read_csv(data, "a.csv")
    assert sheet.lines == ((2, ("1", 'Phòng "A", tầng\n2; cuối')), (3, ("2", "B")))


def test_a_quoted_heading_may_hold_the_other_marks() -> None:
    assert in_lines('"Số; ký hiệu; ngày; nơi",Tên\n1,2\n'.encode())[0] == ("Số; ký hiệu; ngày; nơi", "Tên")


def test_lines_keep_their_numbers_in_the_file() -> None:
    sheet = read_csv(b"A\n\n1\n\n\n2\n", "a.csv")
    assert [number for number, _ in sheet.lines] == [3, 6]


@pytest.mark.parametrize(
    ("data", "finding", "said"),
    [
        (b"", "intake.empty", "a.csv: Tệp không có dòng nào"),
        (b"\n  \n,,\n", "intake.empty", "a.csv: Tệp không có dòng nào"),
        (b"\xef\xbb\xbf", "intake.empty", "a.csv: Tệp không có dòng nào"),
        ("Tên\nvăn phòng".encode("cp1258", "ignore"), "intake.encoding", "Tệp không phải UTF-8"),
        (b"\xff\xfe\x00", "intake.encoding", "Tệp không phải"),
        (b"PK\x03\x04\x00\x00", "intake.binary", "Tệp không phải văn bản CSV"),
        (b'A,B\n1,"khong dong nhay\n2,3\n', "intake.csv", "a.csv, dòng"),
        (b"A\n" + b"x" * (LONGEST_CELL + 1), "intake.csv", "a.csv, dòng"),
    ],
)
def test_what_is_no_table_is_refused_with_a_finding(data: bytes, finding: str, said: str) -> None:
    with pytest.raises(UnreadableSheet) as refused:
        read_csv(data, "a.csv")
    assert refused.value.finding.id == finding
    assert said in str(refused.value)


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
@example(b'"')
@example(b'"a"b\n')
def test_any_bytes_are_a_sheet_or_refused(data: bytes) -> None:
    with suppress(UnreadableSheet):
        assert read_csv(data, "a.csv").headings


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4)))
def test_any_text_is_a_sheet_or_refused(rows: list[list[str]]) -> None:
    data = "\n".join(",".join(row) for row in rows).encode()
    with suppress(UnreadableSheet):
        assert read_csv(data, "a.csv").headings
