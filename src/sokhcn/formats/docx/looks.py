"""How each style looks under a profile, and the Vietnamese name officers see it under."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sokhcn.document.profile import Profile
from sokhcn.formats.docx.names import Style

HEADER_GAP_PT = 6
SIGNATURE_ROOM_PT = 84
CELL_GAP_PT = 2
ASCENT = 0.9


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style: type and gaps in points, ``lines`` in lines, ``align`` as ``w:jc`` says it.

    ``exact_pt`` fixes the height of a line; ``outline`` is the level in Word's navigation pane, from 0.
    """

    style: Style
    name: str
    size_pt: float
    align: str = "left"
    bold: bool = False
    italic: bool = False
    before_pt: float = 0
    after_pt: float = 0
    first_line_mm: float = 0
    lines: float = 1.0
    exact_pt: float = 0
    keep_next: bool = False
    outline: int | None = None
    following: Style | None = None
    alias: str = ""


def looks(profile: Profile) -> tuple[Look, ...]:
    """Every paragraph style but the default one, which the document defaults describe."""
    return (*_head(profile), *_title(profile), *_body(profile), *_closing(profile), *_appendix(profile), *_low())


def _head(p: Profile) -> Iterator[Look]:
    yield Look(Style.HEADER, "header", p.page_number_pt, "center")
    yield Look(Style.NATIONAL_NAME, "Quốc hiệu", p.national_name_pt, "center", bold=True)
    yield Look(Style.MOTTO, "Tiêu ngữ", p.motto_pt, "center", bold=True)
    yield Look(Style.PARENT_AGENCY, "Cơ quan chủ quản", p.agency_pt, "center")
    yield Look(Style.AGENCY, "Cơ quan ban hành", p.agency_pt, "center", bold=True)
    yield Look(Style.SERIAL, "Số và ký hiệu", p.serial_pt, "center", before_pt=HEADER_GAP_PT)
    yield Look(Style.DATED, "Địa danh và thời gian", p.dated_pt, "center", italic=True, before_pt=HEADER_GAP_PT)


def _title(p: Profile) -> Iterator[Look]:
    yield Look(Style.TYPE_NAME, "Tên loại văn bản", p.title_pt, "center", bold=True, before_pt=14, keep_next=True)
    yield Look(Style.SUBJECT, "Trích yếu", p.title_pt, "center", bold=True, keep_next=True)
    yield Look(Style.ADDRESSEE, "Kính gửi", p.body_pt, "center", before_pt=8, after_pt=10)
    yield Look(Style.ADDRESSEES, "Kính gửi nhiều nơi", p.body_pt)


def _body(p: Profile) -> Iterator[Look]:
    for level, style in enumerate((Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)):
        yield Look(
            style,
            f"heading {level + 1}",
            p.body_pt,
            bold=True,
            after_pt=p.paragraph_gap_pt,
            first_line_mm=p.first_line_mm,
            lines=p.line_spacing,
            keep_next=True,
            outline=level,
            following=Style.BODY,
            alias=f"Đề mục cấp {level + 1}",
        )
    texts = {Style.BODY: "Nội dung", Style.ITEM_1: "Liệt kê 1", Style.ITEM_2: "Liệt kê 2", Style.ITEM_3: "Liệt kê 3"}
    for style, name in texts.items():
        yield Look(
            style,
            name,
            p.body_pt,
            "both",
            after_pt=p.paragraph_gap_pt,
            first_line_mm=p.first_line_mm,
            lines=p.line_spacing,
        )


def _closing(p: Profile) -> Iterator[Look]:
    drop = ASCENT * (p.signature_pt - p.recipients_word_pt)
    yield Look(Style.RECIPIENTS_WORD, "Nơi nhận", p.recipients_word_pt, bold=True, italic=True, before_pt=drop)
    yield Look(Style.RECIPIENT, "Nơi nhận từng dòng", p.recipients_pt)
    yield Look(Style.SIGNATURE_LINE, "Chức vụ người ký", p.signature_pt, "center", bold=True)
    yield Look(
        Style.SIGNATURE_NAME, "Họ tên người ký", p.signature_pt, "center", bold=True, before_pt=SIGNATURE_ROOM_PT
    )


def _appendix(p: Profile) -> Iterator[Look]:
    yield Look(Style.APPENDIX_LABEL, "Phụ lục", p.appendix_label_pt, "center", bold=True, keep_next=True, outline=0)
    yield Look(Style.APPENDIX_TITLE, "Tên phụ lục", p.title_pt, "center", bold=True, keep_next=True)
    yield Look(Style.APPENDIX_REFERENCE, "Phụ lục kèm theo", p.title_pt, "center", italic=True, keep_next=True)
    yield Look(Style.UNIT, "Đơn vị tính", p.table_pt, "right", italic=True, after_pt=3, keep_next=True)
    yield replace(_cell(p, Style.TABLE_HEAD, "Bảng đầu cột", "center", bold=True), keep_next=True)
    yield replace(_cell(p, Style.TABLE_GROUP, "Bảng nhóm", "left", bold=True), keep_next=True)
    yield _cell(p, Style.TABLE_LEFT, "Bảng trái", "left")
    yield _cell(p, Style.TABLE_CENTRE, "Bảng giữa", "center")
    yield _cell(p, Style.TABLE_RIGHT, "Bảng phải", "right")
    yield _cell(p, Style.TOTAL_LEFT, "Bảng cộng trái", "left", bold=True)
    yield _cell(p, Style.TOTAL_CENTRE, "Bảng cộng giữa", "center", bold=True)
    yield _cell(p, Style.TOTAL_RIGHT, "Bảng cộng phải", "right", bold=True)


def _cell(p: Profile, style: Style, name: str, align: str, *, bold: bool = False) -> Look:
    return Look(style, name, p.table_pt, align, bold=bold, before_pt=CELL_GAP_PT, after_pt=CELL_GAP_PT)


def _low() -> Iterator[Look]:
    yield Look(Style.RULE, "Đường kẻ", 2, exact_pt=9)
    yield Look(Style.SPACER, "Khoảng cách", 2, exact_pt=6)
    yield Look(Style.SECTION_END, "Hết phần", 1, exact_pt=1)
