"""A line that people edited becomes wording that says it again."""

import pytest

from sokhcn.compiler.sourcing import source_of
from sokhcn.compiler.wording import Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.build import cite, dash, emph, items, num, para
from sokhcn.document.nodes import Block
from sokhcn.document.strokes import lines_of
from sokhcn.figures.figure import Figure
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.runs import Runs

PAPER = Mention("57-CT/TU@2021-12-20", "Chỉ thị", "57-CT/TU", None, "Tỉnh ủy", "")


def said(source: str, value: int, last_year: int = 0) -> tuple[Block, ...]:
    told = Figure("advice.issued", "", "văn bản", Kind.FLOW, "", value, Runs(), "", (), last_year=last_year)
    words = {**vocabulary({"advice.issued": FigureWord(told)}), "papers": {PAPER.key: PAPER}}
    return Wording(words).chapter(source, "đoạn")


@pytest.mark.parametrize(
    "block",
    [
        para("Đã ban hành ", num("advice.issued", 6, "06"), " văn bản."),
        para("Theo ", cite(PAPER.key, "Chỉ thị 57 của Tỉnh ủy"), ", *) {{ không phải lệnh }} {% cũng vậy %}."),
        para("- không phải gạch đầu dòng; 2 * 3."),
        para("Có chữ ", emph("nghiêng ", num("advice.issued", 6, "06")), "."),
        items(dash("Một."), dash("Hai “", num("advice.issued", 6, "06"), "”.")),
    ],
)
def test_the_same_line_is_said_again(block: Block) -> None:
    assert said(source_of(lines_of((block,))), 6) == (block,)


def test_figures_in_it_are_counted_anew() -> None:
    source = source_of(lines_of((para("Đã ban hành ", num("advice.issued", 6, "06"), " văn bản."),)))
    assert said(source, 12) == (para("Đã ban hành ", num("advice.issued", 12, "12"), " văn bản."),)


def test_a_rise_that_became_a_fall_says_so() -> None:
    line = para("Số văn bản tăng ", num("advice.issued@change", 2, "02"), " so với cùng kỳ.")
    assert said(source_of(lines_of((line,))), 3, 5) == (
        para("Số văn bản giảm ", num("advice.issued@change", 2, "02"), " so với cùng kỳ."),
    )
