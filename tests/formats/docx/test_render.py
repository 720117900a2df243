"""The whole file: body, closing, appendices, pages, and the same bytes each time."""

from dataclasses import replace
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import docx
import pytest

from sokhcn.document.build import para, section
from sokhcn.document.nodes import Closing, Signature
from sokhcn.formats.docx.elements import NAMESPACES, W
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.opened import awkward, opened


def test_the_body_prints_numbers_labels_and_words() -> None:
    file = opened(every_node())
    assert file.lines(Style.HEADING_1) == [
        "I. KẾT QUẢ HOẠT ĐỘNG KH&CN THÁNG 01 NĂM 2022",
        "II. PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2022",
    ]
    assert file.lines(Style.HEADING_2)[1:] == ["4. Hoạt động nghiên cứu khoa học", "ĐÁNH GIÁ CHUNG"]
    assert file.lines(Style.ITEM_1)[2] == "1. Tập trung tham mưu triển khai Nghị quyết số 14-NQ/TU. Trọng tâm:"
    assert file.lines(Style.ITEM_2)[0] == "- Tham mưu dự thảo Nghị quyết của HĐND tỉnh."
    assert file.lines(Style.BODY)[-1] == "Trên đây là báo cáo của Sở Khoa học và Công nghệ./."


def test_a_number_with_its_own_mark_gets_no_full_stop() -> None:
    third = section("third", 3, "a)", "Điểm", para("Nội dung."))
    assert opened(replace(every_node(), sections=(third,))).lines(Style.HEADING_3) == ["a) Điểm"]


def test_the_closing_lists_recipients_and_signs() -> None:
    file = opened(every_node())
    assert file.lines(Style.RECIPIENTS_WORD) == ["Nơi nhận:"]
    assert file.lines(Style.RECIPIENT)[0] == "- Như trên;"
    assert file.lines(Style.RECIPIENT)[-1] == "- Lưu: VT, VP."
    assert file.lines(Style.SIGNATURE_LINE) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert file.lines(Style.SIGNATURE_NAME) == ["Nguyễn Tấn Quang"]


def test_the_closing_stays_whole_and_with_two_lines_of_the_body() -> None:
    file = opened(every_node())
    assert not file.find(f"//w:tr[.//w:pStyle/@w:val='{Style.RECIPIENT}']//w:p[not(w:pPr/w:keepNext)]")
    assert file.find(f"//w:tr[.//w:pStyle/@w:val='{Style.RECIPIENT}']/w:trPr/w:cantSplit")
    kept = file.find(
        "/w:document/w:body/w:p[w:pPr/w:keepNext][w:pPr/w:pStyle[starts-with(@w:val, 'LietKe') or @w:val='NoiDung']]"
    )
    assert [bool(paragraph.xpath("w:pPr/w:keepNext", namespaces=NAMESPACES)) for paragraph in kept] == [True, True]


def test_a_long_last_paragraph_is_kept_alone() -> None:
    last = section("last", 1, "I", "TIÊU ĐỀ", para("Câu thứ nhất. " * 3), para("Câu dài ở cuối báo cáo. " * 12))
    file = opened(replace(every_node(), sections=(last,)))
    assert len(file.find(f"//w:p[w:pPr/w:keepNext][w:pPr/w:pStyle/@w:val='{Style.BODY}']")) == 1


def test_pages_are_a4_with_the_margins_of_the_profile_and_number_from_1() -> None:
    file = opened(every_node())
    assert file.values("//w:pgSz/@w:w") == ["11906", "16838"]
    assert file.values("//w:pgSz/@w:orient") == ["landscape"]
    assert file.values("//w:pgMar/@w:left") == ["1701", "1701"]
    assert file.values("//w:pgNumType/@w:start") == ["1", "1"]
    assert len(file.find("//w:titlePg")) == 2
    numbered, blank = file.parts["word/header1.xml"], file.parts["word/header2.xml"]
    assert numbered.xpath("//w:fldSimple/@w:instr", namespaces=NAMESPACES) == [" PAGE "]
    assert not blank.xpath("//w:r", namespaces=NAMESPACES)


