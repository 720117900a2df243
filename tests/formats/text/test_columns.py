"""Vietnamese words line up in columns of equal-width letters, composed or not."""

import unicodedata

import pytest

from sokhcn.document.nodes import Align
from sokhcn.formats.text.columns import padded, side_by_side, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("Nghị quyết", 10), (unicodedata.normalize("NFD", "Nghị quyết"), 10), ("漢字", 4), ("a\u200bb", 2)],
)
def test_marks_take_no_column(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("align", "line"), [(Align.LEFT, "Sở   "), (Align.RIGHT, "   Sở"), (Align.CENTRE, " Sở  ")], ids=str
)
def test_a_word_stands_where_its_column_says(align: Align, line: str) -> None:
    assert padded("Sở", 5, align) == line


def test_a_paragraph_wraps_with_its_indent() -> None:
    assert wrapped("khoa học và công nghệ", 12, "- ", "  ") == ["- khoa học", "  và công", "  nghệ"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("abcdefgh ij", 5) == ["abcde", "fgh", "ij"]


def test_without_a_room_a_paragraph_is_one_line() -> None:
    assert wrapped("một\n hai  ba " * 40, None) == [" ".join(["một hai ba"] * 40)]


def test_two_stacks_stand_side_by_side() -> None:
    assert side_by_side(["a", "b"], ["c", "d", "e"], 3) == ["a    c", "b    d", "     e"]
