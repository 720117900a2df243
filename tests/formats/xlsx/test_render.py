"""The workbook holds every printed figure as a number, every table, and the rows behind them."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from sokhcn.document.build import inlines
from sokhcn.document.nodes import Appendix, Column, Document, Row, Table
from sokhcn.document.walk import numbers
from sokhcn.formats.xlsx.render import render
from sokhcn.formats.xlsx.sheet import Cell, Sheet
from tests.document_strategies import DOCUMENTS
from tests.documents import CLOSING, HEAD, every_node
from tests.formats.xlsx.opened import opened


def one_column(*texts: str) -> Document:
    table = Table((Column("Cột"),), tuple(Row((inlines(text),)) for text in texts))
    return Document(HEAD, (), CLOSING, (Appendix("k", "Phụ lục", "BẢNG", "", (table,)),))


def behind(*values: Cell) -> list[str | float | None]:
    """What a sheet holds for rows of one cell each."""
    book = opened(render(every_node(), [Sheet("Dòng", ("Giá trị",), [(value,) for value in values])]))
    return [row[0] for row in book.rows("Dòng")[3:]]


def test_every_printed_figure_has_a_row_with_its_value() -> None:
    rows = opened(render(every_node())).rows("Báo cáo")
    assert [(row[2], row[3], row[4]) for row in rows[4:]] == [(n.key, n.text, n.value) for n in numbers(every_node())]
    assert rows[4][:2] == [
        "I.1. Công tác tham mưu văn bản",
        "Đã tham mưu cấp có thẩm quyền ban hành 02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN, cụ thể:",
    ]


def test_a_figure_in_a_table_is_quoted_with_its_row() -> None:
    assert opened(render(every_node())).rows("Báo cáo")[-1][:2] == ["Phụ lục", "Cộng | 03"]


def test_the_first_sheet_names_report_and_period() -> None:
    rows = opened(render(every_node())).rows("Báo cáo")
    assert [row[0] for row in rows[:3]] == [
        "BÁO CÁO",
        "Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022 và phương hướng nhiệm vụ tháng 02 năm 2022",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ. Ninh Thuận, ngày … tháng 01 năm 2022",
    ]


def test_an_appendix_table_has_its_own_sheet() -> None:
    book = opened(render(every_node(2)))
    assert book.names == ["Báo cáo", "Phụ lục"]
    rows = book.rows("Phụ lục")
    assert [row[0] for row in rows] == [
        "DANH MỤC NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ",
        "Đơn vị tính: triệu đồng",
        "TT",
        "A. Cấp tỉnh",
        1,
        2,
        None,
    ]
    assert rows[4] == [1, "Nghiên cứu minh họa số 1 (minh họa)", "Cơ sở minh họa 01 (minh họa)", 1250.5]
    assert rows[6] == [None, "Cộng", None, 3]


def test_a_sheet_prints_on_a4_with_its_header_on_every_page_and_filters() -> None:
    sheet = opened(render(every_node(2)))
    assert all(sheet.has("Phụ lục", tag) for tag in ("pane", "autoFilter", "mergeCell", "pageSetup"))
    setup = next(sheet.sheet("Phụ lục").iter("{*}pageSetup"))
    assert {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}.items() <= dict(setup.attrib).items()


@pytest.mark.parametrize("text", ["=1+1", "+84 68", "-x", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}", "http://x"])
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    book = opened(render(one_column(text), [Sheet(text, (text,), [(text,)], note=text)]))
    assert book.rows("Phụ lục")[3] == [text]
    assert [row[0] for row in book.rows(book.names[2])] == [text] * 4
    assert not any(book.has(name, tag) for name in book.names for tag in ("f", "hyperlink"))


def test_only_vietnamese_numbers_become_numbers() -> None:
    texts = ("1.234,5", "06", "2022", "-7", "0912345678", "1,234.5", "12/01", "")
    assert [row[0] for row in opened(render(one_column(*texts))).rows("Phụ lục")[3:]] == [
        *(1234.5, 6, 2022, -7),
        *("0912345678", "1,234.5", "12/01", None),
    ]


def test_cells_behind_a_figure_keep_their_types() -> None:
    assert behind("Trung tâm Y tế", 6, Decimal("2.50"), None) == ["Trung tâm Y tế", 6, 2.5, None]
    assert behind(date(2022, 1, 17), date(1899, 12, 31)) == [44578, "31/12/1899"]


def test_numbers_too_long_for_excel_stay_exact_as_text() -> None:
    assert behind(10**15 - 1, 10**15, Decimal("0.1234567890123456")) == [
        *(999999999999999, "1000000000000000", "0.1234567890123456"),
    ]


def test_a_row_is_high_enough_for_its_longest_text() -> None:
    rows = next(opened(render(one_column("ngắn", "dài " * 100))).sheet("Phụ lục").iter("{*}sheetData"))
    assert [row.get("ht") for row in rows][3:] == ["16.5", "49.5"]


def test_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    (held,) = behind("x" * 40_000)
    assert isinstance(held, str)
    assert held == "x" * 32_766 + "…"


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(every_node())
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render(every_node()) == first


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_any_document_opens_with_all_its_figures(document: Document) -> None:
    book = opened(render(document))
    assert len(book.rows("Báo cáo")) == 4 + len(numbers(document))
