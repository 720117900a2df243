"""Managed and accepted tasks become placeholders by level; what was accepted has its day and rating."""

from collections import Counter

import pytest

from sokhcn.areas.research import proposals as area
from tests.reported import cells, proposals

HEADING = "4. Hoạt động nghiên cứu khoa học\n"


def counted(words: str) -> dict[tuple[str, ...], int]:
    return dict(Counter(cells(proposals(area, HEADING + words), "Cấp", "Tình trạng", "Xếp loại")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo dõi 05 nhiệm vụ khoa học và công nghệ (02 nhiệm vụ cấp quốc gia và 03 nhiệm vụ cấp tỉnh).",
        "Đang quản lý 02 đề tài cấp quốc gia và 03 đề tài, dự án cấp tỉnh.",
    ],
)
def test_as_many_tasks_of_each_level_as_are_managed(sentence: str) -> None:
    assert counted(sentence) == {("Cấp quốc gia", "Đang thực hiện", ""): 2, ("Cấp tỉnh", "Đang thực hiện", ""): 3}


def test_accepted_tasks_are_among_the_managed_and_have_their_rating() -> None:
    said = "Đang quản lý 05 nhiệm vụ cấp tỉnh. Đã nghiệm thu 02 nhiệm vụ cấp tỉnh, xếp loại Xuất sắc."
    assert counted(said) == {("Cấp tỉnh", "Đã nghiệm thu", "Xuất sắc"): 2, ("Cấp tỉnh", "Đang thực hiện", ""): 3}


def test_ratings_that_are_counted_are_given_to_as_many() -> None:
    said = "Đã nghiệm thu 03 nhiệm vụ cấp tỉnh. Kết quả: 01 nhiệm vụ xếp loại Xuất sắc và 02 nhiệm vụ xếp loại Đạt."
    ratings = Counter(row.cells["Xếp loại"] for row in proposals(area, HEADING + said))
    assert ratings == {"Xuất sắc": 1, "Đạt": 2}


def test_accepted_tasks_are_dated_on_the_last_day() -> None:
    found = proposals(area, f"{HEADING}Đã nghiệm thu 01 nhiệm vụ cấp cơ sở.")
    assert cells(found, "Mã nhiệm vụ", "Ngày nghiệm thu") == [("BC2023-05-GR-NT01", "14/05/2023")]


def test_a_total_without_levels_is_unclear() -> None:
    found = proposals(area, f"{HEADING}Đang quản lý 04 nhiệm vụ khoa học và công nghệ.")
    assert {(row.cells["Cấp"], row.confidence.value) for row in found} == {("Cấp tỉnh", "không rõ")}


def test_managed_tasks_have_the_same_codes_in_the_report_of_any_month() -> None:
    found = proposals(area, f"{HEADING}Đang quản lý 02 nhiệm vụ cấp tỉnh.")
    assert cells(found, "Mã nhiệm vụ") == [("BC-PR001",), ("BC-PR002",)]
