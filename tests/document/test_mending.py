"""Repaired letters: lines, known figures and sources keep their places."""

import unicodedata

from sokhcn.document.letters import Hint, Known, Letters, Line
from sokhcn.document.mending import mended
from sokhcn.kernel.charsets import TCVN3

TEXT = "Sở Khoa học và Công nghệ\nKết quả tháng 01 năm 2022: nghiệm thu 05 nhiệm vụ cấp tỉnh"
CUT = TEXT.index("\n")


def lines(*hints: Hint) -> tuple[Line, ...]:
    return Line(0, CUT, hint=hints[0]), Line(CUT + 1, len(TEXT), hint=hints[1])


def test_clean_letters_are_the_same():
    letters = Letters(TEXT, TEXT, lines(Hint(), Hint()))
    assert mended(letters) is letters


def test_loose_marks_are_joined_and_every_place_follows():
    loose = unicodedata.normalize("NFD", TEXT)
    cut, five = loose.index("\n"), loose.index("05")
    given = Letters(
        loose, loose, (Line(0, cut), Line(cut + 1, len(loose))), known=(Known(five, five + 2, "num", "research.done"),)
    )
    made = mended(given)
    assert made.text == TEXT
    assert [made.of(line) for line in made.lines] == TEXT.split("\n")
    assert made.text[made.known[0].start : made.known[0].end] == "05"
    start = TEXT.index("nghiệm thu")
    found = made.source[slice(*made.in_source(start, start + 10))]
    assert unicodedata.normalize("NFC", found) == "nghiệm thu"


def test_marks_of_the_file_and_loose_letters_lead_back_together():
    loose = unicodedata.normalize("NFD", "Tỉnh ủy")
    letters = Letters(loose, f"**{loose}**", (Line(0, len(loose)),), jumps=((0, 2),))
    made = mended(letters)
    assert made.source[slice(*made.in_source(0, 7))] == loose
    assert made.source[slice(*made.in_source(5, 7))] == unicodedata.normalize("NFD", "ủy")


def test_the_font_of_a_line_tells_its_encoding_and_capitals():
    old = TCVN3.encoded(TEXT)
    made = mended(Letters(old, old, lines(Hint(font=".VnTimeH"), Hint(font=".VnTime"))))
    assert made.text == "SỞ KHOA HỌC VÀ CÔNG NGHỆ\nKết quả tháng 01 năm 2022: nghiệm thu 05 nhiệm vụ cấp tỉnh"
    assert [finding.id for finding in made.findings] == ["letters.legacy"]
    assert made.findings[0].values["words"] == 14
    assert [made.of(line) for line in made.lines] == made.text.split("\n")


def test_a_converted_file_that_kept_its_fonts_is_left_alone():
    letters = Letters(TEXT, TEXT, lines(Hint(font=".VnTimeH"), Hint(font=".VnTime")))
    assert mended(letters) is letters


def test_a_line_of_words_that_can_be_either_goes_with_the_file():
    old = TCVN3.encoded("Kết quả hoạt động khoa học\ncó ba cơ sở")
    cut = old.index("\n")
    font = Hint(font=".VnTime")
    made = mended(Letters(old, old, (Line(0, cut, hint=font), Line(cut + 1, len(old), hint=font))))
    assert made.text == "Kết quả hoạt động khoa học\ncó ba cơ sở"
