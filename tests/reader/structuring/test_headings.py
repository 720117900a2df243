"""Headings by number and wording; paragraphs of page breaks and cut lines; lists."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.letters import Hint, Line, Origin, Role
from sokhcn.reader.structure import structure
from tests.reader.plain import DECREE, letters, read

TOP = "BÁO CÁO\nKết quả tháng 01 năm 2022\n\n"


def outline(body: str, **more):
    return [(h.level, h.number, h.title) for h in read(TOP + body, **more).headings]


def test_the_usual_floors() -> None:
    body = """I. KẾT QUẢ
1. Công tác tham mưu
1.1. Văn bản
Đã ban hành.
a) Văn bản của tỉnh
- Một;
ĐÁNH GIÁ CHUNG
Tốt.
II. PHƯƠNG HƯỚNG
1. Tiếp tục triển khai.
2. Tham mưu ban hành."""
    assert outline(body) == [
        (1, "I", "KẾT QUẢ"),
        (2, "1", "Công tác tham mưu"),
        (3, "1.1", "Văn bản"),
        (4, "a", "Văn bản của tỉnh"),
        (2, None, "ĐÁNH GIÁ CHUNG"),
        (1, "II", "PHƯƠNG HƯỚNG"),
    ]


def test_parts_hold_roman_numbers() -> None:
    body = "PHẦN THỨ NHẤT\nKẾT QUẢ\nI- Công tác chung\nA.\nPHẦN THỨ HAI\nPHƯƠNG HƯỚNG\nI- Nhiệm vụ\nB."
    levels = [(level, number) for level, number, _ in outline(body)]
    assert levels[0] == (1, "NHẤT")
    assert (2, "I") in levels
    assert levels.count((1, "HAI")) == 1


def test_a_report_without_roman_numbers() -> None:
    body = "1. Công tác tham mưu\nĐã ban hành 02 văn bản.\n2. Công tác thanh tra\nKhông phát sinh."
    assert outline(body) == [(1, "1", "Công tác tham mưu"), (1, "2", "Công tác thanh tra")]


def test_numbered_sentences_are_items_and_so_is_a_short_one_among_them() -> None:
    body = """II. PHƯƠNG HƯỚNG
1. Tham mưu ban hành kế hoạch.
2. Triển khai các nhiệm vụ.
3. Báo cáo kết quả
4. Tổ chức hội nghị."""
    found = read(TOP + body)
    assert [h.number for h in found.headings] == ["II"]
    assert [(made.where, made.kind, len(made.items)) for made in found.items] == [("II", "numbered", 4)]


def test_a_quoted_number_is_no_heading() -> None:
    body = "1. Công tác tham mưu\n“2. Trong thời hạn 30 ngày”\nHết."
    assert [number for _, number, _ in outline(body)] == ["1"]


def test_lists_nest_and_stand_under_their_heading() -> None:
    body = """I. KẾT QUẢ
1. Công tác đo lường
Đã kiểm định:
- Cân các loại:
+ Cân bàn;
+ Cân treo.
- Áp kế.
2. Công tác khác
- Một.
II. PHƯƠNG HƯỚNG
1. Triển khai Nghị quyết. Trọng tâm:
- Dự thảo.
- Chương trình.
2. Tiếp tục thực hiện."""
    found = [(made.where, made.kind, len(made.items)) for made in read(TOP + body).items]
    assert found == [
        ("I.1", "bullet", 2),
        ("I.1", "bullet", 2),
        ("I.2", "bullet", 1),
        ("II", "numbered", 2),
        ("II.1", "bullet", 2),
    ]


def texts(body: str, **more):
    found = read(TOP + body, **more)
    made = letters(TOP + body)
    return [" ".join(made.text[start:end].split()) for start, end in found.paragraphs], found


def test_a_page_break_inside_a_sentence_is_mended() -> None:
    body = "1. Công tác chung\nThực hiện Chỉ thị số 57-CT/TU của Tỉnh\n\nủy về việc chấn chỉnh lề lối làm việc.\nHết."
    found, made = texts(body)
    assert found[1] == "Thực hiện Chỉ thị số 57-CT/TU của Tỉnh ủy về việc chấn chỉnh lề lối làm việc."
    assert "Tỉnh  ủy" in made.flow
    assert len(made.flow) == len(TOP + body)


def test_a_page_number_between_two_pages_does_not_part_a_sentence() -> None:
    body = "1. Công tác chung\nĐã kiểm định 163 phương tiện\n12\nđo của 50 cơ sở.\nHết."
    made = read(TOP + body, roles={"12": Role.PAGE_NUMBER})
    assert len(made.paragraphs) == 3
    assert "163 phương tiện    đo của" in made.flow


def test_lines_of_a_page_are_joined() -> None:
    body = """1. Công tác chung
