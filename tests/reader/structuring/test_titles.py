"""Titles: type, subject, and the periods that it names with their days."""

from datetime import date

import pytest

from tests.reader.plain import read


def titled(subject: str):
    return read(f"BÁO CÁO\n{subject}\n\nI. KẾT QUẢ\nNội dung.").title


@pytest.mark.parametrize(
    ("subject", "kind", "first", "last"),
    [
        ("Kết quả tháng 01 năm 2022 và phương hướng tháng 02 năm 2022", "month", date(2021, 12, 15), date(2022, 1, 14)),
        ("Kết quả tháng 3/2022", "month", date(2022, 2, 15), date(2022, 3, 14)),
        ("Kết quả quý I/2022, nhiệm vụ quý II/2022", "quarter", date(2021, 12, 15), date(2022, 3, 14)),
        ("Kết quả quý 3 năm 2022", "quarter", date(2022, 6, 15), date(2022, 9, 14)),
        ("Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022", "half", date(2021, 12, 15), date(2022, 6, 14)),
        ("Kết quả 9 tháng đầu năm 2022, nhiệm vụ quý IV", "nine_months", date(2021, 12, 15), date(2022, 9, 14)),
        ("Kết quả công tác năm 2022 và phương hướng năm 2023", "year", date(2021, 12, 15), date(2022, 12, 14)),
        ("Kết quả từ ngày 15/12/2021 đến ngày 14/01/2022", "window", date(2021, 12, 15), date(2022, 1, 14)),
    ],
)
def test_the_period_of_a_title(subject: str, kind: str, first: date, last: date) -> None:
    found = titled(subject)
    assert found.subject == subject
    assert found.period is not None
    assert (found.period.kind, found.period.first, found.period.last) == (kind, first, last)


@pytest.mark.parametrize(
    ("subject", "first"),
    [
        ("Kết quả tháng 12 năm 2022 và phương hướng tháng 01 năm 2023", date(2022, 12, 15)),
        ("Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022", date(2022, 6, 15)),
        ("Kết quả 9 tháng đầu năm 2022, nhiệm vụ quý IV", date(2022, 9, 15)),
        ("Kết quả công tác năm 2022 và phương hướng năm 2023", date(2022, 12, 15)),
    ],
)
def test_the_next_period_of_a_title(subject: str, first: date) -> None:
    following = titled(subject).next_period
    assert following is not None
    assert following.first == first


def test_a_window_by_convention_says_so() -> None:
    found = titled("Kết quả 9 tháng đầu năm 2022").period
    assert found is not None
    assert "quy ước" in found.note


def test_a_subject_may_name_no_period() -> None:
    assert titled("Tình hình triển khai Đề án 06").period is None


def test_a_subject_runs_over_lines_and_ends_at_the_addressee() -> None:
    text = """BÁO CÁO
Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022
và phương hướng nhiệm vụ tháng 02 năm 2022
Kính gửi: Ủy ban nhân dân tỉnh Ninh Thuận.

Thực hiện Công văn số 1/UBND-TH, Sở báo cáo như sau:"""
    found = read(text)
    assert found.title.subject == (
        "Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022 và phương hướng nhiệm vụ tháng 02 năm 2022"
    )
    assert found.addressees == ("Ủy ban nhân dân tỉnh Ninh Thuận",)


def test_addressees_in_a_list() -> None:
    text = "BÁO CÁO\nKết quả quý I/2022\n\nKính gửi:\n- UBND tỉnh;\n- Bộ Khoa học và Công nghệ.\n\nI. KẾT QUẢ\nA."
    assert read(text).addressees == ("UBND tỉnh", "Bộ Khoa học và Công nghệ")


def test_a_letter_has_its_subject_below_the_number() -> None:
    text = "SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 12/SKHCN-VP\nV/v báo cáo quý I năm 2022\n\nKính gửi: UBND tỉnh.\n\nNội dung."
    found = read(text).title
    assert (found.type, found.subject) == ("Công văn", "báo cáo quý I năm 2022")


@pytest.mark.parametrize("line", ["BÁO CÁO", "B Á O   C Á O", "BÁO  CÁO"])
def test_the_type_may_be_spaced(line: str) -> None:
    assert read(f"{line}\nKết quả quý I/2022\n\nI. KẾT QUẢ\nA.").title.type == "Báo cáo"


def test_type_and_subject_on_one_line() -> None:
    found = read("BÁO CÁO KẾT QUẢ HOẠT ĐỘNG THÁNG 5 NĂM 2022\n\nI. KẾT QUẢ\nA.").title
    assert (found.type, found.subject) == ("Báo cáo", "KẾT QUẢ HOẠT ĐỘNG THÁNG 5 NĂM 2022")
    assert found.period is not None


