"""Letters of any Word file: what stands on its pages, in order, with how it looks."""

import pytest

from sokhcn.document.letters import Known, Letters, Role, Unreadable
from sokhcn.document.walk import numbers
from sokhcn.formats.docx.letters import letters
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.foreign import foreign, p, r

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Con"/><w:basedOn w:val="M"/>'
    "<w:rPr><w:i/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="D"><w:name w:val="Đậm"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="K"><w:name w:val="Kẻ"/><w:tblPr><w:tblBorders><w:top w:val="single"/>'
    "</w:tblBorders></w:tblPr></w:style>"
)
MINOR = '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont>'
THEME = f"<a:themeElements><a:fontScheme>{MINOR}</a:fontScheme></a:themeElements>"


def read(body: str, **parts: str) -> Letters:
    return letters(foreign(body, styles=STYLES, theme=THEME, **parts))


def said(made: Letters) -> list[tuple[str, str]]:
    return [(line.role.value, made.of(line)) for line in made.lines]


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_lines_tell_their_paragraph_and_look_through_styles() -> None:
    made = read(p("Tiêu đề", '<w:pStyle w:val="N"/>') + p() + p("Nội dung", "", '<w:sz w:val="24"/>'))
    one, two = made.lines
    assert (one.origin.paragraph, two.origin.paragraph) == (0, 2)
    assert (one.hint.bold, one.hint.italic, one.hint.centred, one.hint.size_pt, one.hint.level) == (
        True,
        True,
        True,
        14,
        1,
    )
    assert (two.hint.bold, two.hint.centred, two.hint.size_pt, two.hint.level) == (False, False, 12, None)


def test_bold_in_a_paragraph_and_a_character_style_cancels_out() -> None:
    (line,) = read(p("a", '<w:pStyle w:val="M"/>', '<w:rStyle w:val="D"/>')).lines
    assert not line.hint.bold


def test_fonts_of_old_encodings_are_named_from_theme_or_run() -> None:
    made = read(p("C¸c") + p("Caùc", "", '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'))
    assert [line.hint.font for line in made.lines] == [".VnTime", "VNI-Times"]


def test_tabs_line_breaks_signs_capitals_and_hidden_words() -> None:
    body = (
        "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>05</w:t><w:br/><w:sym w:font='Symbol' w:char='F0B7'/><w:noBreakHyphen/>"
        "<w:t>x</w:t></w:r>" + r("ẩn", "<w:vanish/>") + r(" sở", "<w:caps/>") + "</w:p>"
    )
    assert said(read(body)) == [("body", "Số:\t05"), ("body", "•-x SỞ")]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    struck = "<w:del w:id='2'><w:r><w:delText>c</w:delText></w:r></w:del>"
    body = f"<w:p>{r('a')}<w:ins w:id='1'>{r('b')}</w:ins>{struck}</w:p>"
    made = read(body)
    assert said(made) == [("body", "ab")]
    assert [str(finding) for finding in made.findings] == ["Còn 2 chỗ theo dõi sửa đổi; đọc như đã chấp nhận hết."]


def test_fields_say_their_result() -> None:
    code = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
    body = f"<w:p>{code}<w:r><w:fldChar w:fldCharType='separate'/></w:r>{r('05/3/2022')}"
    assert said(read(body + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")) == [("body", "05/3/2022")]


def test_a_head_of_two_columns_is_a_grid_without_rules() -> None:
    body = f"<w:tbl>{row(cell(p('UBND TỈNH'), p('SỞ')), cell(p('CỘNG HÒA')))}</w:tbl>" + p("BÁO CÁO")
    made = read(body)
    assert said(made) == [("cell", "UBND TỈNH"), ("cell", "SỞ"), ("cell", "CỘNG HÒA"), ("body", "BÁO CÁO")]
    assert [(grid.rows, grid.ruled) for grid in made.grids] == [((((0, 1), (2,)),), False)]


def test_merged_cells_keep_the_columns_in_line() -> None:
    wide, top, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = "<w:tbl><w:tblPr><w:tblStyle w:val='K'/></w:tblPr>" + "".join(
        (
            row(cell(p("a"), properties=top), cell(p("b"), properties=wide)),
            row(cell(p("cũ"), properties=below), cell(p("c")), cell(p("d"))),
            row(cell(p("e")), cell(properties=wide + below)),
        )
    )
    (grid,) = read(table + "</w:tbl>").grids
    assert grid.ruled
    assert grid.rows == (((0,), (1,), ()), ((), (2,), (3,)), ((4,), (), ()))


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>"
        f"</w:pict></mc:Fallback></mc:AlternateContent></w:r>{r('SỞ')}</w:p>"
    )
    assert said(read(body)) == [("body", "SỞ"), ("body", "DỰ THẢO")]


def test_footnotes_stand_below_their_paragraph() -> None:
    note = f'<w:footnote w:id="2">{p("Theo Báo cáo số 5.")}</w:footnote>'
    body = f"<w:p>{r('30 nhiệm vụ')}<w:r><w:footnoteReference w:id='2'/></w:r>{r('.')}</w:p>" + p("Hết.")
    assert said(read(body, footnotes=note)) == [
        ("body", "30 nhiệm vụ."),
        ("footnote", "Theo Báo cáo số 5."),
        ("body", "Hết."),
    ]


def test_running_heads_and_page_numbers_are_told_apart() -> None:
    page = "<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>"
    assert said(read(p("a"), header=page, footer=p("Sở KH&amp;CN"))) == [
        ("body", "a"),
        ("page_number", "2"),
        ("running_head", "Sở KH&CN"),
    ]


def test_our_own_controls_are_known() -> None:
    made = letters(render(every_node()))
    figures = [known for known in made.known if known.kind == "num"]
    assert [known.key for known in figures] == [figure.key for figure in numbers(every_node())]
    assert [made.text[known.start : known.end] for known in figures] == [f.text for f in numbers(every_node())]
    assert isinstance(made.known[0], Known)
    assert Role.CELL in {line.role for line in made.lines}


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "letters.empty"),
        (b"x", "letters.strange"),
        (foreign(p()), "letters.empty"),
        (foreign("<w:p><w:r><w:drawing/></w:r><w:r/></w:p>"), "letters.image_only"),
        (foreign("<w:p>")[:-30], "letters.damaged"),
        (foreign("<w:p>"), "letters.damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_gives_no_letters_says_why(data: bytes, id: str) -> None:
    with pytest.raises(Unreadable) as refused:
        letters(data)
    assert refused.value.finding.id == id
