"""Paragraphs that were copied with only their dates changed are told from those that were written anew."""

from dataclasses import replace

import pytest

from sokhcn.document.build import num, para, section
from sokhcn.document.copying import COPIED, copied, similarity
from sokhcn.document.nodes import Block
from tests.documents import every_node

JANUARY = (
    "Trong tháng 01/2022, nhìn chung các hoạt động khoa học và công nghệ được triển khai bảo đảm theo kế hoạch đề ra; "
    "công tác phòng, chống dịch theo Công văn ngày 11/01/2022 được thực hiện nghiêm túc."
)
DATES = (
    ("tháng 01/2022", "tháng 02/2022"),
    ("ngày 11/01/2022", "ngày 9 tháng 02 năm 2022"),
    ("Trong tháng 01/2022", "Trong tháng 12 năm 2023"),
)
REWRITTEN = (
    "Kết quả tháng 02 còn hạn chế: hai nhiệm vụ chậm tiến độ do chủ nhiệm chưa nộp hồ sơ, một cơ sở chưa gia hạn giấy "
    "phép; Sở đã làm việc với từng đơn vị và ấn định lại thời hạn."
)


@pytest.mark.parametrize(("old", "new"), DATES)
def test_paragraphs_alike_but_for_dates_are_the_same(old: str, new: str) -> None:
    assert old in JANUARY
    assert similarity(JANUARY, JANUARY.replace(old, new)) >= COPIED


def test_numbers_do_not_count_and_other_words_do() -> None:
    assert similarity("Đã cấp 02 giấy phép cho 15 cơ sở.", "Đã cấp 1.234,5 giấy phép cho 07 cơ sở.") == 1
    assert similarity(JANUARY, REWRITTEN) < 0.1
    assert similarity(JANUARY, JANUARY.replace("bảo đảm theo kế hoạch đề ra", "chậm hơn kế hoạch")) < COPIED


def test_copied_paragraphs_are_named_with_their_chapter_and_whether_figures_stand_in_them() -> None:
    counted = para("Đã kiểm định ", num("metrology.instruments", 9, "09"), " phương tiện đo các loại, đều đạt yêu cầu.")
    before, after = (
        replace(every_node(), sections=(section("assessment", 1, None, "ĐÁNH GIÁ", *blocks),))
        for blocks in (_said(JANUARY, counted), _said(JANUARY.replace("11/01", "08/02"), counted, para(REWRITTEN)))
    )
    found = copied(before, after)
    assert [(one.where, one.has_figures) for one in found] == [("ĐÁNH GIÁ", False), ("ĐÁNH GIÁ", True)]
    assert "08/02/2022" in found[0].after
    assert copied(before, replace(after, sections=())) == ()


def test_set_phrases_are_nobody_s_copying() -> None:
    phrases = (para("Trong kỳ không phát sinh."), para("Trên đây là báo cáo kết quả hoạt động của Sở, kính báo cáo./."))
    document = replace(every_node(), sections=(section("a", 1, None, "A", *phrases),))
    assert copied(document, document) == ()


def _said(text: str, *more: Block) -> tuple[Block, ...]:
    return (para(text), *more)
