"""A report as plain text reads like the paper."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from sokhcn.document.build import inlines
from sokhcn.document.nodes import Document
from sokhcn.document.walk import block_sentences, words
from sokhcn.formats.text.columns import width
from sokhcn.formats.text.render import render
from tests.document_strategies import DOCUMENTS
from tests.documents import every_node

HEAD = """\
      UBND TỈNH NINH THUẬN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ KHOA HỌC VÀ CÔNG NGHỆ               Độc lập - Tự do - Hạnh phúc
           ──────────                      ───────────────────────────

       Số: ...../BC-SKHCN            Ninh Thuận, ngày ..... tháng 01 năm 2022

                                    BÁO CÁO
           Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022
                   và phương hướng nhiệm vụ tháng 02 năm 2022
                            ───────────────────────

                   Kính gửi: Ủy ban nhân dân tỉnh Ninh Thuận.

I. KẾT QUẢ HOẠT ĐỘNG KH&CN THÁNG 01 NĂM 2022
"""
TABLE = """\
TT             Tên nhiệm vụ                    Tổ chức chủ trì         Kinh phí
──  ───────────────────────────────────  ────────────────────────────  ────────
A. Cấp tỉnh
1   Nghiên cứu minh họa số 1 (minh họa)  Cơ sở minh họa 01 (minh họa)   1.250,5
──  ───────────────────────────────────  ────────────────────────────  ────────
    Cộng                                                                     03
"""


def lines(document: Document, width: int | None = None) -> list[str]:
    return render(document, width=width).decode().splitlines()


def test_the_head_stands_in_two_columns() -> None:
    assert render(every_node()).decode().startswith(HEAD)


def test_a_table_stands_in_aligned_columns() -> None:
    assert render(every_node(1)).decode().endswith(TABLE)


def test_on_a_narrow_page_the_nation_comes_first_and_the_agency_below() -> None:
    said = [line.strip() for line in lines(every_node(), 40)]
    assert said.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") < said.index("SỞ KHOA HỌC VÀ CÔNG NGHỆ")


def test_without_a_width_each_paragraph_and_item_is_one_line() -> None:
    document = every_node()
    said = {line.strip().removeprefix("- ") for line in lines(document)}
    blocks = [block for section in document.sections[0].sections for block in section.blocks]
    assert {words(sentence) for block in blocks for sentence in block_sentences(block)} <= said


@pytest.mark.parametrize("room", [20, 24, 33, 40, 60, 69, 70, 80, 120])
def test_no_line_is_wider_than_asked(room: int) -> None:
    assert max(width(line) for line in lines(every_node(), room)) <= room


def test_several_addressees_stand_in_a_list() -> None:
    document = every_node()
    several = replace(document, head=replace(document.head, addressees=("Tỉnh ủy", "UBND tỉnh")))
    assert [line.strip() for line in lines(several) if line.startswith(" " * 40 + "-")] == [
        "- Tỉnh ủy;",
        "- UBND tỉnh.",
    ]


def test_recipients_and_signature_close_the_report() -> None:
    closing = render(every_node()).decode()
    assert "Nơi nhận:                                          KT. GIÁM ĐỐC\n" in closing
    assert "- Lưu: VT, VP.                                   Nguyễn Tấn Quang\n" in closing


def test_decomposed_letters_are_composed() -> None:
    document = replace(every_node(), sections=())
    decomposed = replace(document, head=replace(document.head, subject=inlines("Bao ca\u0301o")))
    assert "Bao cáo" in render(decomposed).decode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_any_document_can_be_read_as_text(document: Document) -> None:
    for room in (None, 20, 80):
        assert render(document, width=room).decode().endswith("\n")
