"""Plans that were drawn up become rows; key tasks that are only counted become placeholders of the year."""

import pytest

from sokhcn.areas.programme import proposals as area
from tests.reported import cells, proposals

HEADING = "2. Triển khai nhiệm vụ trọng tâm\n"


def test_a_plan_with_the_paper_it_carries_out() -> None:
    found = proposals(
        area, f"{HEADING}- Xây dựng Kế hoạch triển khai chuyển đổi số (theo Quyết định số 21/QĐ-UBND ngày 05/5/2023)."
    )
    assert cells(found, "Tên kế hoạch", "Căn cứ") == [
        ("Kế hoạch triển khai chuyển đổi số", "Quyết định số 21/QĐ-UBND ngày 05/05/2023")
    ]


def test_plans_listed_under_a_sentence() -> None:
    found = proposals(area, f"{HEADING}Đã xây dựng 02 kế hoạch, gồm:\n- Kế hoạch dân vận;\n- Kế hoạch đào tạo.")
    assert cells(found, "Tên kế hoạch") == [("Kế hoạch dân vận",), ("Kế hoạch đào tạo",)]


def test_a_plan_with_a_number_of_its_own() -> None:
    found = proposals(area, f"{HEADING}- Ban hành Kế hoạch số 12/KH-SKHCN ngày 03/5/2023 về công tác dân vận.")
    assert cells(found, "Tên kế hoạch", "Căn cứ", "Ngày ban hành") == [
        ("Kế hoạch về công tác dân vận", "", "03/05/2023")
    ]


@pytest.mark.parametrize(
    "sentence", ["Xác lập 03 nhiệm vụ trọng tâm của ngành.", "Chương trình công tác năm có 03 nhiệm vụ."]
)
def test_as_many_key_tasks_as_are_counted(sentence: str) -> None:
    found = proposals(area, HEADING + sentence)
    assert cells(found, "Mã nhiệm vụ", "Năm") == [(f"BC2023-TT00{number}", "2023") for number in (1, 2, 3)]
    assert {(row.confidence.value, row.stands_for) for row in found} == {("cần xem", "programme.key_tasks")}
    assert all("cần thay" in row.cells["Ghi chú"] for row in found)


def test_tasks_said_twice_are_there_once() -> None:
    assert len(proposals(area, f"{HEADING}Xác lập 03 nhiệm vụ trọng tâm. Trong 03 nhiệm vụ trọng tâm đã có …")) == 3


def test_how_far_tasks_are_is_no_number_of_tasks() -> None:
    said = "Theo dõi 03 nhiệm vụ trọng tâm của ngành (01 nhiệm vụ đúng hạn và 02 nhiệm vụ trễ hạn)."
    assert {row.stands_for for row in proposals(area, HEADING + said)} == {"programme.key_tasks"}
    assert len(proposals(area, HEADING + said)) == 3
