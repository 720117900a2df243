"""What a paragraph begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.reader.structuring.labels import Depth, label_of


@pytest.mark.parametrize(
    ("text", "depth", "number", "rest"),
    [
        ("I. KẾT QUẢ", Depth.ROMAN, "I", "KẾT QUẢ"),
        ("I- Đặc điểm tình hình", Depth.ROMAN, "I", "Đặc điểm tình hình"),
        ("XIV. PHỤ BIỂU", Depth.ROMAN, "XIV", "PHỤ BIỂU"),
        ("II/ KIẾN NGHỊ", Depth.ROMAN, "II", "KIẾN NGHỊ"),
        ("A. PHẦN CHUNG", Depth.CAPITAL, "A", "PHẦN CHUNG"),
        ("PHẦN THỨ HAI", Depth.PART, "HAI", ""),
        ("Phần I", Depth.PART, "I", ""),
        ("PHẦN THỨ NHẤT: KẾT QUẢ", Depth.PART, "NHẤT", "KẾT QUẢ"),
        ("Chương II QUY ĐỊNH CỤ THỂ", Depth.PART, "II", "QUY ĐỊNH CỤ THỂ"),
        ("Điều 12. Kỳ báo cáo", Depth.ARTICLE, "12", "Kỳ báo cáo"),
        ("1. Công tác tham mưu", Depth.ARABIC, "1", "Công tác tham mưu"),
        ("1) Công tác tham mưu", Depth.ARABIC, "1", "Công tác tham mưu"),
        ("1- Công tác tham mưu", Depth.ARABIC, "1", "Công tác tham mưu"),
        ("8.1 Công tác đo lường", Depth.ARABIC_2, "8.1", "Công tác đo lường"),
        ("8.2. Công tác đo lường", Depth.ARABIC_2, "8.2", "Công tác đo lường"),
        ("2.1.1. Về nhân lực", Depth.ARABIC_3, "2.1.1", "Về nhân lực"),
        ("a) Về tiến độ", Depth.LETTER, "a", "Về tiến độ"),
        ("đ) Về kinh phí", Depth.LETTER, "đ", "Về kinh phí"),
        ("- Tham mưu UBND tỉnh", Depth.DASH, "-", "Tham mưu UBND tỉnh"),
        ("– Tham mưu", Depth.DASH, "–", "Tham mưu"),
        ("• Tham mưu", Depth.DASH, "•", "Tham mưu"),
        ("+ Cấp tỉnh", Depth.PLUS, "+", "Cấp tỉnh"),
        ("+Cấp tỉnh", Depth.PLUS, "+", "Cấp tỉnh"),
    ],
)
def test_labels(text: str, depth: Depth, number: str, rest: str) -> None:
    found = label_of(text)
    assert found is not None
    assert (found.depth, found.number, text[found.size :]) == (depth, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "12 văn bản",
        "1.234 hồ sơ",
        "12,5%",
        "Công tác",
        "“2. Trong thời hạn 30 ngày",
        "21/12/2021",
        "10-12 nhiệm vụ",
        "Vì vậy",
        "Chương trình hành động",
        "Phần lớn các nhiệm vụ",
        "Điều này cho thấy",
        "",
        "-",
        "IVA",
        "X-quang trong chẩn đoán y tế",
        "5.1 triệu đồng",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(("text", "order"), [("IX. A", 9), ("4. A", 4), ("1.3. A", 3), ("đ) A", 5), ("PHẦN THỨ BA", 3)])
def test_a_label_says_which_of_its_siblings_it_is(text: str, order: int) -> None:
    found = label_of(text)
    assert found is not None
    assert found.order == order


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    found = label_of(text)
    assert found is None or (0 < found.size <= len(text) and (found.order or 1) >= 0)
