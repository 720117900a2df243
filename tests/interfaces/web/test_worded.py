"""Advice to give a command becomes the place on the pages where the same is done."""

import pytest
from django.utils.translation import override

from sokhcn.formats.pdf.render import font_note
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.spoken import spoken_note, spoken_reasons
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.finding import must
from sokhcn.reports.signing.accepted import ADVICE


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "Sổ đã khóa. Người mở lại được: Trần Thử, bằng lệnh ./sokhcn closing reopen 2022-01 so --until NGÀY.",
            "Sổ đã khóa. Người mở lại được: Trần Thử ở trang Chốt sổ của kỳ.",
        ),
        ("Chưa có đề cương. Xem: ./sokhcn outline list", "Chưa có đề cương. Xem: trang Đề cương và mẫu câu."),
        (
            "Bạn không ký được. Chọn người ký rồi tổng hợp lại: ./sokhcn report signer 2022-01 --name 'Trần Thử'",
            "Bạn không ký được. Chọn người ký rồi tổng hợp lại: trang Người ký, ngoại lệ của báo cáo.",
        ),
        ("Không tìm được. Làm lại: ./sokhcn reindex.", "Không tìm được."),
        ("Phải có lý do. Ghi lý do sau --reason.", "Phải có lý do. Ghi lý do."),
        ("Chưa chốt. Chốt bằng ./sokhcn closing close 2022-01 SỔ, nil.", "Chưa chốt. Chốt ở trang Chốt sổ của kỳ."),
        ("Số thứ 1 chưa giải quyết. --resolve '1=theo sổ', hoặc --resolve '1=sửa sổ'.", "Số thứ 1 chưa giải quyết."),
        ("Ghi đè đã đánh dấu. Bản trình ký: thêm --clean.", "Ghi đè đã đánh dấu."),
        ("Không có lệnh nào ở đây.", "Không có lệnh nào ở đây."),
    ],
)
def test_a_page_names_pages_and_no_commands(told, said):
    assert on_a_page(told) == said


def test_an_english_page_names_them_too():
    shut = "It is closed. Who can open it again: Leaders, with ./sokhcn closing reopen 2022-01 so --until DAY."
    with override("en"):
        assert on_a_page(shut) == ("It is closed. Who can open it again: Leaders on the page Closing of the period.")


def test_findings_say_in_english_what_to_do_and_which_names_were_meant():
    unsigned = must("signed.missing", "Ấn bản {edition} chưa có bản đã ký.", suggestion=ADVICE, edition="2022-01/1")
    chapter = must("x", "{type} gửi cấp trên mà thiếu “Kính gửi:”.", suggestion="Các mục: advice, radiation.", type="A")
    with override("en"):
        assert "Bring the signed file: the page Number and issue of the report." in sentence(unsigned)
        assert sentence(chapter) == "A to a higher body without “Kính gửi:”. There are: advice, radiation."
        assert spoken_reasons("báo cáo in ngày 10/01/2022; không ghi ngày") == (
            "the report prints the day 10/01/2022; does not say the day"
        )
        assert "lacks Times New Roman" in spoken_note(font_note("Tinos"))