def test_a_document_without_appendices_is_one_section() -> None:
    file = opened(replace(every_node(), appendices=()))
    assert file.values("//w:pgSz/@w:w") == ["11906"]
    assert file.lines(Style.APPENDIX_LABEL) == []


def test_an_appendix_of_300_rows_repeats_its_header_and_keeps_rows_whole() -> None:
    file = opened(every_node(300))
    rows = file.find("(//w:tbl)[last()]/w:tr")
    assert len(rows) == 1 + 1 + 300 + 1
    assert len(file.find("//w:tblHeader")) == 1
    assert all(row.xpath("w:trPr/w:cantSplit", namespaces=NAMESPACES) for row in rows)
    assert file.lines(Style.TABLE_GROUP) == ["A. Cấp tỉnh"]
    assert file.values("(//w:tbl)[last()]//w:gridSpan/@w:val") == ["4"]
    assert file.lines(Style.TOTAL_RIGHT) == ["03"]
    assert file.lines(Style.UNIT) == ["Đơn vị tính: triệu đồng"]
    assert len(file.lines(Style.TABLE_RIGHT)) == len(file.lines(Style.TABLE_CENTRE)) == 300


def test_300_rows_take_well_under_a_second() -> None:
    document = every_node(300)
    before = process_time()
    render(document)
    assert process_time() - before < 1


@pytest.mark.parametrize("landscape", [True, False])
def test_columns_share_exactly_the_room_between_the_margins(landscape: bool) -> None:
    whole = every_node()
    file = opened(replace(whole, appendices=(replace(whole.appendices[0], landscape=landscape),)))
    widths = [int(width) for width in file.values("(//w:tbl)[last()]/w:tblGrid/w:gridCol/@w:w")]
    page = 16838 if landscape else 11906
    assert sum(widths) == page - 1701 - 850
    assert widths[1] / widths[3] == pytest.approx(3.5, abs=0.01)


def test_the_same_document_gives_the_same_bytes_and_other_words_other_bytes() -> None:
    signed = Closing(("Lưu: VT",), Signature(("GIÁM ĐỐC",), "Trần Minh Họa"))
    assert render(awkward()) == render(awkward())
    assert render(every_node()) != render(replace(every_node(), closing=signed))
    with ZipFile(BytesIO(render(every_node()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_come_from_the_document() -> None:
    properties = docx.Document(BytesIO(render(every_node()))).core_properties
    assert properties.title.startswith("Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022 và phương hướng")
    assert properties.author == properties.last_modified_by == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert properties.modified is not None
    assert properties.modified.date().isoformat() == "2022-01-01"
    assert properties.language == "vi-VN"


def test_the_company_is_the_agency_and_word_opens_in_its_own_mode() -> None:
    parts = opened(every_node()).parts
    assert [node.text for node in parts["docProps/app.xml"]] == ["Sổ KH&CN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
    modes = parts["word/settings.xml"].xpath("//w:compatSetting[@w:name='compatibilityMode']", namespaces=NAMESPACES)
    assert [mode.get(W + "val") for mode in modes] == ["15"]


def test_a_heading_leaves_no_word_alone_on_its_last_line() -> None:
    long = section("long", 1, "II", "PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2022", para("Nội dung."))
    short = section("short", 1, "III", "PHƯƠNG HƯỚNG", para("Nội dung."))
    file = opened(replace(every_node(), sections=(long, short)))
    drawn_in = [
        p.xpath("string(w:pPr/w:ind/@w:right)", namespaces=NAMESPACES) for p in file.paragraphs(Style.HEADING_1)
    ]
    assert 0 < int(drawn_in[0]) < 2000
    assert drawn_in[1] == ""


def test_letters_that_xml_cannot_hold_are_left_out_and_ends_of_lines_are_spaces() -> None:
    last = section("last", 1, "I", "TIÊU ĐỀ", para("một\x0b\x00hai\r\nba"))
    assert opened(replace(every_node(), sections=(last,))).lines(Style.BODY) == ["mộthai ba"]


def test_a_day_the_month_does_not_have_still_prints() -> None:
    whole = every_node()
    head = replace(whole.head, dated=replace(whole.head.dated, day=31, month=2))
    assert opened(replace(whole, head=head)).lines(Style.DATED) == ["Ninh Thuận, ngày 31 tháng 02 năm 2022"]