ENACTED = """QUYẾT ĐỊNH
VỀ VIỆC GIAO CHỈ TIÊU KIỂM ĐỊNH NĂM 2023
CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN KIM BẢNG
Căn cứ Luật Đo lường ngày 11 tháng 11 năm 2011;
QUYẾT ĐỊNH:
Điều 1. Giao Phòng Kinh tế kiểm định 120 cân."""


def test_who_enacts_belongs_neither_to_the_subject_nor_to_the_headings() -> None:
    found = read(ENACTED)
    assert found.title.subject == "VỀ VIỆC GIAO CHỈ TIÊU KIỂM ĐỊNH NĂM 2023"
    assert found.headings == ()


def test_a_subject_in_capitals_ends_where_the_body_begins() -> None:
    text = """KẾ HOẠCH
KIỂM TRA ĐO LƯỜNG
NĂM 2023
Thực hiện Quyết định số 12/QĐ-SKHCN, Chi cục lập kế hoạch như sau:
I. MỤC ĐÍCH
A."""
    assert read(text).title.subject == "KIỂM TRA ĐO LƯỜNG NĂM 2023"


def test_a_plan_of_action_is_a_plan() -> None:
    found = read("KẾ HOẠCH HÀNH ĐỘNG\nVÌ NƯỚC SẠCH\n\nI. MỤC TIÊU\nA.").title
    assert (found.type, found.subject) == ("Kế hoạch", "HÀNH ĐỘNG VÌ NƯỚC SẠCH")


def test_the_capitals_below_a_head_are_the_subject_where_the_type_is_lost() -> None:
    text = """SỞ XÂY DỰNG
Số: 51/KH-SXD | Huế, ngày 04 tháng 5 năm 2022 |
CẢI TẠO CHUNG CƯ CŨ NĂM 2022
A. SỰ CẦN THIẾT
Nhà đã cũ."""
    found = read(text)
    assert (found.title.type, found.title.subject) == (None, "CẢI TẠO CHUNG CƯ CŨ NĂM 2022")
    assert [h.title for h in found.headings] == ["SỰ CẦN THIẾT"]


def test_about_in_capitals_is_no_roman_five() -> None:
    found = read("QUYẾT ĐỊNH\nV/V GIAO CHỈ TIÊU KIỂM ĐỊNH\n\nĐiều 1. Giao 30 cân.")
    assert (found.title.subject, found.headings) == ("V/V GIAO CHỈ TIÊU KIỂM ĐỊNH", ())


def test_the_date_of_a_paper_in_the_subject_is_no_period() -> None:
    subject = "THỰC HIỆN NGHỊ QUYẾT SỐ 7-NQ/TU NGÀY 05 THÁNG 5 NĂM 2022 VỀ NHÀ Ở NĂM 2024"
    found = read(f"KẾ HOẠCH\n{subject}\n\nI. MỤC TIÊU\nA.").title
    assert found.period is not None
    assert found.period.kind == "year"


@pytest.mark.parametrize(
    ("lines", "kind", "subject"),
    [
        ("BÁO CÁO TÓM TẮT\nPHONG TRÀO THI ĐUA", "Báo cáo", "TÓM TẮT PHONG TRÀO THI ĐUA"),
        ("QUYẾT\nĐỊNH\nVề việc giao chỉ tiêu", "Quyết định", "Về việc giao chỉ tiêu"),
        ("BIÊN BẢN Kiểm tra thiết bị tháng 9", "Biên bản", "Kiểm tra thiết bị tháng 9"),
        (
            "BÁO CÁO TỔNG KẾT\n\nVÀ PHƯƠNG HƯỚNG\n\nNĂM HỌC 2011 - 2012",
            "Báo cáo",
            "TỔNG KẾT VÀ PHƯƠNG HƯỚNG NĂM HỌC 2011 - 2012",
        ),
    ],
)
def test_a_title_as_copies_print_it(lines: str, kind: str, subject: str) -> None:
    title = read(f"TRƯỜNG AN BÌNH\nSố: 05/BC-THAB\n\n{lines}\n\nCăn cứ kế hoạch năm học;\nI. KẾT QUẢ\nNội dung.").title
    assert (title.type, title.subject) == (kind, subject)


def test_a_letter_without_its_mark_is_told_by_its_symbol() -> None:
    top = "ĐẢNG ỦY AN BÌNH\nSố 31-CV/ĐU\nSơ kết hai năm sinh hoạt chi bộ\n\nKính gửi: Các chi bộ\n\nThực hiện kế hoạch."
    title = read(top).title
    assert (title.type, title.subject) == ("Công văn", "Sơ kết hai năm sinh hoạt chi bộ")
    assert read(top.replace("31-CV/ĐU", "31-BC/ĐU")).title.type is None
