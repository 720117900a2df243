"""A count and its parts inside a sentence: which numbers belong together, and whether they fit."""

import pytest

from sokhcn.reader.counting import breakdowns, counts
from tests.reader.counting.saying import broken_down


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # In brackets.
        ("30 nhiệm vụ khoa học và công nghệ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh)", ["sum 30 = 5 + 25"]),
        ("11 nhiệm vụ về A (06 nhiệm vụ về B; 03 nhiệm vụ về C và 02 nhiệm vụ hỗ trợ D)", ["sum 11 = 6 + 3 + 2"]),
        (
            "32 văn bản (01 nghị quyết, 01 quyết định, 30 văn bản khác (trong đó có 01 văn bản quy phạm pháp luật))",
            ["sum 32 = 1 + 1 + 30", "part 30 = 1"],
        ),
        (
            "25 đề tài, dự án (trong đó: 22 đề tài cấp tỉnh, 03 đề tài cấp cơ sở), đạt 96,15% kế hoạch năm (26 đề tài)",
            ["sum 25 = 22 + 3"],
        ),
        ("giảm 40 lượt người (6 tháng đầu năm 2019 có 12 lượt đoàn, 130 lượt người)", []),
        ("tiếp 90 lượt (năm 2018: 40 lượt; năm 2019: 50 lượt)", ["sum 90 = 40 + 50"]),
        ("tiếp nhận 50 hồ sơ (20 hồ sơ mới; 25 hồ sơ gia hạn)", ["sum 50 = 20 + 25 !"]),
        ("120 đơn (khiếu nại 86, tố cáo 34)", ["sum 120 = 86 + 34"]),
        ("64 đơn khiếu nại, tố cáo (48 đơn khiếu nại và 16 đơn tố cáo)", ["sum 64 = 48 + 16"]),
        ("276/586 trường (52 trường mầm non; 146 trường tiểu học; 78 trường khác)", ["sum 276 = 52 + 146 + 78"]),
        # After a word.
        (
            "48 nhiệm vụ KHCN, trong đó có 35 nhiệm vụ cấp tỉnh chuyển tiếp từ năm trước, 13 nhiệm vụ thực hiện mới",
            ["sum 48 = 35 + 13"],
        ),
        ("thanh tra tại 100 cơ sở gồm 24 cá nhân và 76 tổ chức; xử phạt 1 trường hợp", ["sum 100 = 24 + 76"]),
        ("129 công trình, bao gồm 29 công trình mới, 100 công trình cũ", ["sum 129 = 29 + 100"]),
        ("Tổng số 28 nhiệm vụ: 22 nhiệm vụ cấp tỉnh, 06 nhiệm vụ cấp cơ sở.", ["sum 28 = 22 + 6"]),
        ("28 nhiệm vụ chia ra 22 nhiệm vụ cấp tỉnh, 06 nhiệm vụ cấp cơ sở.", ["sum 28 = 22 + 6"]),
        ("Cấp 50 chứng chỉ, trong đó có 20 chứng chỉ cấp mới.", ["part 50 = 20"]),
        (
            "300 thủ tục gồm 180 thủ tục cấp tỉnh và 120 thủ tục cấp xã; trong đó trực tuyến một phần 210 thủ tục",
            ["sum 300 = 180 + 120", "part 300 = 210"],
        ),
        (
            "Phạt 900 trường hợp, tạm giữ 60 trường hợp. Trong đó, tỉnh phạt 850 trường hợp, tạm giữ 55 trường hợp.",
            [],
        ),
        ("Cấp 50 chứng chỉ, trong đó có 60 chứng chỉ cấp mới.", ["part 50 = 60 !"]),
        ("tổ chức 03 lớp cho 100 học viên, trong đó 40 nữ.", ["part 100 = 40"]),
        ("Còn 7.172 hồ sơ, có 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ quá hạn.", ["sum 7172 = 5950 + 1222"]),
        ("Có 190 trường đạt chuẩn. Trong đó, mầm non 81 trường, tiểu học 109 trường.", ["sum 190 = 81 + 109"]),
        # A part's noun before it, or left out.
        ("30 nhiệm vụ, trong đó: cấp tỉnh 25 nhiệm vụ; cấp quốc gia 05 nhiệm vụ.", ["sum 30 = 25 + 5"]),
        ("30 nhiệm vụ, trong đó 23 hoàn thành, 07 đang thực hiện.", ["sum 30 = 23 + 7"]),
        ("25 đề tài (22 cấp tỉnh, 03 cấp cơ sở)", ["sum 25 = 22 + 3"]),
        # Money and measures, rounded.
        ("565,34 tỷ đồng (ngân sách 365,11 tỷ đồng, nguồn khác 200,22 tỷ đồng)", ["sum 565.34 = 365.11 + 200.22"]),
        ("565.339 triệu đồng (365.119 triệu đồng và 200.221 triệu đồng)", ["sum 565339 = 365119 + 200221"]),
        ("162.332 triệu đồng (100.112 triệu đồng và 62.223 triệu đồng)", ["sum 162332 = 100112 + 62223 !"]),
        ("1,2 tỷ đồng (700 triệu đồng và 500 triệu đồng)", ["sum 1.2 = 700 + 500"]),
        ("4.137 ha, trong đó ngô 1.022 ha, lạc 559 ha", ["part 4137 = 1022 + 559"]),
        ("hơn 100 cơ sở (60 cơ sở y tế và 43 cơ sở công nghiệp)", ["sum 100 = 60 + 43"]),
        # Groups that share members.
        ("50 học viên, trong đó 30 nữ, 25 công chức", ["part 50 = 30 + 25"]),
    ],
)
def test_parts_belong_to_their_total(sentence: str, expected: list[str]) -> None:
    assert broken_down(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức 03 lớp tập huấn cho 100 doanh nghiệp và 80 đối tượng thuộc các sở.",
        "Tổ chức 03 lớp (100 học viên và 80 khách mời).",
        "đạt 96,15% kế hoạch năm (26 đề tài)",
        "đạt 74,6% kế hoạch, trong đó vụ mùa đạt 80%, vụ đông đạt 20%",
        "163 phương tiện đo (PTĐ) các loại của 50 cơ sở",
        "Kiểm tra 20 cơ sở. Cấp 05 giấy phép (02 cấp mới) cho doanh nghiệp",
        "diện tích lúa 2.574 ha, đạt 95%; ngô: 2.373 ha, đạt 90%; rau: 693 ha",
        "12 hồ sơ; 05 hồ sơ của tháng trước",
    ],
)
def test_other_numbers_are_no_parts(sentence: str) -> None:
    assert broken_down(sentence) == []


