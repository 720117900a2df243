"""A document is said in reading order, and its closing words are the last of its body."""

from dataclasses import replace
from datetime import date
from typing import Any

from sokhcn.compiler.appendix import AppendixTable, TableColumn
from sokhcn.compiler.assemble import Parts, assemble
from sokhcn.compiler.outline import Chapter, Outline
from sokhcn.compiler.wording import Wording
from sokhcn.document.build import para
from sokhcn.document.nodes import Block, Document, Text
from sokhcn.document.walk import citations, words
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.papers import Mention
from tests.documents import every_node

SAMPLE = every_node()
PAPER = Mention("21@2022", "Quyết định", "21/QĐ-UBND", date(2022, 1, 10), "UBND tỉnh", "")
OUTLINE = Outline(
    id="thang",
    version="1",
    kinds=("month",),
    basis="",
    valid_from=date(2019, 3, 12),
    valid_to=None,
    type_name="BÁO CÁO",
    type_symbol="BC",
    subject="Kết quả *tháng 01*",
    closing="Trên đây là kết quả./.",
    appendix_reference="(Kèm theo Báo cáo)",
    appendices=(),
    chapters=(
        Chapter("results", "KẾT QUẢ", chapters=(Chapter("advice", "Tham mưu"), Chapter("all", "ĐÁNH GIÁ", False))),
        Chapter("plan", "PHƯƠNG HƯỚNG"),
    ),
)


def saying(source: str) -> Any:
    def say(wording: Wording) -> tuple[Block, ...]:
        return wording.chapter(source, "Mục")

    return say


def document(outline: Outline = OUTLINE, counted: int = 1, **said: str) -> Document:
    tables = {k: AppendixTable(k, "f", f"DANH MỤC {k}", (TableColumn("Tên", str),), ()) for k in ("a", "b")}
    parts = Parts(outline, SAMPLE.head, SAMPLE.closing, {k: saying(s) for k, s in said.items()}, tables)
    figures = FigureSet({"f": Figure("f", "", "", Kind.FLOW, "", counted, (), "r", ())})
    return assemble(parts, Wording({"paper": PAPER}), figures)


def test_sections_are_numbered_and_hold_what_is_said() -> None:
    made = document(advice="Đã ban hành.")
    results, plan = made.sections
    assert [(s.key, s.number, words(s.title)) for s in (results, *results.sections, plan)] == [
        ("results", "I", "KẾT QUẢ"),
        ("advice", "1", "Tham mưu"),
        ("all", None, "ĐÁNH GIÁ"),
        ("plan", "II", "PHƯƠNG HƯỚNG"),
    ]
    assert results.sections[0].blocks == (para("Đã ban hành."),)


def test_head_and_closing_are_as_given_but_for_the_subject() -> None:
    made = document()
    assert words(made.head.subject) == "Kết quả tháng 01"
    assert replace(made.head, subject=SAMPLE.head.subject) == SAMPLE.head
    assert made.closing == SAMPLE.closing


def test_the_closing_words_follow_the_last_chapter() -> None:
    assert document(plan="Một.").sections[-1].blocks == (para("Một."), para("Trên đây là kết quả./."))


def test_the_closing_words_follow_the_last_chapter_of_a_part_with_chapters() -> None:
    made = document(replace(OUTLINE, chapters=OUTLINE.chapters[:1]), all="Một.")
    assert made.sections[0].blocks == ()
    assert made.sections[0].sections[-1].blocks == (para("Một."), para("Trên đây là kết quả./."))


def test_the_first_mention_is_where_a_reader_meets_it() -> None:
    made = document(plan="{{ paper | full }}", advice="{{ paper | full }}")
    assert [cited.text for cited in citations(made)] == [PAPER.full, PAPER.short]


def test_one_appendix_has_no_number_and_several_have() -> None:
    (one,) = document(replace(OUTLINE, appendices=("b",))).appendices
    two = document(replace(OUTLINE, appendices=("b", "a"))).appendices
    assert (one.label, one.title, one.reference) == ("Phụ lục", "DANH MỤC b", "(Kèm theo Báo cáo)")
    assert [(a.key, a.label) for a in two] == [("b", "Phụ lục I"), ("a", "Phụ lục II")]
    assert one.blocks[0].columns[0].title == "TT"  # type: ignore[union-attr]
    assert Text("Tổng số: ") in one.blocks[0].rows[-1].cells[1]  # type: ignore[union-attr]


def test_an_appendix_without_rows_is_left_out() -> None:
    assert document(replace(OUTLINE, appendices=("b", "a")), counted=0).appendices == ()


NOTHING = "Trong kỳ không phát sinh."
MERGED = replace(OUTLINE, chapters=(Chapter("advice", "Hai mục", more=("all",)),))


def test_a_chapter_may_hold_several_texts_one_after_the_other() -> None:
    (section,) = document(MERGED, advice="Một.", all="Hai.").sections
    assert section.blocks == (para("Một."), para("Hai."), para("Trên đây là kết quả./."))


def test_of_several_texts_one_that_tells_of_nothing_is_left_out() -> None:
    (section,) = document(MERGED, advice=NOTHING, all="Hai.").sections
    assert section.blocks == (para("Hai."), para("Trên đây là kết quả./."))
    (section,) = document(MERGED, advice=NOTHING, all=NOTHING).sections
    assert section.blocks == (para(NOTHING), para("Trên đây là kết quả./."))
