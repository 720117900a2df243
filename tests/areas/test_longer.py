"""Longer reports say the year to date and the year before, and leave their lists to appendices."""

from datetime import date
from importlib import import_module

import pytest

from sokhcn.areas.research.models import Task
from sokhcn.compiler.appendix import build
from sokhcn.document.walk import words
from sokhcn.figures.figure import measure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from tests.areas.inspection.factories import campaign, joined
from tests.areas.metrology.factories import job
from tests.areas.radiation.factories import licence
from tests.areas.reform.factories import plan
from tests.areas.registers import agency, chapter
from tests.areas.research.factories import accepted
from tests.rows import advisory, paper

pytestmark = pytest.mark.django_db
SPRING, SUMMER, BEFORE = date(2022, 2, 1), date(2022, 5, 5), date(2021, 5, 5)
OVER = {"state": "concluded", "started_on": SUMMER, "ended_on": SUMMER, "recorded_on": SUMMER}
AREAS = ("advice", "programme", "reform", "research", "support", "radiation", "inspection", "metrology")


def said(area: str) -> list[str]:
    """The chapter of the second quarter of 2022."""
    return chapter(area, "2022-Q2", file="section-long.md")


def rows(area: str) -> list[list[str]]:
    """The appendix of the second quarter of 2022."""
    asked = [v for v in vars(import_module(f"sokhcn.areas.{area}.indicators")).values() if isinstance(v, Indicator)]
    figures = measure(asked, Scope(agency().pk, read_period("2022-Q2", DECREE_09)), answer)
    declared = import_module(f"sokhcn.areas.{area}.appendix").APPENDIX
    return [[words(cell) for cell in row.cells] for row in build(declared, figures).rows]


@pytest.mark.parametrize("area", AREAS)
def test_a_chapter_without_anything_says_so(area: str) -> None:
    agency()
    assert said(area) == ["Trong kỳ không phát sinh."]


def issued(number: str, day: date, **told: str) -> None:
    advisory(agency(), paper=paper(number, issued_on=day, **told), state="issued", recorded_on=day)


def test_documents_are_counted_compared_and_listed_in_the_appendix() -> None:
    for number, day in (("1", SPRING), ("2", SUMMER), ("3", SUMMER), ("4", BEFORE)):
        issued(number, day, subject="về kế hoạch")
    assert said("advice") == [
        "Đã tham mưu cấp có thẩm quyền ban hành 02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN (02 văn bản của UBND "
        "tỉnh), tăng 01 văn bản so với cùng kỳ năm trước; lũy kế từ đầu năm đã ban hành 03 văn bản (Danh mục có trong "
        "Phụ lục kèm theo).",
    ]
    assert rows("advice") == [
        ["1", "Quyết định số 2/QĐ-UBND", "05/05/2022", "UBND tỉnh", "Về kế hoạch"],
        ["2", "Quyết định số 3/QĐ-UBND", "05/05/2022", "UBND tỉnh", "Về kế hoạch"],
        ["", "Tổng số: 02 văn bản", "", "", ""],
    ]


def test_plans_of_reform_stay_in_the_text() -> None:
    for title, day in (("Kế hoạch A", SUMMER), ("Kế hoạch B", SPRING), ("Kế hoạch C", BEFORE)):
        plan(title, recorded_on=day)
    assert said("reform") == [
        "Đã ban hành 01 kế hoạch có liên quan, bằng cùng kỳ năm trước; lũy kế từ đầu năm 02 kế hoạch. Cụ thể:",
        "- Kế hoạch A.",
    ]


def test_acceptances_are_compared() -> None:
    accepted(SUMMER)
    accepted(BEFORE)
    accepted(BEFORE)
    assert Task.objects.count() == 3
    assert any("01 nhiệm vụ cấp tỉnh, giảm 01 nhiệm vụ so với cùng kỳ năm trước." in line for line in said("research"))


def test_licences_are_counted_and_listed_in_the_appendix() -> None:
    licence("Bệnh viện A", number="1/GP", issued_on=SUMMER, expires_on=date(2025, 5, 5), recorded_on=SUMMER)
    licence("Bệnh viện B", number="2/GP", issued_on=SPRING, recorded_on=SPRING)
    assert said("radiation") == [
        "- Đã cấp 01 Giấy phép tiến hành công việc bức xạ; lũy kế từ đầu năm 02 Giấy phép (Danh mục có trong Phụ lục "
        "kèm theo)."
    ]
    assert rows("radiation")[0] == [
        "1",
        "1/GP",
        "Bệnh viện A",
        "Thiết bị X-quang trong chẩn đoán y tế",
        "",
        "Cấp",
        "05/05/2022",
        "05/05/2025",
    ]


def test_inspections_are_counted_and_those_led_are_listed() -> None:
    campaign(started_on=SUMMER, recorded_on=SUMMER, place="trên địa bàn tỉnh")
    campaign("kiểm tra vàng", **OVER, establishments_checked=4, violations=1, result="đã nhắc nhở")
    joined(started_on=SUMMER, recorded_on=SUMMER)
    assert said("inspection") == [
        "- Đã chủ trì triển khai 02 cuộc thanh tra, đợt kiểm tra; 01 cuộc đang tiến hành, chưa có kết quả chính thức "
        "(Danh mục có trong Phụ lục kèm theo).",
        "- Phối hợp với 01 đoàn kiểm tra liên ngành do các cơ quan khác chủ trì.",
        "- Đã kiểm tra 04 cơ sở; phát hiện 01 vụ vi phạm.",
    ]
    assert rows("inspection")[:3] == [
        ["A. Kiểm tra nhà nước (02 cuộc)"],
        ["1", "Kiểm tra xăng dầu", "Trên địa bàn tỉnh", "", "", "", "Đang tiến hành"],
        ["2", "Kiểm tra vàng", "", "", "4", "1", "Đã nhắc nhở"],
    ]


def test_instruments_are_told_by_service_with_their_jobs() -> None:
    job("S1", performed_on=SUMMER, recorded_on=SUMMER)
    job("S2", performed_on=SUMMER, recorded_on=SUMMER, service="calibration")
    job("S3", performed_on=SPRING, recorded_on=SPRING)
    assert said("metrology") == [
        "Đã tiến hành kiểm định, hiệu chuẩn và thử nghiệm 02 phương tiện đo (PTĐ) các loại của 01 cơ sở với 02 lượt "
        "(Chi tiết theo loại có trong Phụ lục kèm theo). "
        "Theo từng dịch vụ (một phương tiện đo có thể được thực hiện nhiều dịch vụ): kiểm định 01 phương tiện đo, "
        "hiệu chuẩn 01 phương tiện đo. Kết quả đều đạt yêu cầu. "
        "Lũy kế từ đầu năm đã kiểm định, hiệu chuẩn và thử nghiệm 03 phương tiện đo với 03 lượt.",
    ]
    assert rows("metrology") == [
        ["1", "Cột đo xăng dầu", "Dung tích, lưu lượng", "02", "02", "01", "01", "0", "0"],
        ["", "Tổng số: 02 phương tiện đo", "", "02", "02", "01", "01", "0", "0"],
    ]
