"""The top of page 1: words, columns and drawn rules."""

from dataclasses import replace

import pytest

from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME
from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.docx.letterhead import date_words, serial_words
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.widths import width_pt
from tests.documents import HEAD, every_node
from tests.formats.docx.opened import Opened, awkward, opened

EMU_PER_PT = 12700
LARGEST = Profile(left_mm=35, right_mm=20, national_name_pt=13, motto_pt=14, agency_pt=13, dated_pt=14, title_pt=14)


@pytest.mark.parametrize(
    ("number", "printed"), [(None, "Số:        /BC-SKHCN"), ("5", "Số: 05/BC-SKHCN"), ("112", "Số: 112/BC-SKHCN")]
)
def test_the_number(number: str | None, printed: str) -> None:
    assert serial_words(replace(HEAD, number=number)) == printed


@pytest.mark.parametrize(
    ("dated", "printed"),
    [
        (DateLine(None, 1, 2022), "Ninh Thuận, ngày      tháng 01 năm 2022"),
        (DateLine(7, 2, 2022), "Ninh Thuận, ngày 07 tháng 02 năm 2022"),
        (DateLine(17, 3, 2022), "Ninh Thuận, ngày 17 tháng 3 năm 2022"),
        (DateLine(31, 12, 2022), "Ninh Thuận, ngày 31 tháng 12 năm 2022"),
    ],
)
def test_the_date(dated: DateLine, printed: str) -> None:
    assert date_words(replace(HEAD, dated=dated)) == printed


def test_the_words_of_the_head() -> None:
    file = opened(every_node())
    assert file.lines(Style.PARENT_AGENCY) == ["UBND TỈNH NINH THUẬN"]
    assert file.lines(Style.AGENCY) == ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
    assert file.lines(Style.NATIONAL_NAME) == [NATIONAL_NAME]
    assert file.lines(Style.MOTTO) == [MOTTO]
    assert file.lines(Style.SERIAL) == ["Số:        /BC-SKHCN"]
    assert file.lines(Style.TYPE_NAME) == ["BÁO CÁO"]
    assert file.lines(Style.ADDRESSEE) == ["Kính gửi: Ủy ban nhân dân tỉnh Ninh Thuận."]
    assert file.lines(Style.ADDRESSEES) == []


def test_several_addressees_stand_on_lines_of_their_own() -> None:
    file = opened(awkward())
    assert file.lines(Style.ADDRESSEES) == [
        "Kính gửi:",
        "- Bộ Khoa học và Công nghệ;",
        "- Ủy ban nhân dân tỉnh;",
        "- Ban Thường vụ Tỉnh ủy.",
    ]
    assert file.lines(Style.ADDRESSEE) == []


def test_marks_of_xml_and_quotes_are_only_words() -> None:
    subject = opened(awkward()).lines(Style.SUBJECT)
    assert subject == ['Kết quả <b>hoạt động</b> & "phối hợp" khoa học và công nghệ tháng 12 năm 2022 của Sở']


@pytest.mark.parametrize("document", [every_node(), awkward()], ids=["usual", "awkward"])
@pytest.mark.parametrize("profile", [DECREE_30, LARGEST], ids=["house", "largest"])
def test_nation_motto_and_date_fit_on_one_line_each(document: Document, profile: Profile) -> None:
    _, right = columns(opened(document, profile))
    date = date_words(document.head)
    assert width_pt(NATIONAL_NAME, profile.national_name_pt, bold=True) < right
    assert width_pt(MOTTO, profile.motto_pt, bold=True) < right
    assert width_pt(date, profile.dated_pt) < right


def test_the_two_sides_share_the_page_about_41_to_59() -> None:
    left, right = columns(opened(every_node()))
    assert left / (left + right) == pytest.approx(0.41, abs=0.01)


def test_rules_are_drawn_and_as_long_as_the_annex_says() -> None:
    agency, motto, subject = (
        int(cx) / EMU_PER_PT for cx in opened(replace(every_node(), appendices=())).values("//wp:extent/@cx")
    )
    assert motto == pytest.approx(width_pt(MOTTO, 13, bold=True), abs=0.1)
    assert 1 / 3 <= agency / width_pt("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, bold=True) <= 1 / 2
    for line in (
        "Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022",
        "và phương hướng nhiệm vụ tháng 02 năm 2022",
    ):
        assert 1 / 3 <= subject / width_pt(line, 14, bold=True) <= 1 / 2


def test_each_drawing_has_a_vml_line_beside_it_and_no_text_is_underlined() -> None:
    file = opened(awkward())
    assert len(file.find("//mc:Choice[@Requires='wps']//wps:wsp")) == len(file.find("//mc:Fallback//v:line")) == 5
    assert not file.find("//w:u | //w:pBdr")


def columns(file: Opened) -> tuple[float, float]:
    left, right = file.values("(//w:tbl)[1]/w:tblGrid/w:gridCol/@w:w")
    return int(left) / 20, int(right) / 20
