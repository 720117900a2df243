"""Plans that are named become rows of their kind; those that are only counted become placeholders."""

import pytest

from sokhcn.areas.reform import proposals as area
from tests.reported import cells, proposals

HEADING = "3. Cải cách hành chính\n"


@pytest.mark.parametrize(
    ("title", "kind", "confidence"),
    [
        ("Kế hoạch chuyển đổi số năm 2023", "Chuyển đổi số", "chắc"),
        ("Kế hoạch rà soát thủ tục hành chính", "Kiểm soát thủ tục hành chính", "chắc"),
        ("Kế hoạch duy trì ISO 9001:2015", "Hệ thống quản lý chất lượng ISO 9001", "chắc"),
        ("Kế hoạch cải cách hành chính năm 2023", "Cải cách hành chính năm", "chắc"),
        ("Kế hoạch tuyên truyền", "Cải cách hành chính năm", "cần xem"),
    ],
)
def test_the_kind_is_read_from_the_title(title: str, kind: str, confidence: str) -> None:
    (row,) = proposals(area, f"{HEADING}- {title}.")
    assert (row.cells["Tên kế hoạch"], row.cells["Loại kế hoạch"], row.confidence.value) == (title, kind, confidence)


def test_number_and_date_stand_in_cells_of_their_own() -> None:
    found = proposals(area, f"{HEADING}- Ban hành Kế hoạch cải cách hành chính (số 12/KH-SKHCN ngày 03/5/2023).")
    assert cells(found, "Tên kế hoạch") == [("Kế hoạch cải cách hành chính",)]


def test_counted_and_not_named_are_placeholders() -> None:
    found = proposals(area, f"{HEADING}Đã ban hành 03 kế hoạch, trong đó có:\n- Kế hoạch chuyển đổi số;\n- Việc khác.")
    assert [bool(row.stands_for) for row in found] == [False, True, True]
    assert found[-1].cells["Tên kế hoạch"] == "Kế hoạch cải cách hành chính số 3 (BC2023-05)"
