"""What is measured and priced: percentages, money, units, ratios, rates and ranges."""

from decimal import Decimal

import pytest

from sokhcn.document.understood import CountKind
from sokhcn.reader.counting import counts
from tests.reader.counting.saying import said


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("đạt 96,15% kế hoạch năm", ["96,15% = 96.15 percent"]),
        ("tỷ lệ 98,2 % số hộ", ["98,2 % = 98.2 percent"]),
        ("tăng 12.5% so với cùng kỳ", ["12.5% = 12.5 percent"]),
        ("giảm 3 phần trăm", ["3 phần trăm = 3 percent"]),
        ("tăng 0,5 điểm phần trăm", ["0,5 điểm phần trăm = 0.5 percent"]),
        ("đạt 93-95% yêu cầu", ["93-95% = 93..95 percent"]),
        ("từ 11,5 - 12,4%", ["11,5 - 12,4% = 11.5..12.4 percent"]),
        ("khoảng 30–50%", ["30–50% = 30..50 percent"]),
        ("từ 93% - 95%", ["93% - 95% = 93..95 percent"]),
        ("giảm từ 10,85% xuống còn 1,31%", ["10,85% = 10.85 percent", "1,31% = 1.31 percent"]),
        ("kinh phí 14.837,629 tỷ đồng", ["14.837,629 tỷ đồng = 14837.629 money"]),
        ("đạt 3.490.930 triệu đồng", ["3.490.930 triệu đồng = 3490930 money"]),
        ("lệ phí 2.000.000 đ", ["2.000.000 đ = 2000000 money"]),
        ("vốn 525 triệu USD", ["525 triệu USD = 525 money"]),
        ("phạt tiền 500 triệu.", ["500 triệu = 500 money"]),
        ("thu 43.527,30 triệu đồng", ["43.527,30 triệu đồng = 43527.30 money"]),
        ("ước 4,6 nghìn tỷ đồng", ["4,6 nghìn tỷ đồng = 4.6 money"]),
        ("hỗ trợ 15tr.đ cho hộ", ["15tr.đ = 15 money"]),
        ("trồng 535ha rừng", ["535ha = 535 measure"]),
        ("băng thông 20,5Tbps", ["20,5Tbps = 20.5 measure"]),
        ("diện tích 38.975m2 đất", ["38.975m2 = 38975 measure"]),
        ("xây 120 km đường", ["120 km = 120 measure"]),
        ("công suất 2,5 MW", ["2,5 MW = 2.5 measure"]),
        ("sản lượng 220 nghìn tấn", ["220 nghìn tấn = 220 measure"]),
        ("liều 0,12 mSv", ["0,12 mSv = 0.12 measure"]),
        ("trong 10 (mười) ngày", ["10 (mười) ngày = 10 measure"]),
        ("trong vòng 10 ngày làm việc", ["10 ngày làm việc = 10 measure"]),
        ("từ 05 đến 10 ngày", ["05 đến 10 ngày = 5..10 measure"]),
        ("sau 48 giờ", ["48 giờ = 48 measure"]),
        ("trẻ từ 12-17 tuổi", ["12-17 tuổi = 12..17 measure"]),
        ("thời hạn không quá 12 tháng", ["12 tháng = 12 measure"]),
        ("trong thời hạn 6 tháng", ["6 tháng = 6 measure"]),
        ("sau 10 năm thực hiện", ["10 năm = 10 measure"]),
        ("trong ba tháng", ["ba tháng = 3 measure"]),
        ("đạt 85,3 điểm", ["85,3 điểm = 85.3 measure"]),
        ("năng suất 60 tạ/ha", ["60 tạ/ha = 60 rate"]),
        ("thu nhập 65 triệu đồng/người/năm", ["65 triệu đồng/người/năm = 65 rate"]),
        ("cấp 1.200 m3/ngày", ["1.200 m3/ngày = 1200 rate"]),
        ("mật độ 160 người/km2", ["160 người/km2 = 160 rate"]),
        ("07/09 sở đã nộp báo cáo", ["07/09 sở = 7/9 ratio"]),
        ("đạt 19/19 tiêu chí", ["19/19 tiêu chí = 19/19 ratio"]),
        ("có 276/586 trường đạt chuẩn", ["276/586 trường = 276/586 ratio"]),
        ("Có 2/3 số cán bộ là nữ", ["2/3 số cán bộ = 2/3 ratio"]),
        ("lãi suất 6,5%/năm", ["6,5%/năm = 6.5 rate"]),
        ("chỉ số PCI đạt 0,4944.", ["0,4944 = 0.4944 measure"]),
        ("kể từ 11 tháng kể từ khi thành lập", ["11 tháng = 11 measure"]),
        ("tổng thu 9 tháng 20,8 tỷ đồng", ["20,8 tỷ đồng = 20.8 money"]),
        ("tăng gấp 2,5 lần", ["2,5 lần = 2.5 ratio"]),
        ("kiểm tra 02 lần trong năm", ["02 lần = 2"]),
    ],
)
def test_a_number_with_its_unit(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "scale"),
    [
        ("10 đồng", 1),
        ("2 nghìn tỷ đồng", 10**12),
        ("1,2 triệu lượt khách", 10**6),
        ("15tr.đ", 10**6),
        ("40 ty đồng", 10**9),
    ],
)
def test_a_scale_word_is_kept_beside_the_printed_value(sentence: str, scale: int) -> None:
    assert counts(sentence)[0].scale == scale


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("đạt 96,15% kế hoạch", "% kế hoạch"),
        ("trồng 535ha rừng", "ha rừng"),
        ("14,5 tỷ đồng", "tỷ đồng"),
        (
            "03 lớp tập huấn về khởi nghiệp đổi mới sáng tạo cho 100 người",
            "lớp tập huấn về khởi nghiệp đổi mới sáng tạo",
        ),
        ("02 nhiệm vụ hỗ trợ hệ sinh thái.", "nhiệm vụ hỗ trợ hệ sinh thái"),
        ("44 nhiệm vụ trọng tâm được ngành KH&CN xác lập.", "nhiệm vụ trọng tâm được ngành KH&CN xác lập"),
        ("163 phương tiện đo (PTĐ) các loại của", "phương tiện đo các loại"),
        (
            "11 nhiệm vụ về áp dụng A, đổi mới B và hệ sinh thái C (kèm theo)",
            "nhiệm vụ về áp dụng A, đổi mới B và hệ sinh thái C",
        ),
        ("Tổng số học sinh toàn trường là 418.", "học sinh toàn trường"),
    ],
)
def test_the_noun_goes_on_to_what_qualifies_it(sentence: str, noun: str) -> None:
    assert counts(sentence)[0].noun == noun