Trong tháng 01 năm 2022 Sở Khoa học và Công nghệ đã tham mưu cho Ủy ban
Nhân dân tỉnh ban hành Quyết định về việc phê duyệt danh mục các nhiệm
Vụ khoa học và công nghệ cấp tỉnh thực hiện trong năm 2022 và năm 2023.
Kết quả tốt.
Trong tháng 01 năm 2022 Sở Khoa học và Công nghệ đã tham mưu cho Ủy ban
Nhân dân tỉnh ban hành Kế hoạch."""
    found, _ = texts(body)
    assert len(found) == 4
    assert found[1].endswith("và năm 2023.")


def test_an_open_bracket_goes_on() -> None:
    body = "1. Công tác chung\nĐã cấp 03 giấy phép (02 mới;\n01 gia hạn) cho cơ sở.\nHết."
    found, _ = texts(body)
    assert found[1] == "Đã cấp 03 giấy phép (02 mới; 01 gia hạn) cho cơ sở."


ODD = ["I. A", "1. Việc", "- Một;", "Nơi nhận:", "Số: 1/BC", "BÁO CÁO", "KT.", "", "a) b", "(", "x" * 90]


@given(st.lists(st.sampled_from(ODD) | st.text(max_size=30), max_size=25))
def test_no_text_raises_and_every_place_is_inside(rows: list[str]) -> None:
    text = "\n".join(rows)
    found = read(text)
    spans = [*found.paragraphs, *(h.span for h in found.headings), *(s for made in found.items for s in made.items)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len(found.flow) == len(text)


def test_a_code_alone_on_a_line_is_no_heading() -> None:
    assert outline("1. Công tác chung\nTriển khai Nghị quyết số\n14-NQ/TU.\nHết.") == [(1, "1", "Công tác chung")]


def test_a_heading_that_the_page_broke_is_one() -> None:
    rows = ["I. KẾT QUẢ HOẠT ĐỘNG KHOA HỌC THÁNG 01", "NĂM 2022", "Nội dung thứ nhất.", "Nội dung thứ hai.", "Hết."]
    text = TOP + "\n".join(rows)
    plain = letters(text)
    boxed = replace(plain, lines=tuple(replace(line, origin=_at(line)) for line in plain.lines))
    assert [h.title for h in structure(boxed, DECREE).headings] == ["KẾT QUẢ HOẠT ĐỘNG KHOA HỌC THÁNG 01 NĂM 2022"]


def _at(line: Line) -> Origin:
    """A place on paper, as wide as the line has letters."""
    return Origin(page=1, box=(90, 0, 90 + 6 * (line.end - line.start), 12))


def test_a_comma_says_that_a_heading_in_capitals_goes_on() -> None:
    found = read("BÁO CÁO\nKết quả\n\nI. NỘI DUNG,\nTIẾN ĐỘ\nCông việc xong.\nII. KIẾN NGHỊ\nKhông.").headings
    assert [h.title for h in found] == ["NỘI DUNG, TIẾN ĐỘ", "KIẾN NGHỊ"]


def test_amounts_behind_colons_make_no_headings() -> None:
    text = "BÁO CÁO\nKết quả\n\n1. Chi thường xuyên: 250 triệu đồng;\n2. Chi đầu tư: 400 triệu đồng.\n3. Dự phòng: 2%."
    assert read(text).headings == ()


def test_a_line_that_hangs_goes_on_whatever_the_next_begins_with() -> None:
    text = (
        "BÁO CÁO\nKết quả\n\n1. Công tác\nChương trình của giai đoạn\n2016-2020 đã xong.\n"
        "Ban Dân số -\nKế hoạch hóa họp."
    )
    found = read(text)
    assert [found.flow[slice(*span)] for span in found.paragraphs][1:] == [
        "Chương trình của giai đoạn 2016-2020 đã xong.",
        "Ban Dân số - Kế hoạch hóa họp.",
    ]


def test_a_basis_goes_on_up_to_its_mark() -> None:
    text = (
        "QUYẾT ĐỊNH\nVề A\n\nTheo đề nghị của Giám đốc Sở Xây dựng tỉnh\nHà Nam tại Tờ trình số 3/TTr-SXD.\n1. Việc\nB."
    )
    found = read(text)
    first = found.flow[slice(*found.paragraphs[0])]
    assert first == "Theo đề nghị của Giám đốc Sở Xây dựng tỉnh Hà Nam tại Tờ trình số 3/TTr-SXD."


def test_a_paragraph_without_a_mark_above_its_items_is_a_heading_among_sentences() -> None:
    text = """KẾ HOẠCH
Chuyển đổi số

