"""Numbers that count nothing: years, dates, codes, standards, provisions, ordinals, names, list numbers, periods."""

import pytest

from sokhcn.reader.counting import counts
from tests.reader.counting.saying import said


@pytest.mark.parametrize(
    "sentence",
    [
        # Dates, years, periods.
        "Ninh Thuận, ngày 14 tháng 01 năm 2022",
        "ngày 10/01/2022, 10-01-2022 và 10.01.2022",
        "từ 15/12/2021 đến 14/01/2022",
        "tháng 02/2022 và tháng 3 năm 2022",
        "Ngày 26/3, ngày 28.2",
        "đến năm 2025, định hướng đến năm 2030",
        "giai đoạn 2022-2025",
        "giai đoạn 2021 – 2030",
        "giai đoạn 20252035",
        "năm học 2023-2024",
        "quý I/2022, quý 2 năm 2022",
        "trong 6 tháng đầu năm",
        "kết quả 9 tháng và nhiệm vụ 3 tháng cuối năm",
        "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025",
        "trong năm 2022, 2023 và 2024",
        "từ 2020 đến 2025",
        "dịp lễ 30/4 và 01/5",
        "Quốc khánh 2/9",
        "tuần 04 tháng 6",
        "ngày 12 tháng 9",
        # Clock and telephone.
        "lúc 08h00, từ 7h30 đến 11 giờ 30 phút",
        "lúc 8 giờ",
        "trực 24/24h và 24/7",
        "vào 14:30 cùng ngày",
        "Điện thoại: 0259.3822728; Fax: 0259 3822 729",
        "ĐT 0918123456",
        # Papers, provisions, standards.
        "Quyết định số 2367/QĐ-UBND",
        "Nghị quyết 57-NQ/TW",
        "Kế hoạch 58/KH-UBND, Công văn 7096/UBND-KTTH",
        "Nghị định 13/2023/NĐ-CP",
        "điểm c khoản 2 Điều 30",
        "các khoản 1, 2 và 3 Điều 5; Điều 6, 7, 8 và 9",
        "tháng 5, 6, 7 năm 2022; các ngày 12, 13 và 14 tháng 5",
        "tối 30 Tết",
        "Mục 3 Chương 2 Phụ lục 1",
        "theo TCVN ISO 9001:2015",
        "QCVN 11:2015/BKHCN và ĐLVN 118:2020",
        "tiêu chuẩn ISO 22000 và ISO/IEC 17025",
        "thủ tục 1.014444.H38",
        "Mẫu số 01, biểu 02, bảng 3, hình 4",
        "số 12 đường Trần Phú",
        # Ordinals, ranks, names.
        "lần thứ 3, kỳ họp thứ 12",
        "khóa XIV, khóa 12",
        "xếp thứ 22/63 tỉnh, thành phố",
        "tiểu học lần 2 ở huyện",
        "Đề án 06 của Chính phủ",
        "Ban Điều hành Đề án 4 Bộ Tư pháp",
        "Chương trình 135 và Đề án 844",
        "phòng, chống dịch Covid-19",
        "cách mạng công nghiệp 4.0",
        "dịch vụ công mức độ 4 trên môi trường mạng",
        "mạng 5G, phương pháp 5S, học sinh lớp 12A1",
        "bụi PM2.5",
        "Vitamin B12 và H5N1",
        "Phường 5, Quận 1",
        "quốc lộ 1A, đường 27 tháng 7",
        "trường cấp 2 ở xã",
        "bản đồ tỷ lệ 1/500 và 1/2.000",
        # Numbers of lists and pages.
        "1. Công tác tham mưu văn bản",
        "2.1. Kết quả thực hiện",
        "8.1 Kiểm định, hiệu chuẩn",
        "3) Kiến nghị",
        "“2. Trong thời hạn quy định”",
        "- 12 -",
        "7",
        "Gồm: (1) tham mưu; (2) theo dõi; (3) báo cáo",
        "như đã nêu [12]",
        "1 Giám đốc Sở",
        "Thành phần gồm 1) Ông A 2) Ông B",
        "mô hình chính quyền địa phương 02 cấp",
        "biển số 85A-001.23, lớp 1A, phòng 305",
        "Hưởng ứng ngày Chuyển đổi số quốc gia 10.10, ngày 06",
        "Nhiệm vụ 1, bước 3, giai đoạn 2, loại 1",
        # Others.
        "https://so.example/123/45 và thu@so12.example",
        "Tài khoản 3713012345678",
        "1.23.4 hồ sơ",
        # Words that are no numbers.
        "trong năm nhiệm vụ được giao",
        "thứ ba, tháng tư, hàng trăm doanh nghiệp",
        "một số cơ quan, một doanh nghiệp",
        "ông Ba và bà Tư",
        "cơ chế một cửa",
        "năm 2022 doanh nghiệp gặp khó khăn",
    ],
)
def test_it_counts_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_what_a_citation_occupies_counts_nothing() -> None:
    text = "theo 12 nhiệm vụ và 05 lớp"
    assert [count.text for count in counts(text, [(5, 15)])] == ["05 lớp"]
