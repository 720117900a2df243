"""Headings that share their paragraph with other words, or have it on two lines."""

import pytest

from tests.reader.plain import read

TOP = "BÁO CÁO\nKết quả tháng 01 năm 2022\n\n"


def outline(body: str) -> list[tuple[int, str | None, str]]:
    return [(h.level, h.number, h.title) for h in read(TOP + body).headings]


def test_a_number_alone_takes_the_title_below_it() -> None:
    body = "PHẦN THỨ NHẤT\nKẾT QUẢ\nI. Công tác chung\nTốt.\nPHẦN THỨ HAI\nPHƯƠNG HƯỚNG\nTiếp tục."
    assert outline(body) == [(1, "NHẤT", "KẾT QUẢ"), (2, "I", "Công tác chung"), (1, "HAI", "PHƯƠNG HƯỚNG")]


def test_run_in_titles_are_headings_and_their_text_is_not() -> None:
    found = read(TOP + "1. Công tác thanh tra: Đã kiểm tra 02 cơ sở.\n2. Công tác đo lường: Kiểm định 30 cân.")
    assert [h.title for h in found.headings] == ["Công tác thanh tra", "Công tác đo lường"]
    said = [found.flow[start:end] for start, end in found.paragraphs]
    assert "Đã kiểm tra 02 cơ sở." in said


@pytest.mark.parametrize(
    "body",
    [
        "1. Công tác thanh tra: Đã kiểm tra.\n2. Tham mưu ban hành kế hoạch năm.",
        "1. Ban hành các văn bản sau: Quyết định về đo lường.\n2. Tổ chức như sau: Họp hội đồng.",
        "1. Công tác thanh tra: đã kiểm tra.",
    ],
)
def test_numbered_sentences_with_a_colon_are_none(body: str) -> None:
    assert outline(body) == []


def test_capitals_without_numbers_stand_side_by_side() -> None:
    assert [level for level, _, _ in outline("CHUẨN BỊ\nTốt.\nKẾT QUẢ KIỂM TRA\nTốt.\nKIẾN NGHỊ\nKhông.")] == [1, 1, 1]


def test_the_title_of_a_part_goes_on_over_the_lines_right_below() -> None:
    body = "Phần thứ nhất\nKẾT QUẢ THỰC HIỆN KẾ HOẠCH\nNĂM 2022 CỦA TỈNH\n TÌNH HÌNH CHUNG\nTốt."
    assert [title for _, _, title in outline(body)] == [
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2022 CỦA TỈNH",
        "TÌNH HÌNH CHUNG",
    ]


def test_targets_are_items_though_a_colon_parts_them_from_their_amount() -> None:
    body = "I. CHỈ TIÊU\n1. Tỷ lệ hồ sơ đúng hạn: 98%\n2. Thu phí: đạt 50 triệu đồng\nII. NHIỆM VỤ\nKiểm định 30 cân."
    assert [number for _, number, _ in outline(body)] == ["I", "II"]


def test_a_title_before_its_explanation_in_brackets() -> None:
    found = read(
        "BÁO CÁO\nKết quả\n\nI. KẾT QUẢ\n1. Công tác tổ chức: (các kế hoạch đã ban hành)\n2. Công tác nhân sự:\nĐủ."
    )
    assert [heading.title for heading in found.headings] == ["KẾT QUẢ", "Công tác tổ chức", "Công tác nhân sự"]