I. MỤC TIÊU
1. Thống nhất nhận thức của mọi người.
2. Phân công rõ ràng.
3. Đạt các chỉ tiêu đã đề ra
a) Hạ tầng đến mọi thôn.
b) Dữ liệu được dùng chung.
4. Báo cáo kết quả hằng năm."""
    assert [h.title for h in read(text).headings] == ["MỤC TIÊU", "Đạt các chỉ tiêu đã đề ra"]


def test_a_line_of_one_syllable_goes_on_with_a_heading_in_capitals() -> None:
    found = read("BÁO CÁO\nKết quả\n\nI. TÌNH HÌNH PHÁT TRIỂN LÀNG\nNGHỀ\n1. Đặc điểm\nA.\nII. KIẾN NGHỊ\nKhông.")
    assert found.headings[0].title == "TÌNH HÌNH PHÁT TRIỂN LÀNG NGHỀ"


def test_an_appendix_and_its_title_head_no_part_of_the_body() -> None:
    text = "BÁO CÁO\nKết quả\n\nI. NỘI DUNG\nViệc xong.\n\nPHỤ LỤC SỐ 1\n\nDANH MỤC NHIỆM VỤ\n(Kèm theo Báo cáo)\n12"
    assert [h.title for h in read(text).headings] == ["NỘI DUNG"]


def test_a_title_may_end_in_a_word_that_elsewhere_hangs_on_the_next_line() -> None:
    body = """I. ĐÁNH GIÁ
1. Kết quả đạt được
Các phòng đã hoàn thành kế hoạch.
2. Khó khăn, tồn tại
Kinh phí cấp chậm.
3. Quan điểm chỉ đạo
(1) Bám sát kế hoạch của tỉnh.
(2) Phân công rõ việc."""
    titles = [title for _, _, title in outline(body)]
    assert titles == ["ĐÁNH GIÁ", "Kết quả đạt được", "Khó khăn, tồn tại", "Quan điểm chỉ đạo"]


def test_titles_with_a_colon_are_headings_where_they_have_items_of_their_own() -> None:
    body = """1. Công tác đo lường:
- Kiểm định 30 cân.
2. Công tác tiếp nhận, thẩm định hồ sơ công bố hợp quy và hợp chuẩn của các cơ sở sản xuất trên địa bàn tỉnh:
- Tiếp nhận 05 hồ sơ.
3. Về chuyển đổi số.
- Cập nhật cổng thông tin."""
    assert [number for _, number, _ in outline(body)] == ["1", "2", "3"]


def test_a_long_lead_sentence_with_a_colon_is_none() -> None:
    body = """1. Công tác đo lường:
- Kiểm định 30 cân.
2. Trong tháng, Sở đã phối hợp với Ủy ban nhân dân các huyện, thành phố tiến hành các cuộc kiểm tra sau đây:
- Kiểm tra xăng dầu."""
    assert [number for _, number, _ in outline(body)] == ["1"]


def test_items_without_marks_have_nothing_below_them_in_a_report_that_says_something() -> None:
    body = """I. KẾT QUẢ
1. Công tác đo lường
Kiểm định 30 cân.
2. Công tác thanh tra
Kiểm tra 02 cơ sở.
II. PHƯƠNG HƯỚNG
1. Kiểm định các trạm cân
2. Tập huấn cho 03 xã
Trên đây là báo cáo tháng."""
    assert [number for _, number, _ in outline(body)] == ["I", "1", "2", "II"]


def test_a_mere_outline_has_nothing_below_any_title() -> None:
    assert len(outline("I. KẾT QUẢ\n1. Công tác đo lường\n2. Công tác thanh tra\nII. PHƯƠNG HƯỚNG")) == 4


def test_a_copy_breaks_titles_wherever_its_lines_end() -> None:
    body = """I. CĂN CỨ XÂY DỰNG
