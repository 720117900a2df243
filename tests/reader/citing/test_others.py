"""Standards, and papers that a list names without number or date."""

import pytest

from sokhcn.reader.understanding import understand
from tests.reader.plain import DECREE, letters


def found(body: str) -> list[tuple[str, str]]:
    text = understand(letters(f"BÁO CÁO\nKết quả tháng 01 năm 2022\n\n{body}"), DECREE)
    return [(one.kind, one.text) for one in text.references]


@pytest.mark.parametrize(
    "said",
    [
        "Tiêu chuẩn quốc gia TCVN ISO 9001:2015",
        "TCVN 5699-2-80:2007",
        "QCVN 102:2016/BTTTT/SĐ1:2022",
        "Quy chuẩn kỹ thuật quốc gia QCVN 01:2019/BKHCN",
        "ISO/IEC 17025:2017",
        "ĐLVN 12:2011",
    ],
)
def test_standards(said: str) -> None:
    assert found(f"Áp dụng {said} vào hoạt động.") == [("standard", said)]


def test_papers_of_a_list_without_number_or_date() -> None:
    body = """Đã ban hành các kế hoạch, cụ thể:
- Kế hoạch phát động phong trào thi đua năm 2022 của Sở.
- Kế hoạch số 12/KH-SKHCN ngày 05/01/2022 về cải cách hành chính;
- Báo cáo kết quả thực hiện nhiệm vụ năm 2021;
- Quy chế làm việc."""
    kind = "document without number or date"
    assert found(body) == [(kind, "Kế hoạch phát động phong trào thi đua năm 2022 của Sở"), (kind, "Quy chế làm việc")]


def test_prose_that_makes_a_plan_refers_to_none() -> None:
    assert found("Tham mưu Kế hoạch ứng phó sự cố bức xạ của tỉnh.") == []
