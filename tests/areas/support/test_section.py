"""The chapter on support, in words."""

import pytest

from tests.areas.registers import chapter, load_demo, values
from tests.areas.support.factories import DAY, guidance, payment, startup, task, training

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("support")
    assert values("support", of=agency) == {
        "tasks": 11,
        "tasks_quality_system": 6,
        "tasks_technology": 3,
        "tasks_startup": 2,
        "beneficiaries": 10,
        "tasks_completed": 1,
        "classes": 3,
        "class_enterprises": 100,
        "class_officials": 80,
        "ip_enterprises": 1,
    }
    assert chapter("support", of=agency) == [
        "- Hỗ trợ thực hiện 11 nhiệm vụ về áp dụng hệ thống quản lý tiên tiến, đổi mới công nghệ và hệ sinh thái "
        "khởi nghiệp đổi mới sáng tạo (06 nhiệm vụ về áp dụng hệ thống quản lý chất lượng tiên tiến; "
        "03 nhiệm vụ về đổi mới công nghệ và 02 nhiệm vụ hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo).",
        "- Tổ chức 03 lớp tập huấn về khởi nghiệp đổi mới sáng tạo cho 100 doanh nghiệp và 80 đối tượng thuộc các sở, "
        "ban, ngành có liên quan nhằm nâng cao nhận thức về đổi mới sáng tạo.",
        "- Hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp cho 01 doanh nghiệp.",
    ]


def test_an_empty_month_says_so():
    assert chapter("support") == ["Trong kỳ không phát sinh."]


QUALITY, TECHNOLOGY = "áp dụng hệ thống quản lý tiên tiến", "đổi mới công nghệ"
STARTUP = "hệ sinh thái khởi nghiệp đổi mới sáng tạo"
Q, T, S = (
    f"01 nhiệm vụ về {QUALITY.replace('lý', 'lý chất lượng')}",
    f"01 nhiệm vụ về {TECHNOLOGY}",
    f"01 nhiệm vụ hỗ trợ {STARTUP}",
)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("q", f"01 nhiệm vụ về {QUALITY}."),
        ("t", f"01 nhiệm vụ về {TECHNOLOGY}."),
        ("s", f"01 nhiệm vụ về {STARTUP}."),
        ("o", "01 nhiệm vụ về nội dung khác."),
        ("qt", f"02 nhiệm vụ về {QUALITY} và {TECHNOLOGY} ({Q} và {T})."),
        ("qs", f"02 nhiệm vụ về {QUALITY} và {STARTUP} ({Q} và {S})."),
        ("ts", f"02 nhiệm vụ về {TECHNOLOGY} và {STARTUP} ({T} và {S})."),
        ("qo", f"02 nhiệm vụ về {QUALITY} và nội dung khác ({Q} và 01 nhiệm vụ khác)."),
        (
            "qtso",
            f"04 nhiệm vụ về {QUALITY}, {TECHNOLOGY}, {STARTUP} và nội dung khác ({Q}; {T}; {S} và 01 nhiệm vụ khác).",
        ),
    ],
)
def test_only_kinds_that_occur_are_named(kinds, said):
    names = {"q": "quality_system", "t": "technology_renewal", "s": "startup_ecosystem", "o": "other"}
    for kind in kinds:
        task(f"HT-{kind}", kind=names[kind])
    assert chapter("support") == [f"- Hỗ trợ thực hiện {said}"]


@pytest.mark.parametrize(
    ("attended", "said"),
    [
        ({}, ""),
        ({"enterprises": 7}, " cho 07 doanh nghiệp"),
        ({"officials": 7}, " cho 07 đối tượng thuộc các sở, ban, ngành có liên quan"),
        (
            {"enterprises": 7, "officials": 8, "individuals": 9},
            " cho 07 doanh nghiệp, 08 đối tượng thuộc các sở, ban, ngành có liên quan và 09 cá nhân",
        ),
        ({"enterprises": 7, "individuals": 9}, " cho 07 doanh nghiệp và 09 cá nhân"),
    ],
)
def test_only_those_who_came_are_named(attended, said):
    training(**attended)
    purpose = "nhằm nâng cao nhận thức về đổi mới sáng tạo."
    assert chapter("support") == [f"- Tổ chức 01 lớp tập huấn về khởi nghiệp đổi mới sáng tạo{said} {purpose}"]


def test_classes_in_other_fields_are_named_by_their_topics():
    training("mã số, mã vạch", field="quality")
    training("sáng kiến", field="technology")
    assert chapter("support") == ["- Tổ chức 02 lớp tập huấn về mã số, mã vạch và sáng kiến."]


def test_kinds_that_are_not_named_first_are_told_among_the_others():
    task("HT-1", kind="brand")
    task("HT-2", kind="traceability")
    brand, trace = "01 nhiệm vụ về xây dựng nhãn hiệu", "01 nhiệm vụ về truy xuất nguồn gốc"
    assert chapter("support") == [f"- Hỗ trợ thực hiện 02 nhiệm vụ về nội dung khác ({trace} và {brand})."]
    task("HT-3")
    assert chapter("support")[0].endswith(f"({Q} và 02 nhiệm vụ khác, trong đó có {trace} và {brand}).")


def test_a_longer_report_says_what_came_of_it():
    row = task(started_on=DAY, certificate_number="1", certified_on=DAY)
    payment(row, paid_on=DAY)
    training("đo lường", field="quality", enterprises=12)
    guidance(applicant="organisation", filed_on=DAY, state="filed")
    startup()
    assert chapter("support", "2022-Q1", file="section-long.md")[1:] == [
        "- Triển khai mới 01 nhiệm vụ hỗ trợ; 01 giấy chứng nhận được cấp cho các đơn vị được hỗ trợ.",
        "- Giải ngân 30 triệu đồng kinh phí hỗ trợ.",
        "- Tổ chức 01 lớp tập huấn thuộc các lĩnh vực khác (01 lớp về năng suất, chất lượng) cho 12 doanh nghiệp.",
        "- Hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp cho 01 tổ chức.",
        "- Sau hướng dẫn, có 01 đơn đăng ký được nộp (01 đơn đăng ký nhãn hiệu).",
        "- Đang ươm tạo 01 dự án khởi nghiệp đổi mới sáng tạo.",
    ]