KẾ HOẠCH
1. Công tác
ATBX
Cấp 02 giấy phép cho các cơ sở y tế trên địa bàn."""
    assert [title for _, _, title in outline(body)] == ["CĂN CỨ XÂY DỰNG KẾ HOẠCH", "Công tác ATBX"]


def test_the_title_behind_a_cover_heads_no_part() -> None:
    body = "Kính thưa các đồng chí!\n\nBÁO CÁO CỦA UBND TỈNH\n\nBÁO CÁO\n\nI. KẾT QUẢ\nTốt."
    assert [title for _, _, title in outline(body)] == ["KẾT QUẢ"]


def test_numbers_that_lost_their_mark() -> None:
    first = "I Thành phần\n1 Đại diện tổ kiểm tra:\n- Một người.\n2 Đơn vị được kiểm tra:\nTổ văn phòng.\n"
    body = first + "II Kết quả kiểm tra:\n* Ưu điểm:\n- Quản lý tốt\n* Hạn chế: Không"
    assert [number for _, number, _ in outline(body)] == ["I", "1", "2", "II"]


def test_a_line_that_counts_is_no_heading() -> None:
    counts = "1. Tổng số hồ sơ của đơn vị: 45 hồ sơ, trong đó:\n- Mới: 40.\na) Số trường có sân chơi sạch đẹp: 01\n"
    body = f"I. QUY MÔ\n{counts}b) Số trường có nước sạch: 02\nII. KẾT QUẢ\nNội dung."
    assert outline(body) == [(1, "I", "QUY MÔ"), (1, "II", "KẾT QUẢ")]


def test_an_excerpt_begins_with_its_heading() -> None:
    found = read("LĨNH VỰC KINH TẾ\n1. Sản xuất:\n1.1 Về trồng trọt:\nĐã gieo 226 ha.\n2. Chăn nuôi:\nĐàn bò tăng.")
    assert [heading.title for heading in found.headings] == [
        "LĨNH VỰC KINH TẾ",
        "Sản xuất",
        "Về trồng trọt",
        "Chăn nuôi",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I. KẾT QUẢ\nI.1. Công tác chỉ đạo\nTốt.\nI.2. Công tác kiểm tra\nTốt.", ["I", "I.1", "I.2"]),
        ("PHẦN A. KẾT QUẢ\nTốt.\nPHẦN B. KẾ HOẠCH\nTốt.", ["A", "B"]),
        ("A KẾT QUẢ ĐẠT ĐƯỢC\nTốt.\nB Phương hướng nhiệm vụ:\nTốt.", ["A", "B"]),
        ("1. A.   NHIỆM VỤ TRỌNG TÂM\nTốt.\n2. B.   NHIỆM VỤ CỤ THỂ\nTốt.", ["A", "B"]),
        ("I/- CHỦ ĐỀ:\n1/- Chủ đề năm học\nTốt.\n2/- Chủ đề tháng\nTốt.", ["I", "1", "2"]),
        ("I. Thời gian\nTốt.\nll. Thành phần tham dự :\nĐủ.\nlll. Thư ký :\nCó.", ["I", "II", "III"]),
        ("2. Cán bộ\nTốt.\n2.1- Quy hoạch\nTốt.\n2.2/ Đào tạo\nTốt.", ["2", "2.1", "2.2"]),
        ("1. Tổ chức.\n- Tốt.\n2. Cán bộ.\n- Tốt.", ["1", "2"]),
        ("I. Đặc điểm.\n1. Thuận lợi:\nTốt.", ["I", "1"]),
        ("1. Phát động đợt thi đua đặc biệt mừng ngày thành lập Đoàn Thanh niên.\n1.1. Mục đích\nTốt.", ["1", "1.1"]),
        ("V. ĐÁNH GIÁ\n1. Ưu điểm\n2. Hạn chế, tồn tại\nVI. KIẾN NGHỊ\nKhông.", ["V", "1", "2", "VI"]),
        ('I. PHONG TRÀO\n1. “Tuổi trẻ sáng tạo”\nTốt.\n2. "Năm xung kích"\nTốt.', ["I", "1", "2"]),
    ],
)  # fmt: skip
def test_labels_as_people_type_them(body: str, expected: list[str]) -> None:
    assert [number for _, number, _ in outline(body)] == expected


def test_items_numbered_as_the_headings_that_hold_them() -> None:
    items = "1.Các phòng đã xây dựng kế hoạch.\n2.Bộ phận một cửa có niêm yết.\n3.Việc quán triệt đã xong.\n"
    body = f"1. Công tác chỉ đạo\n{items}2. Tiếp nhận hồ sơ\nTốt.\n3. Trả kết quả\nTốt."
    assert [title for _, _, title in outline(body)] == ["Công tác chỉ đạo", "Tiếp nhận hồ sơ", "Trả kết quả"]


@pytest.mark.parametrize(
    "line", ["TỔNG CỘNG", "HỌ VÀ TÊN", "KÍNH THƯA ĐẠI HỘI!", ". CBQL: 02", "368.000.000 ĐỒNG", "SỞ Y TẾ"]
)
def test_capitals_that_head_nothing(line: str) -> None:
    head = "UBND TỈNH AN BÌNH\nSỞ Y TẾ\nSố: 5/BC-SYT\nAn Bình, ngày 3 tháng 4 năm 2019\n\n"
    found = read(f"{head}{TOP}{line}\nI. KẾT QUẢ\nTốt.\n{line}\nII. HẠN CHẾ\nChậm.")
    assert [h.number for h in found.headings] == ["I", "II"]


def test_what_the_file_itself_calls_a_heading() -> None:
    plain = letters(TOP + "Kết quả nổi bật\nTốt.")
    styled = [replace(one, hint=Hint(level=2)) if plain.of(one) == "Kết quả nổi bật" else one for one in plain.lines]
    found = structure(replace(plain, lines=tuple(styled)), DECREE)
    assert [h.title for h in found.headings] == ["Kết quả nổi bật"]
