"""Widths of words against the font's own measure, and lines that break evenly."""

import pytest

from sokhcn.formats.docx.centred import Centred
from sokhcn.formats.docx.widths import balanced, width_pt, without_lone_word, wrapped

# Measured in Liberation Serif, whose advances are those of Times New Roman.
MEASURED = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, 250.3),
    ("Độc lập - Tự do - Hạnh phúc", 13, True, 159.1),
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, True, 183.7),
    ("UBND TỈNH NINH THUẬN", 12, False, 143.6),
    ("Ủy ban nhân dân tỉnh đã trình “Nghị quyết số 14-NQ/TU”; hưởng ứng", 14, False, 395.1),
]
AGENCY = "BAN QUẢN LÝ DỰ ÁN CÁC CÔNG TRÌNH KHOA HỌC VÀ CÔNG NGHỆ"


@pytest.mark.parametrize(("text", "size", "bold", "points"), MEASURED)
def test_words_are_as_wide_as_the_font_says(text: str, size: float, bold: bool, points: float) -> None:
    assert width_pt(text, size, bold=bold) == pytest.approx(points, rel=0.005)


def test_even_lines_are_no_more_than_full_ones_and_nearly_as_long_as_each_other() -> None:
    lines = balanced(AGENCY, 190, 12, bold=True)
    widths = [width_pt(line, 12, bold=True) for line in lines]
    assert " ".join(lines) == AGENCY
    assert len(lines) == len(wrapped(AGENCY, 190, 12, bold=True)) == 3
    assert max(widths) <= 190
    assert min(widths) > 0.7 * max(widths)


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrapped("ngắn nghiêngngảnghiêngngả ngắn", 40, 14) == ("ngắn", "nghiêngngảnghiêngngả", "ngắn")


@pytest.mark.parametrize(
    ("text", "lines"), [("một hai ba bốn năm", 2), ("một hai", 1), ("nghiêngngảnghiêngngả hai", 2)]
)
def test_a_room_is_drawn_in_only_where_a_last_word_stands_alone(text: str, lines: int) -> None:
    room = width_pt(text, 14) - 1 if lines == 2 else 200
    narrower = without_lone_word(text, room, 14)
    found = wrapped(text, narrower, 14)
    assert len(found) == lines
    assert (narrower < room) == (" " in text.split(" ", 1)[1])
    assert narrower == room or " " in found[-1]


def test_only_a_text_too_wide_for_its_room_is_drawn_in() -> None:
    assert Centred("một dòng\nhai dòng", 9000, 14).even() == ()
    assert len(Centred(AGENCY, 3800, 12, bold=True).even()) == 1
