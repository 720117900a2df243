"""Text repair: old text is mended and said to be, the original is found again, clean text is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.charsets import BK_HCM2, CHARSETS, TCVN3, UTF8_MISREAD, VNI, Charset
from sokhcn.kernel.legacy import repair

SENTENCES = (
    "Đã tham mưu cấp thẩm quyền ban hành 06 văn bản chỉ đạo, điều hành lĩnh vực khoa học và công nghệ, cụ thể:",
    "Tham mưu tỉnh trình cấp trên ban hành Nghị quyết số 14-NQ/TU ngày 10/01/2022 về đẩy mạnh ứng dụng công nghệ.",
    "Tổ chức theo dõi, quản lý đúng quy trình đối với 30 nhiệm vụ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh).",
    "Hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp cho 01 doanh nghiệp; kết quả đều đạt yêu cầu.",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ, CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc",
    "Đoàn kiểm tra toàn tỉnh; tồn tại, hạn chế; đồn biên phòng; hồ sơ thanh toán; điều hòa, vai trò; nghĩa vụ.",
)
FOREIGN = (
    "Le développement économique à l'été, où l'hôtel naïf coûte 5 €; façade, œuvre, garçon, «été», ça, là, déjà vu.",
    "The café's résumé: 5 µm ± 2, 30 °C, § 12, © 2022, ½ cup, naïve coöperation, £3 × 4 ÷ 2, São Paulo, Zürich.",
    "def f(x: int) -> str: return f'{x!r}' + \"\\n\"  # TODO: ¬a · b, x² ≤ y³, 'ñ' != 'n'; regex [\\u00e0-\\u00ff]+",
    "Größe: 10 mm; Straße, Mädchen, Übung, año, señor, København, Ærø, Þingvellir, Москва, Αθήνα, 東京",
)
SYLLABLES = st.sampled_from(sorted({word for line in SENTENCES for word in line.split()}))


@pytest.mark.parametrize("charset", [*CHARSETS, UTF8_MISREAD], ids=lambda charset: charset.name)
def test_a_whole_text_comes_back(charset: Charset):
    text = "\n".join(SENTENCES[:4])
    done = repair(charset.encoded(text))
    assert done.text == text
    assert [finding.id for finding in done.findings] == ["letters.legacy"]
    assert charset.name in str(done.findings[0])
    assert done.findings[0].values["sure"] == "chắc"


@pytest.mark.parametrize("charset", [TCVN3, VNI, BK_HCM2], ids=lambda charset: charset.name)
def test_word_by_word_where_a_text_mixes(charset: Charset):
    text = "\n".join(SENTENCES[:4])
    mixed = "\n".join(charset.encoded(line) if n % 2 else line for n, line in enumerate(SENTENCES[:4]))
    assert repair(mixed).text == text


def test_capitals_that_tcvn3_lost_follow_the_letters_beside_them():
    done = repair(TCVN3.encoded("UỶ BAN NHÂN DÂN, CỘNG HÒA XÃ HỘI; Sở Khoa học và Công nghệ"))
    assert done.text == "UỶ BAN NHÂN DÂN, CỘNG HÒA XÃ HỘI; Sở Khoa học và Công nghệ"
    assert "Chữ hoa có dấu" in str(done.findings[0])


def test_a_font_tells_what_one_word_cannot():
    assert repair("tØnh").text == "tØnh"
    assert repair("tØnh", ".VnTime").text == "tỉnh"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("PHĨ VĂN PHỊNG", "PHÓ VĂN PHÒNG"),
        ("Cơng nghệ", "Công nghệ"),
        (
            "báo cáo cĩ 5 đồn kiểm tra tồn tỉnh, khơng tồn tại; đồn biên phịng",
            "báo cáo có 5 đoàn kiểm tra toàn tỉnh, không tồn tại; đồn biên phòng",
        ),
        (
            "Cộng hồ xã hội, hồ sơ, vai trị, nghĩa vụ, cơ sở, phịng thị trường",
            "Cộng hoà xã hội, hồ sơ, vai trò, nghĩa vụ, cơ sở, phòng thị trường",
        ),
    ],
)
def test_what_was_once_taken_for_vni_is_undone(wrong: str, right: str):
    done = repair(wrong)
    assert done.text == right
    assert [finding.id for finding in done.findings] == ["letters.false_vni"]


def test_a_strange_name_in_clean_text_stays():
    text = "Thôn Kơng có 05 hộ; đồng bào không còn hộ nghèo, có nhà văn hóa, đoàn thể vững mạnh."
    assert repair(text).text == text


def test_the_original_is_found_again():
    typed = VNI.encoded(SENTENCES[1])
    done = repair(typed)
    start = done.text.index("Nghị quyết")
    assert typed[slice(*done.trace.span(start, start + 10))] == "Nghò quyeát"
    assert done.findings[0].span is not None
    assert typed[slice(*done.trace.span(*done.findings[0].span))] == done.findings[0].values["before"]


@pytest.mark.parametrize("text", [*SENTENCES, *FOREIGN])
def test_clean_text_is_left_alone(text: str):
    done = repair(text)
    assert (done.text, done.findings) == (text, ())


@given(st.lists(SYLLABLES, max_size=40).map(" ".join), st.sampled_from(FOREIGN))
def test_clean_words_are_left_alone_in_any_company(text: str, foreign: str):
    assert repair(text).text == text
    assert repair(f"{text}\n{foreign}").text == f"{text}\n{foreign}"


@given(st.text())
def test_any_text_comes_through_and_keeps_its_places(text: str):
    done = repair(text)
    assert unicodedata.is_normalized("NFC", done.text) or not unicodedata.is_normalized("NFC", text)
    for place in range(len(done.text)):
        start, end = done.trace.span(place, place + 1)
        assert 0 <= start < end <= len(text)
