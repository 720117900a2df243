"""Number, day and stamps are masked, and exactly these."""

from collections.abc import Sequence

import pytest

from sokhcn.formats.pdf.glyphs import Style, Word
from sokhcn.formats.pdf.signatures.comparing import differences
from sokhcn.formats.pdf.signatures.saying import Saying, saying
from sokhcn.formats.pdf.signatures.seen import Page
from sokhcn.formats.pdf.signatures.stamps import Box

STYLE = Style("Times New Roman", 13, False, False)
BLANK = ["Số: /BC-SKHCN Ninh Thuận, ngày tháng 01 năm 2022", "BÁO CÁO", "Đã cấp 06 giấy phép ngày 10 tháng 01 năm 2022"]
FILLED = ["Số: 15/BC-SKHCN Ninh Thuận, ngày 17 tháng 01 năm 2022", *BLANK[1:]]


def said(lines: Sequence[str], stamps: Sequence[str] = ()) -> Saying:
    """A page of these lines; ``stamps`` stand in the box of a signature."""
    words = tuple(
        Word(text, 100 + 40 * x, 780 - 20 * y, 130 + 40 * x, 792 - 20 * y, STYLE)
        for y, line in enumerate(lines)
        for x, text in enumerate(line.split())
    )
    added = tuple(Word(text, 400, 100, 430, 112, STYLE) for text in stamps)
    return saying([Page(1, words, added, (Box(0, 390, 90, 440, 120),), 800, True)], "BC-SKHCN")


def test_number_day_and_stamps_are_no_difference() -> None:
    after = said(FILLED, ["Dấu"])
    assert differences(said(BLANK), after) == ()
    assert (after.number, after.date, [one.text for one in after.stamps]) == ("15", "17/01/2022", ["Dấu"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Đã cấp 60 giấy phép ngày 10 tháng 01 năm 2022", "trang 1: “06” thành “60”"),
        ("Đã cấp 06 giấy phép ngày 11 tháng 01 năm 2022", "trang 1: “10” thành “11”"),
        ("Đã cấp giấy phép ngày 10 tháng 01 năm 2022", "trang 1: mất “06”"),
        ("Đã cấp 06 giấy phép ngày 10 tháng 01 năm 2022 gấp", "trang 1: thêm “gấp”"),
    ],
)
def test_a_changed_word_is_named_with_its_page(line: str, told: str) -> None:
    assert [one.sentence for one in differences(said(BLANK), said([*FILLED[:2], line]))] == [told]


@pytest.mark.parametrize(
    "head",
    ["Số: 15/QĐ-SKHCN Ninh Thuận, ngày 17 tháng 01 năm 2022", "Số: một/BC-SKHCN Ninh Thuận, ngày 17 tháng 01 năm 2022"],
)
def test_another_symbol_or_a_number_that_is_none_is_a_difference(head: str) -> None:
    assert differences(said(BLANK), said([head, *BLANK[1:]]))


def test_another_place_on_the_line_of_the_date_is_a_difference() -> None:
    head = "Số: 15/BC-SKHCN Khánh Hòa, ngày 17 tháng 01 năm 2022"
    assert [one.sentence for one in differences(said(BLANK), said([head, *BLANK[1:]]))] == [
        "trang 1: “Ninh Thuận,” thành “Khánh Hòa,”"
    ]


def test_the_same_letters_composed_otherwise_are_the_same() -> None:
    from unicodedata import normalize

    assert differences(said(BLANK), said([normalize("NFD", line) for line in BLANK])) == ()
