"""Support tasks by kind, classes with their attendance, and a line of guidance for each body that was guided."""

from collections import Counter

import pytest

from sokhcn.areas.support import proposals as area
from tests.reported import cells, proposals

HEADING = "5. Hỗ trợ doanh nghiệp\n"


def test_tasks_by_kind() -> None:
    said = (
        "Hỗ trợ thực hiện 05 nhiệm vụ (02 nhiệm vụ về áp dụng hệ thống quản lý chất lượng; 02 nhiệm vụ về đổi mới "
        "công nghệ và 01 nhiệm vụ về khởi nghiệp)."
    )
    kinds = Counter(row.cells["Nội dung hỗ trợ"] for row in proposals(area, HEADING + said))
    assert list(kinds.values()) == [2, 2, 1]


def test_a_total_alone_is_of_no_kind() -> None:
    found = proposals(area, f"{HEADING}Đang hỗ trợ 02 nhiệm vụ.")
    assert cells(found, "Nội dung hỗ trợ") == [("Nội dung khác",)] * 2


def test_the_attendance_of_all_classes_stands_on_the_first() -> None:
    said = "Mở 02 lớp tập huấn về khởi nghiệp cho 45 doanh nghiệp, 30 cán bộ và 12 học viên."
    headings = ("Lĩnh vực", "Số doanh nghiệp dự", "Số người của sở, ban, ngành dự", "Số cá nhân khác dự")
    assert cells(proposals(area, HEADING + said), *headings) == [
        ("Khởi nghiệp đổi mới sáng tạo", "45", "30", "12"),
        ("Khởi nghiệp đổi mới sáng tạo", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ("sở hữu trí tuệ", "Sở hữu trí tuệ"),
        ("năng suất chất lượng", "Năng suất, chất lượng"),
        ("kỹ năng", "Lĩnh vực khác"),
    ],
)
def test_the_field_of_a_class_is_what_it_is_about(about: str, field: str) -> None:
    (row,) = proposals(area, f"{HEADING}Tổ chức 01 lớp tập huấn về {about}.")
    assert (row.cells["Nội dung tập huấn"], row.stands_for) == (about, "support.classes_other")
    assert row.cells["Lĩnh vực"].startswith(field)


def test_each_body_that_was_guided_and_what_for() -> None:
    found = proposals(area, f"{HEADING}Hướng dẫn đăng ký kiểu dáng công nghiệp cho 02 cơ sở.")
    assert [row.register for row in found] == ["co-so", "huong-dan-so-huu-cong-nghiep"] * 2
    assert {row.cells["Đối tượng sở hữu công nghiệp"] for row in found[1::2]} == {"Kiểu dáng công nghiệp"}
    assert found[0].cells["Tên"] == found[1].cells["Đơn vị được hướng dẫn"]


def test_parts_of_classes_and_tasks_that_began_or_ended_are_no_more_classes_and_tasks() -> None:
    said = (
        "- Đang hỗ trợ 02 nhiệm vụ.\n- Triển khai mới 03 nhiệm vụ hỗ trợ, hoàn thành 04 nhiệm vụ hỗ trợ.\n"
        "- Tổ chức 03 lớp tập huấn thuộc các lĩnh vực khác (01 lớp về năng suất, chất lượng và 02 lớp về sở hữu trí "
        "tuệ)."
    )
    found = Counter(row.register for row in proposals(area, HEADING + said))
    assert found == {"ho-tro-nhiem-vu": 2, "lop-tap-huan": 3}
