"""Named styles carry the look the decree asks for."""

from dataclasses import replace

import pytest
from lxml import etree

from sokhcn.document.profile import DECREE_30
from sokhcn.formats.docx.elements import NAMESPACES
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.styles import styles

SHEET = styles(DECREE_30, "vi-VN")


def values(path: str, sheet: etree._Element = SHEET) -> list[str]:
    return [str(value) for value in sheet.xpath(path, namespaces=NAMESPACES)]


def of(style: Style, path: str) -> list[str]:
    return values(f"w:style[@w:styleId='{style}']/{path}")


def test_times_new_roman_stands_in_all_four_slots() -> None:
    for place in ("w:docDefaults//w:rFonts", "w:style[@w:default='1']//w:rFonts"):
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            assert values(f"{place}/@w:{slot}") == ["Times New Roman"]
    assert values("w:docDefaults//w:lang/@w:val") == ["vi-VN"]
    assert values("w:docDefaults//w:color/@w:val") == ["000000"]


@pytest.mark.parametrize(
    ("style", "points", "bold", "italic", "align"),
    [
        (Style.NATIONAL_NAME, 12, True, False, "center"),
        (Style.MOTTO, 13, True, False, "center"),
        (Style.PARENT_AGENCY, 12, False, False, "center"),
        (Style.AGENCY, 12, True, False, "center"),
        (Style.SERIAL, 13, False, False, "center"),
        (Style.DATED, 13, False, True, "center"),
        (Style.SUBJECT, 14, True, False, "center"),
        (Style.BODY, 14, False, False, "both"),
        (Style.RECIPIENTS_WORD, 12, True, True, "left"),
        (Style.RECIPIENT, 11, False, False, "left"),
        (Style.SIGNATURE_NAME, 14, True, False, "center"),
        (Style.APPENDIX_REFERENCE, 14, False, True, "center"),
        (Style.HEADER, 13, False, False, "center"),
    ],
)
def test_a_style_looks_as_the_annex_says(style: Style, points: float, bold: bool, italic: bool, align: str) -> None:
    assert of(style, "w:rPr/w:sz/@w:val") == [str(points * 2)]
    assert bool(of(style, "w:rPr/w:b")) is bold
    assert bool(of(style, "w:rPr/w:i")) is italic
    assert of(style, "w:pPr/w:jc/@w:val") == [align]


def test_headings_show_in_words_navigation_and_keep_with_their_text() -> None:
    for level, style in enumerate((Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)):
        assert of(style, "w:name/@w:val") == [f"heading {level + 1}"]
        assert of(style, "w:pPr/w:outlineLvl/@w:val") == [str(level)]
        assert of(style, "w:pPr/w:keepNext")


def test_body_text_takes_indent_gap_and_spacing_from_the_profile() -> None:
    sheet = styles(replace(DECREE_30, first_line_mm=12.7, paragraph_gap_pt=8, line_spacing=1.5), "vi-VN")
    body = f"w:style[@w:styleId='{Style.BODY}']/w:pPr"
    assert values(f"{body}/w:ind/@w:firstLine", sheet) == ["720"]
    assert values(f"{body}/w:spacing/@w:after", sheet) == ["160"]
    assert values(f"{body}/w:spacing/@w:line", sheet) == ["360"]
