"""Conditions on columns are read as officers write them, or told what is wrong with them."""

from datetime import date

import pytest

from sokhcn.intake.conditions import How, find_column, read_conditions
from sokhcn.kernel.columns import Cell, Column

COLUMNS = (
    Column("state", "Tình trạng", Cell.CHOICE, choices={"issued": "Đã ban hành", "draft": "Đang soạn"}),
    Column("due_on", "Thời hạn", Cell.DATE),
    Column("due_to", "Thời hạn đến", Cell.DATE, synonyms=("Hạn",)),
    Column("title", "Tên"),
)


@pytest.mark.parametrize(
    ("text", "column", "how", "values"),
    [
        ("Tình trạng = Đã ban hành", "state", How.AMONG, ("issued",)),
        ("tinh trang=Đã ban hành|Đang soạn", "state", How.AMONG, ("issued", "draft")),
        ("state = issued", "state", How.AMONG, ("issued",)),
        ("Thời hạn từ 01/01/2022 đến 31/01/2022", "due_on", How.BETWEEN, (date(2022, 1, 1), date(2022, 1, 31))),
        ("Thời hạn từ 01/01/2022", "due_on", How.BETWEEN, (date(2022, 1, 1), None)),
        ("Thời hạn đến đến 31/01/2022", "due_to", How.BETWEEN, (None, date(2022, 1, 31))),
        ("Hạn trống", "due_to", How.EMPTY, ()),
        ("Tên không trống", "title", How.FILLED, ()),
    ],
)
def test_a_condition_is_read(text: str, column: str, how: How, values: tuple[object, ...]) -> None:
    ((asked,), findings) = read_conditions(text, COLUMNS, "")
    assert findings == ()
    assert (asked.column.name, asked.how, asked.values) == (column, how, values)


def test_several_stand_in_one_text_and_are_named_as_they_are_written() -> None:
    asked, _ = read_conditions("Tên trống; Hạn = 01/01/2022\nTình trạng = Đang soạn", COLUMNS, "")
    assert [one.label for one in asked] == ["Tên trống", "Thời hạn đến = 01/01/2022", "Tình trạng = Đang soạn"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tình trạg = Đã ban hành", "Sổ không có cột “Tình trạg”. Có phải “Tình trạng”?"),
        ("Tình trạng = Đã hủy", "“Tình trạng” ghi “Đã hủy”, không phải một trong các giá trị: Đã ban hành, Đang soạn."),
        ("Thời hạn từ hôm qua", "“Thời hạn” ghi “hôm qua”, không phải ngày"),
        ("Tên từ a đến b", "Cột “Tên” không so sánh trước sau được."),
        ("Tên khác a", "Không hiểu điều kiện “Tên khác a”."),
        ("Tên =", "Không hiểu điều kiện “Tên =”."),
    ],
)
def test_what_cannot_be_read_is_told(text: str, said: str) -> None:
    asked, (finding,) = read_conditions(text, COLUMNS, "")
    assert asked == ()
    assert str(finding).startswith(said)


def test_all_faults_are_told_at_once() -> None:
    _, findings = read_conditions("A = 1; B = 2; Tên = x", COLUMNS, "dòng 2")
    assert [finding.where for finding in findings] == ["dòng 2", "dòng 2"]


def test_a_column_goes_by_its_heading_a_synonym_or_its_own_name() -> None:
    assert {column.name for name in ("hạn", "Thời hạn đến", "due_to") if (column := find_column(name, COLUMNS))} == {
        "due_to"
    }
    assert find_column("x", COLUMNS) is None
