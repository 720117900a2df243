"""Heads: one column or two, drafts with blanks, Party papers."""

from datetime import date

import pytest

from tests.reader.plain import read

ONE_COLUMN = """UBND TỈNH NINH THUẬN
SỞ KHOA HỌC VÀ CÔNG NGHỆ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 125/BC-SKHCN
Ninh Thuận, ngày 17 tháng 01 năm 2022

BÁO CÁO
Kết quả hoạt động tháng 01 năm 2022

I. KẾT QUẢ
Nội dung."""

TABBED = """UBND TỈNH LÂM ĐỒNG\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ\tĐộc lập – Tự do – Hạnh phúc
-------\t---------------
Số: 04/BC-SKHCN\tLâm Đồng, ngày 5 tháng 3 năm 2021
BÁO CÁO
Tình hình hoạt động quý I năm 2021

1. Công tác chung
Nội dung."""

ONE_LINE = """UBND TỈNH AN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ Độc lập - Tự do - Hạnh phúc
Số: 88/BC-SKHCN     An Giang, ngày 02 tháng 6 năm 2023
BÁO CÁO
Kết quả hoạt động 6 tháng đầu năm 2023

I. KẾT QUẢ
Nội dung."""


@pytest.mark.parametrize(
    ("text", "parent", "agency", "number", "symbol", "place", "day"),
    [
        (
            ONE_COLUMN,
            "UBND TỈNH NINH THUẬN",
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "125",
            "BC-SKHCN",
            "Ninh Thuận",
            date(2022, 1, 17),
        ),
        (TABBED, "UBND TỈNH LÂM ĐỒNG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "04", "BC-SKHCN", "Lâm Đồng", date(2021, 3, 5)),
        (ONE_LINE, "UBND TỈNH AN GIANG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "88", "BC-SKHCN", "An Giang", date(2023, 6, 2)),
    ],
    ids=["one column", "tabs", "one line"],
)
def test_a_head(text: str, parent: str, agency: str, number: str, symbol: str, place: str, day: date) -> None:
    head = read(text).header
    assert (head.parent_agency, head.agency) == (parent, agency)
    assert (head.number, head.symbol, head.place, head.date) == (number, symbol, place, day)
    assert head.motto is not None


DRAFT = """Số:      /BC-SKHCN
Ninh Thuận, ngày      tháng 01 năm 2022

BÁO CÁO
Kết quả

1. Công tác
A."""


def test_a_draft_has_blanks() -> None:
    head = read(DRAFT).header
    assert (head.number, head.symbol, head.day, head.month, head.year) == (None, "BC-SKHCN", None, 1, 2022)
    assert head.date is None


def test_dots_are_blanks_too() -> None:
    head = read("Số: ....../BC-SKHCN\nHuế, ngày ..... tháng ..... năm 2024\nBÁO CÁO\nKết quả\n\n1. Công tác\nA.").header
    assert (head.number, head.day, head.month, head.year, head.place) == (None, None, None, 2024, "Huế")


def test_a_name_runs_over_lines() -> None:
    text = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NAM
SỞ KHOA HỌC
VÀ CÔNG NGHỆ
Số 12/BC-SKHCN
BÁO CÁO
Kết quả

1. Công tác
A."""
    head = read(text).header
    assert (head.parent_agency, head.agency) == ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "SỞ KHOA HỌC VÀ CÔNG NGHỆ")


def test_a_party_head() -> None:
    text = """TỈNH ỦY NINH THUẬN\tĐẢNG CỘNG SẢN VIỆT NAM
*
Số 14-NQ/TU\tNinh Thuận, ngày 10 tháng 01 năm 2022

NGHỊ QUYẾT
về đẩy mạnh ứng dụng khoa học

I- TÌNH HÌNH
A."""
    head = read(text).header
    assert (head.agency, head.number, head.symbol) == ("TỈNH ỦY NINH THUẬN", "14", "NQ/TU")
    assert head.date == date(2022, 1, 10)


def test_an_impossible_date_is_no_date_and_is_kept_in_parts() -> None:
    head = read("Số: 1/BC-X\nHuế, ngày 31 tháng 02 năm 2024\nBÁO CÁO\nKết quả\n\n1. Công tác\nA.").header
    assert (head.day, head.month, head.year, head.date) == (31, 2, 2024, None)


NARROW = """HỘI ĐỒNG
NHÂN DÂN
TỈNH HÀ NAM
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số:
17/2021/NQ-HĐND
|
Hà
Nam, ngày 09 tháng 12 năm 2021
|
NGHỊ QUYẾT
Về chính sách hỗ trợ đổi mới công nghệ

Điều 1. Phạm vi
A."""


def test_what_a_narrow_column_broke_is_one_again() -> None:
    head = read(NARROW).header
    assert (head.parent_agency, head.agency) == (None, "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM")
    assert (head.number, head.symbol) == ("17", "NQ-HĐND")
    assert (head.place, head.date) == ("Hà Nam", date(2021, 12, 9))


def test_bars_and_rules_part_columns() -> None:
    text = """CHI CỤC THỦY LỢI ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 30/CCTL-QLCT | Hà Nam, ngày 02 tháng 3 năm 2021 |
BÁO CÁO
Kết quả quý I năm 2021

1. Công tác
A."""
    head = read(text).header
    assert (head.agency, head.number, head.place, head.date) == ("CHI CỤC THỦY LỢI", "30", "Hà Nam", date(2021, 3, 2))


def test_a_letter_may_have_its_date_below_its_subject() -> None:
    text = """SỞ XÂY DỰNG
Số: 51/SXD-QLN
V/v kê khai nhà ở

Huế, ngày 04 tháng 5 năm 2022

Kính gửi: Phòng Quản lý đô thị các quận.

Nội dung."""
    found = read(text)
    assert (found.header.place, found.header.date) == ("Huế", date(2022, 5, 4))
    assert found.addressees == ("Phòng Quản lý đô thị các quận",)


def test_names_of_agencies_stand_above_the_number() -> None:
    text = """UBND TỈNH HÀ NAM
SỞ XÂY DỰNG
Số: 51/SXD-QLN
V/v kê khai nhà ở
CÔNG TY NƯỚC SẠCH
ĐẾN Số: 7

Kính gửi: Các công ty.

Nội dung."""
    head = read(text).header
    assert (head.parent_agency, head.agency) == ("UBND TỈNH HÀ NAM", "SỞ XÂY DỰNG")


def test_a_head_without_a_title_is_still_a_head() -> None:
    text = """SỞ XÂY DỰNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 51/KH-SXD | Huế, ngày 04 tháng 5 năm 2022 |
Thực hiện chỉ đạo của UBND tỉnh, Sở lập kế hoạch như sau:
1. Mục tiêu
A."""
    found = read(text)
    assert (found.header.agency, found.header.number, found.header.date) == ("SỞ XÂY DỰNG", "51", date(2022, 5, 4))
    assert [h.title for h in found.headings] == ["Mục tiêu"]


def test_one_syllable_is_no_superior_body() -> None:
    head = read("ỦY\nBAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 3/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\n1. Việc\nA.").header
    assert (head.parent_agency, head.agency) == (None, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")


def test_the_office_of_deputies_is_below_their_delegation() -> None:
    text = "ĐOÀN ĐBQH VÀ HĐND\nTỈNH HÀ NAM\nVĂN PHÒNG\nSố: 3/TB-VP\nTHÔNG BÁO\nLịch họp\n\n1. Việc\nA."
    head = read(text).header
    assert (head.parent_agency, head.agency) == ("ĐOÀN ĐBQH VÀ HĐND TỈNH HÀ NAM", "VĂN PHÒNG")


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 19/BC – H", "BC–H"),
        ("Số: 19/BC- THLA", "BC-THLA"),
        ("Số:. 19/SKHCN-QLCN", "SKHCN-QLCN"),
        ("Số:\n\n/BC-UBND", "BC-UBND"),
    ],
)
def test_a_number_with_spaces_in_it(number: str, symbol: str) -> None:
    head = read(f"TRƯỜNG TIỂU HỌC LONG AN\n{number}    Long An, ngày 05, tháng 4, năm 2012\nBÁO CÁO\nKết quả").header
    assert (head.symbol, head.place, head.date) == (symbol, "Long An", date(2012, 4, 5))


def test_a_blank_place_leaves_the_date() -> None:
    head = read("UBND XÃ ........\nSố: /BC-UBND\n........, ngày 20 tháng 6 năm 2018\nBÁO CÁO\nTình hình").header
    assert (head.place, head.date, head.symbol) == (None, date(2018, 6, 20), "BC-UBND")


@pytest.mark.parametrize(
    ("superior", "own"),
    [
        ("ĐOÀN TNCS HỒ CHÍ MINH", "BCH ĐOÀN TRƯỜNG AN BÌNH"),
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN AN BÌNH", "CÔNG ĐOÀN CƠ SỞ TRUNG TÂM"),
        ("BAN CHỈ ĐẠO HỘI THI CẤP TỈNH", "TIỂU BAN NỘI DUNG"),
    ],
)
def test_unions_and_committees_stand_in_two_floors(superior: str, own: str) -> None:
    head = read(f"{superior}\n{own}\nSố: 05/BC-ĐTN\nAn Bình, ngày 02 tháng 5 năm 2012\n\nBÁO CÁO\nTổng kết").header
    assert (head.parent_agency, head.agency) == (superior, own)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("SỞ Y TẾ\nSố: 33/BC-SYT\nHà Nội, 20/5/2020", "None|SỞ Y TẾ|33|BC-SYT|Hà Nội|20.5.2020"),
        ("SỞ Y TẾ\nSố: 33/BC-SYT\nHà Nội, ngày 20/5/2020", "None|SỞ Y TẾ|33|BC-SYT|Hà Nội|20.5.2020"),
        ("SỞ Y TẾ\nSố 33/BC-SYT\nNgày 20 tháng 5 năm 2020", "None|SỞ Y TẾ|33|BC-SYT|None|20.5.2020"),
        ("SỞ Y TẾ\nSố: 33/BC-SYT, ngày 20 tháng 5 năm 2020", "None|SỞ Y TẾ|33|BC-SYT|None|20.5.2020"),
        ("UBND XÃ A\nSố: 17BC/UBND\nQuận 2, ngày 3 tháng 4 năm 2019", "None|UBND XÃ A|17|BC/UBND|Quận 2|3.4.2019"),
        ("TỈNH ỦY\nSố 298 KH/TU\nAn Giang, ngày 3 tháng 4 năm 2019", "None|TỈNH ỦY|298|KH/TU|An Giang|3.4.2019"),
        (
            "BCH chi đoàn 12A Yên Minh, ngày 24 tháng 9 năm 2009",
            "None|BCH chi đoàn 12A|None|None|Yên Minh|24.9.2009",
        ),
        (
            "UBND HUYỆN HÒA AN TRƯỜNG THCS NÀ NẰM\nSố: 5/BC-NN\nHòa An, ngày 3 tháng 4 năm 2019",
            "UBND HUYỆN HÒA AN|TRƯỜNG THCS NÀ NẰM|5|BC-NN|Hòa An|3.4.2019",
        ),
        (
            "BCH ĐOÀN HUYỆN HÒA AN\tĐOÀN TNCS HỒ CHÍ MINH\n"
            "BCH ĐOÀN XÃ NÀ NẰM\nSố 5/BC-ĐTN\nNà Nằm, ngày 3 tháng 4 năm 2019",
            "BCH ĐOÀN HUYỆN HÒA AN|BCH ĐOÀN XÃ NÀ NẰM|5|BC-ĐTN|Nà Nằm|3.4.2019",
        ),
        (
            "TRƯỜNG THPT NÀ NẰM\nTỔ: TOÁN - TIN\nNà Nằm, ngày 3 tháng 4 năm 2019",
            "TRƯỜNG THPT NÀ NẰM|TỔ: TOÁN - TIN|None|None|Nà Nằm|3.4.2019",
        ),
    ],
)
def test_heads_as_copies_have_them(above: str, expected: str) -> None:
    head = read(f"{above}\n\nBÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\nTốt.").header
    day = f"{head.day}.{head.month}.{head.year}"
    assert f"{head.parent_agency}|{head.agency}|{head.number}|{head.symbol}|{head.place}|{day}" == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nà Nằm, ngày 15 tháng 9 năm 2020 DỰ THẢO KẾ HOẠCH", "Kế hoạch"),
        ("Nà Nằm, ngày 15 tháng 9 năm 2020. BÁO CÁO THÁNG 9", "Báo cáo"),
        ("BIÊN BẢN HỌP LỚP", "Biên bản"),
    ],
)
def test_a_type_that_shares_its_line(line: str, kind: str) -> None:
    found = read(f"TRƯỜNG THCS NÀ NẰM\nSố: 5/KH-NN\n{line}\n\nI. MỤC ĐÍCH\nTốt.")
    assert found.title.type == kind


def test_a_body_that_begins_right_below_the_title() -> None:
    leading = "Thực hiện Công văn số 128/CV-SNV ngày 03/8/2026 của sở Nội vụ,\nphòng báo cáo như sau:"
    found = read(f"BÁO CÁO\nKết quả rà soát công tác tiếp nhận hồ sơ\n{leading}\nI. KẾT QUẢ\nTốt.")
    assert found.title.subject == "Kết quả rà soát công tác tiếp nhận hồ sơ"


def test_a_number_with_any_room_behind_it_is_read_in_no_time() -> None:
    said = read(ONE_COLUMN.replace("Số: 125/", f"Số:{' ' * 9000}x\nSố: 125/"))
    assert said.header.number == "125"
