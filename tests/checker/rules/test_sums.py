"""Totals and parts, lists and what they announce, percentages, and numbers that are said twice."""

import pytest

from sokhcn.kernel.finding import Severity
from tests.checker.examined import Telling, findings, found, whole


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Quản lý 30 nhiệm vụ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh).", False),
        ("Quản lý 31 nhiệm vụ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh).", True),
        ("Kiểm tra 100 cơ sở gồm 24 cá nhân và 76 tổ chức.", False),
        ("Kiểm tra 100 cơ sở gồm 24 cá nhân và 66 tổ chức.", True),
    ],
)
def test_parts_make_their_total(sentence: str, wrong: bool) -> None:
    assert len(found("sums.parts", f"1. Việc\n{sentence}")) == int(wrong)


def test_a_list_is_as_long_as_announced() -> None:
    body = "1. Việc\nĐã ban hành 03 văn bản, cụ thể:\n- Một văn bản về đo lường.\n- Hai văn bản về sở hữu trí tuệ."
    (finding,) = findings("sums.parts", whole(body))
    assert finding.values["n"] == 2
    assert found("sums.parts", body.replace("03", "02")) == []


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Đã hoàn thành 25/26 nhiệm vụ, đạt 96,15%.", None),
        ("Đã hoàn thành 25/26 nhiệm vụ, đạt 96,1%.", None),
        ("Đã hoàn thành 25/26 nhiệm vụ, đạt 96%.", None),
        ("Đã hoàn thành 25/26 nhiệm vụ, đạt 69,15%.", "69,15%"),
        ("Đã hoàn thành 25/26 nhiệm vụ (đạt 95%).", "95%"),
        ("Tỷ lệ đúng hạn đạt 96,15% (25/26 nhiệm vụ).", None),
        ("Tỷ lệ đúng hạn đạt 98% (25/26 nhiệm vụ).", "98%"),
        ("Đã hoàn thành 25/26 nhiệm vụ; giải ngân 40%.", None),
        ("Đã hoàn thành 25/26 nhiệm vụ, tăng 10% so với cùng kỳ.", None),
    ],
)
def test_a_percentage_is_the_quotient_beside_it(sentence: str, place: str | None) -> None:
    told = found("sums.percent", f"1. Việc\n{sentence}")
    assert [words and words.partition(" ")[0].removesuffix(".") for words in told] == ([place] if place else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Đã hoàn thành 27/26 nhiệm vụ.", True),
        ("Đã hoàn thành 26/26 nhiệm vụ.", False),
        ("Đã hoàn thành 27/26 nhiệm vụ, vượt kế hoạch.", False),
    ],
)
def test_a_part_is_no_larger_than_its_whole(sentence: str, wrong: bool) -> None:
    assert len(found("sums.part-over-whole", f"1. Việc\n{sentence}")) == int(wrong)


def test_a_number_said_again_in_another_chapter_is_the_same() -> None:
    told = "Đã tổ chức nghiệm thu {} nhiệm vụ khoa học cấp tỉnh."
    body = f"1. Việc\n{told.format('03')}\n2. Đánh giá chung\n{told.format('04')}"
    (place,) = found("sums.two-values", body)
    assert place is not None
    assert place.startswith("04 nhiệm vụ")
    assert found("sums.two-values", body.replace("04", "03")) == []
    assert found("sums.two-values", body.replace("Đánh giá chung", "Phương hướng nhiệm vụ")) == []
    assert found("sums.two-values", body.replace("2. Đánh giá chung\n", "")) == []


def test_parts_that_may_share_members_are_looked_at() -> None:
    body = "1. Việc\nĐã kiểm định 50 phương tiện đo. Trong đó: 40 phương tiện đo loại A, 20 phương tiện đo loại B."
    (finding,) = findings("sums.parts", whole(body))
    assert finding.severity is Severity.LOOK
    (worse,) = findings("sums.parts", whole(body.replace("40", "60")))
    assert worse.severity is Severity.MUST


def test_what_was_added_since_last_year_is_no_total() -> None:
    body = "1. Việc\nĐã kiểm định 50 cơ sở, tăng 20 cơ sở so với cùng kỳ. Trong đó: 35 cơ sở nhỏ, 15 cơ sở lớn."
    assert found("sums.parts", body) == []


def test_a_number_in_a_name_is_no_part() -> None:
    body = "1. Việc\nĐã cấp 03 Chứng chỉ nhân viên bức xạ (cho nhân viên của Phòng khám 312 (răng) và Phòng khám 265)."
    assert len(found("sums.parts", body)) == 1
    assert found("sums.parts", body, witness=Telling(called=("Phòng khám 312 (răng)", "Phòng khám 265"))) == []


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Có 07/09 sở (đạt 77,8%) gửi báo cáo.", None),
        ("Có 07/09 sở (đạt 87,8%) gửi báo cáo.", "77,8%"),
        ("Đã giải ngân 1.250 triệu đồng trên tổng số 5.000 triệu đồng, đạt 35%.", "25%"),
        ("Đã giải ngân 1.250 triệu đồng trên tổng số 5.000 triệu đồng, đạt 25%.", None),
        ("Nghiệm thu 25 đề tài, đạt 96,15% kế hoạch năm.", None),
        ("Kiểm tra 45/60 cơ sở, đạt 90% kế hoạch.", None),
    ],
)
def test_a_percentage_is_what_the_numbers_before_it_give(sentence: str, right: str | None) -> None:
    given = [finding.values["right"] for finding in findings("sums.percent", whole(f"1. Việc\n{sentence}"))]
    assert given == ([right] if right else [])


def test_what_trong_do_names_ends_at_a_semicolon_where_all_would_be_too_much() -> None:
    said = "Tiếp nhận 1.284 hồ sơ, trong đó 1.203 hồ sơ trực tuyến; đã giải quyết 1.250 hồ sơ."
    assert found("sums.parts", f"1. Việc\n{said}") == []
