"""What can be a Vietnamese syllable, and what cannot."""

import pytest

from sokhcn.kernel.syllables import is_syllable

REPORT = """Đã tham mưu cấp thẩm quyền ban hành 06 văn bản chỉ đạo điều hành lĩnh vực cụ thể trình Tỉnh ủy Nghị quyết
về đẩy mạnh ứng dụng phát triển khoa học công nghệ và đổi mới sáng tạo đến năm định hướng Chiến lược Sở
hữu trí tuệ trên địa bàn Quyết định chức năng nhiệm vụ quyền hạn và cơ cấu tổ chức của Chi cục Tiêu chuẩn
Đo lường Chất lượng trực thuộc phê duyệt Kế hoạch ứng phó sự cố bức xạ hạt nhân quốc gia hỗ trợ doanh
nghiệp nâng cao suất sản phẩm hàng hóa phương hướng giải pháp giếng giết gì gìn quý quỹ khuỷu khuya
nghiêng nguyễn huynh uyển yếu ý Ý ngoằn xoong kỹ mỹ lý ưỡn ghế nghe thuở quờ huơ"""


@pytest.mark.parametrize("word", [word for word in REPORT.split() if word.isalpha()])
def test_words_of_reports(word: str):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["phịng", "cơng", "cĩ", "kà", "cẻ", "ngề", "các\u0300", "bac\u0309", "hôtel", "naïve", "strasse", ""]
)
def test_no_words(word: str):
    assert not is_syllable(word)
