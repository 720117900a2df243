"""Headings that share their paragraph with other words, or have it on two lines."""

import pytest

from sokhcn.reader.counting import counts
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I. HÌNH THỨC\n1- Hình thức: Theo quy định tại Điều 15 có hai hình thức.\n- Thường xuyên.", ["I", "1"]),
        ("1. Kết quả thi vào lớp 10: Có 178 em đỗ.\n2. Kết quả năm học 2020-2021: Đã lên lớp 98%.", ["1", "2"]),
        ("1. Về ưu điểm (mục B.I.2 dự thảo): Nhất trí.\n2. Về hạn chế (mục C): Tiếp thu.", ["1", "2"]),
        ("a) Về kinh tế:\n- Tốt.\nb) Về văn hóa: Đã tổ chức lễ hội mùa xuân.", ["a", "b"]),
        ("1.1. Thời gian: ngày 12/2/2011\n1.2. Đối tượng: 100% em\n1.3. Chỉ tiêu: - 90% khá", ["1.1", "1.2", "1.3"]),
        ("1. Công tác cán bộ: Kiện toàn.\n2. Công tác thi đua: Phát động.\n3. Dân vận: Tốt.\n4. Hội nghị: Họp.\n"
         "5. Tiếp tục thực hiện quy chế dân chủ ở cơ sở.", ["1", "2", "3", "4"]),
    ],
)  # fmt: skip
def test_titles_that_share_their_paragraph(body: str, expected: list[str]) -> None:
    assert [number for _, number, _ in outline(body)] == expected


def test_chapters_and_sections_on_one_line_are_parted() -> None:
    first = "I. ĐẶC ĐIỂM TÌNH HÌNH 1. Thuận lợi\n- Được quan tâm.\n2. Khó khăn\nThiếu vốn. II. KẾT QUẢ CỤ THỂ\n"
    assert outline(f"{first}1. Trồng trọt\nTốt.") == [
        (1, "I", "ĐẶC ĐIỂM TÌNH HÌNH"),
        (2, "1", "Thuận lợi"),
        (2, "2", "Khó khăn"),
        (1, "II", "KẾT QUẢ CỤ THỂ"),
        (2, "1", "Trồng trọt"),
    ]


def test_a_document_on_one_line_is_unrolled() -> None:
    head = "UBND HUYỆN HÒA AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM PHÒNG NỘI VỤ Độc lập - Tự do - Hạnh phúc Số: 12/BC-PNV"
    top = f"{head} Hòa An, ngày 15 tháng 9 năm 2010 BÁO CÁO TỔNG KẾT CÔNG TÁC NĂM 2010 A- KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
    body = (
        "I - CÔNG TÁC TỔ CHỨC CÁN BỘ 1- Biên chế: - Có 38 công chức, nữ: 9. Đạt chuẩn cả. 2- Đào tạo: - Đã mở 04 lớp."
    )
    more = "Việc học tập được tổ chức hằng tháng cho mọi người tham gia đầy đủ, nghiêm túc và có kết quả. " * 4
    found = read(f"{top} {body} {more}B- PHƯƠNG HƯỚNG NHIỆM VỤ NĂM SAU 1- Nâng cao chất lượng: Làm tốt.")
    assert (found.header.agency, found.header.number, found.title.type) == ("PHÒNG NỘI VỤ", "12", "Báo cáo")
    assert [h.number for h in found.headings] == ["A", "I", "1", "2", "B", "1"]
    assert [str(count.value) for count in counts(found.flow, [(0, found.paragraphs[0][0])])] == ["38", "9", "4"]
