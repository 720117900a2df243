"""A file is measured as it is: pages, margins, fonts and sizes by place, spacing."""

from dataclasses import replace

import pytest

from sokhcn.document.look import Sheet, Spot
from sokhcn.document.profile import DECREE_30
from sokhcn.formats.docx.looking import look
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.foreign import foreign, p


def test_our_own_report_measures_as_its_profile_says() -> None:
    wide = replace(DECREE_30, left_mm=35, body_pt=13, recipients_pt=11, line_spacing=1.5)
    seen = look(render(every_node(), wide))
    upright, across = Sheet(210, 297, 20, 20, 35, 15, True), Sheet(297, 210, 20, 20, 35, 15, True)
    assert seen.sheets == (upright, across)
    assert [sheet.is_landscape for sheet in seen.sheets] == [False, True]
    assert [size for size, _ in seen.sizes(Spot.BODY)] == [13]
    assert [size for size, _ in seen.sizes(Spot.HEADING)] == [13]
    assert [size for size, _ in seen.sizes(Spot.RECIPIENTS)] == [11, 12]
    assert [size for size, _ in seen.sizes(Spot.TABLE)] == [12]
    assert [font for font, _ in seen.fonts()] == ["Times New Roman"]
    (first, *_) = seen.at(Spot.BODY)
    assert (first.align, first.spacing, first.exact, first.after_pt) == ("both", 1.5, False, 6)
    assert first.first_line_mm == pytest.approx(10, abs=0.1)


def test_spots_of_our_own_report() -> None:
    data = render(every_node())
    by_spot = {spot: len(look(data).at(spot)) for spot in Spot}
    assert by_spot[Spot.HEAD] == 6 + 1  # two agencies, two lines of the nation, number, date; Kính gửi
    assert by_spot[Spot.TITLE] == 3
    assert by_spot[Spot.HEADING] == 5
    assert by_spot[Spot.RECIPIENTS] == 7
    assert by_spot[Spot.SIGNATURE] == 3
    assert by_spot[Spot.APPENDIX] == 4  # label, title, reference, unit
    assert (by_spot[Spot.PAGE_NUMBER], by_spot[Spot.RUNNING], by_spot[Spot.PAGE_NUMBER_BELOW]) == (1, 0, 0)


def test_a_file_that_says_little_is_measured_by_what_it_says() -> None:
    margins = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:left="1440"/></w:sectPr>'
    exact = '<w:spacing w:line="360" w:lineRule="exact" w:before="120"/>'
    seen = look(foreign(p("Nội dung", exact, '<w:sz w:val="25"/>') + p("- Nơi khác") + margins))
    assert seen.sheets == (Sheet(215.9, 279.4, 25.4, 0, 25.4, 0),)
    one, other = seen.lines
    assert (one.size_pt, one.spacing, one.exact, one.before_pt, one.letters) == (12.5, 18, True, 6, 7)
    assert (other.font, other.size_pt, other.spacing) == (None, None, 1.0)


def test_recipients_without_a_table_end_where_dashes_end() -> None:
    seen = look(foreign(p("a") + p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT.") + p("GIÁM ĐỐC")))
    assert [line.spot for line in seen.lines] == [Spot.BODY, *[Spot.RECIPIENTS] * 3, Spot.BODY]


def test_a_page_number_stands_above_or_below() -> None:
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    number = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field}</w:p>'
    for part, spot in (("header", Spot.PAGE_NUMBER), ("footer", Spot.PAGE_NUMBER_BELOW)):
        (line,) = look(foreign(p("a"), **{part: number})).at(spot)
        assert line.align == "right"