def test_names_in_brackets_are_counted() -> None:
    text = "cấp 02 Giấy phép (thiết bị X-quang cho Trung tâm y tế huyện Ninh Hải và Công ty TNHH Trí Đức); 01 Chứng chỉ"
    (found,) = breakdowns(text, counts(text))
    assert [text[slice(*item)] for item in found.items] == ["Trung tâm y tế huyện Ninh Hải", "Công ty TNHH Trí Đức"]
    assert (found.kind, found.consistent) == ("list", True)


def test_other_names_in_brackets_alarm_nobody() -> None:
    text = "cấp 03 Giấy phép (cho Trung tâm y tế huyện Ninh Hải và Công ty TNHH Trí Đức)"
    assert breakdowns(text, counts(text)) == ()


@pytest.mark.parametrize(
    ("sentence", "names", "held"),
    [
        (
            "phát hiện 3 cơ sở vi phạm, gồm: Cửa hàng A (Bác Ái), Cửa hàng B 2 và Cửa hàng C; các cơ sở khác đạt.",
            3,
            True,
        ),
        ("Ban hành 02 kế hoạch: Kế hoạch cải cách hành chính; Kế hoạch kiểm tra.", 2, True),
        ("Ban hành 03 kế hoạch: Kế hoạch cải cách hành chính; Kế hoạch kiểm tra.", 2, False),
    ],
)
def test_names_behind_a_colon_are_counted(sentence: str, names: int, held: bool) -> None:
    (found,) = breakdowns(sentence, counts(sentence))
    assert (found.kind, len(found.items), found.consistent) == ("list", names, held)


def test_a_breakdown_stands_where_total_and_parts_stand() -> None:
    text = "Có 30 đề tài (05 đề tài mới, 25 đề tài cũ)."
    (found,) = breakdowns(text, counts(text))
    assert found.text == text[slice(*found.span)] == "30 đề tài (05 đề tài mới, 25 đề tài cũ)"