@pytest.mark.parametrize(
    "before",
    ["gần", "hơn", "khoảng", "ít nhất", "tối thiểu", "chưa đến", "dưới", "trên", "xấp xỉ", "ước đạt", "không quá"],
)
def test_a_word_before_it_says_that_a_number_is_not_exact(before: str) -> None:
    assert counts(f"Có {before} 500 doanh nghiệp.")[0].approximate
    assert counts(f"Có {before} 500 doanh nghiệp.")[0].value == Decimal(500)


def test_an_exact_number_is_exact() -> None:
    assert not counts("Có 500 doanh nghiệp trên địa bàn.")[0].approximate


def test_or_more_is_not_exact() -> None:
    assert counts("cơ sở có 10 lao động trở lên")[0].approximate


def test_trên_before_few_says_where() -> None:
    assert not counts("triển khai trên 3 lĩnh vực")[0].approximate


def test_the_scale_is_no_part_of_the_noun() -> None:
    [one] = counts("tiếp nhận 4,5 nghìn hồ sơ các loại")
    assert (one.noun, one.scale) == ("hồ sơ các loại", 1000)


def test_a_share_in_brackets_leaves_the_noun_to_what_follows() -> None:
    found = counts("Số trường đạt chuẩn bậc mầm non là 40 (50%), tiểu học 60 (75,5%), trung học 30 (60%).")
    assert [(int(one.value), one.elided) for one in found if one.kind is CountKind.COUNT] == [
        (40, False),
        (60, True),
        (30, True),
    ]


def test_two_scale_words_say_one_number() -> None:
    [one] = counts("đàn vịt 2 triệu 340 nghìn con")
    assert (one.value * one.scale, one.noun, one.kind) == (2_340_000, "con", CountKind.COUNT)


def test_so_many_times_more_is_a_ratio_also_when_it_is_about() -> None:
    assert [one.kind for one in counts("doanh thu tăng gần 3 lần so với năm trước")] == [CountKind.RATIO]
