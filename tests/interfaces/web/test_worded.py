"""Advice to give a command becomes the place on the pages where the same is done."""

import pytest

from sokhcn.interfaces.web.worded import on_a_page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "Sổ đã khóa. Người mở lại được: Trần Thử, bằng lệnh ./sokhcn closing reopen 2022-01 so --until NGÀY.",
            "Sổ đã khóa. Người mở lại được: Trần Thử ở trang Chốt sổ của kỳ.",
        ),
        ("Chưa có đề cương. Xem: ./sokhcn outline list", "Chưa có đề cương. Xem: trang Đề cương và danh mục."),
        (
            "Bạn không ký được. Chọn người ký rồi tổng hợp lại: ./sokhcn report signer 2022-01 --name 'Trần Thử'",
            "Bạn không ký được. Chọn người ký rồi tổng hợp lại: trang Người ký, ngoại lệ của báo cáo.",
        ),
        ("Không tìm được. Làm lại: ./sokhcn reindex.", "Không tìm được."),
        ("Phải có lý do. Ghi lý do sau --reason.", "Phải có lý do. Ghi lý do."),
        ("Không có lệnh nào ở đây.", "Không có lệnh nào ở đây."),
    ],
)
def test_a_page_names_pages_and_no_commands(told, said):
    assert on_a_page(told) == said
