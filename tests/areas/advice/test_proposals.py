"""Papers that a report says were issued become advisory documents; papers they go by do not."""

from datetime import date

import pytest

from sokhcn.areas.advice import proposals as area
from sokhcn.reader.proposed import Proposed
from tests.reported import cells, proposals

HEADING = "1. Công tác tham mưu, ban hành văn bản\n"


def rows(words: str, meant: dict[date, date] | None = None) -> list[Proposed]:
    return proposals(area, HEADING + words, meant)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tham mưu UBND tỉnh ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023 về việc phê duyệt danh mục nhiệm vụ.",
        "Trình UBND tỉnh ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023 về việc phê duyệt danh mục nhiệm vụ.",
        "Tham mưu cho UBND tỉnh ký ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023 về việc phê duyệt danh mục.",
        "Thực hiện Nghị định số 08/2014/NĐ-CP, tham mưu UBND tỉnh ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023.",
    ],
)
def test_the_paper_behind_the_verb_is_the_one_that_was_issued(sentence: str) -> None:
    (row,) = rows(sentence)
    assert cells([row], "Tên loại", "Số, ký hiệu", "Ngày ban hành", "Cơ quan được tham mưu") == [
        ("Quyết định", "415/QĐ-UBND", "20/04/2023", "UBND tỉnh")
    ]


def test_a_body_that_submits_further_is_the_one_advised() -> None:
    found = rows("Tham mưu UBND tỉnh trình Tỉnh ủy ban hành Nghị quyết số 14-NQ/TU ngày 10/5/2023 của Tỉnh ủy.")
    assert cells(found, "Cơ quan ban hành", "Cơ quan được tham mưu") == [("Tỉnh ủy", "UBND tỉnh")]


def test_papers_listed_side_by_side_are_each_proposed() -> None:
    found = rows("Tham mưu UBND tỉnh ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023, Quyết định số 416/QĐ-UBND.")
    assert [row.cells["Số, ký hiệu"] for row in found] == ["415/QĐ-UBND", "416/QĐ-UBND"]


def test_a_scheme_is_quoted_whichever_marks_the_report_has() -> None:
    (row,) = rows("Tham mưu UBND tỉnh ban hành Đề án phát triển” đến năm 2030 (Quyết định số 9/QĐ-UBND ngày 2/5/2023).")
    assert row.cells["Ban hành kèm theo"] == "“Đề án phát triển đến năm 2030”"


def test_a_date_that_was_meant_otherwise_is_proposed_mended_and_to_be_looked_at() -> None:
    printed, meant = date(2024, 5, 9), date(2023, 5, 9)
    (row,) = rows("Tham mưu UBND tỉnh ban hành Kế hoạch số 98/KH-UBND ngày 09/5/2024.", {printed: meant})
    assert (row.cells["Ngày ban hành"], row.confidence.value) == ("09/05/2023", "cần xem")
    assert row.why.startswith("báo cáo in ngày 09/05/2024")


def test_what_lacks_a_date_is_to_be_looked_at() -> None:
    (row,) = rows("Tham mưu UBND tỉnh ban hành Kế hoạch số 98/KH-UBND của UBND tỉnh.")
    assert (row.confidence.value, row.why) == ("cần xem", "không ghi ngày ban hành")


def test_a_paper_whose_subject_begins_unusually_has_what_follows_it() -> None:
    (row,) = rows("Tham mưu UBND tỉnh ban hành Kế hoạch số 68/KH-UBND ngày 03/5/2023 áp dụng hệ thống quản lý.")
    assert row.cells["Trích yếu"] == "áp dụng hệ thống quản lý"


def test_a_draft_is_no_issued_document() -> None:
    assert rows("Tham mưu dự thảo thay thế Quyết định số 98/QĐ-UBND, đang trình UBND tỉnh.") == []


def test_a_row_is_booked_on_the_last_day_of_the_period() -> None:
    (row,) = rows("Tham mưu UBND tỉnh ban hành Quyết định số 415/QĐ-UBND ngày 20/4/2023 của UBND tỉnh.")
    assert (row.cells["Ngày vào sổ"], row.confidence.value) == ("14/05/2023", "chắc")
