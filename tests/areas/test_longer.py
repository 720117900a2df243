"""Longer reports say the year to date and the year before, and leave their lists to appendices."""

from datetime import date
from importlib import import_module

import pytest

from sokhcn.areas.inspection.models import Sanction
from sokhcn.areas.research.models import Adjustment, Check, Council, Disbursement, Task
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
from tests.areas.registers import agency, chapter, save
from tests.areas.research.factories import accepted, task
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
        "Đã tham mưu cấp có thẩm quyền ban hành 02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN, tăng 01 văn bản so với "
        "cùng kỳ năm trước; lũy kế từ đầu năm đã ban hành 03 văn bản (Danh mục có trong Phụ lục kèm theo)."
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


def test_inspections_are_told_by_kind_by_plan_and_with_their_fines() -> None:
    campaign(started_on=SUMMER, recorded_on=SUMMER, occasion="planned", state="concluded", ended_on=SUMMER)
    row = campaign("thanh tra vàng", kind="inspection", occasion="unscheduled", **OVER, establishments_checked=3)
    about = {"agency": agency(), "recorded_on": SUMMER, "campaign": row, "offender": "A", "act": "B"}
    paid = {"fine": 5_000_000, "paid": 5_000_000, "paid_on": SUMMER}
    save(Sanction(state="paid", number="1/QĐ", decided_on=SUMMER, **paid, **about))
    assert said("inspection") == [
        "- Đã chủ trì triển khai 02 cuộc thanh tra, đợt kiểm tra (gồm 01 cuộc thanh tra và 01 đợt kiểm tra nhà nước); "
        "trong đó có 01 cuộc theo kế hoạch và 01 cuộc đột xuất (Danh mục có trong Phụ lục kèm theo).",
        "- Đã kiểm tra 03 cơ sở; không phát hiện vi phạm.",
        "- Đã ban hành 01 quyết định xử phạt vi phạm hành chính; tổng số tiền phạt 5.000.000 đồng, trong kỳ đã nộp "
        "5.000.000 đồng.",
    ]


def test_tasks_are_told_from_proposal_to_liquidation_with_their_money() -> None:
    about = {"started_on": SUMMER, "ends_on": date(2024, 5, 5), "contract_on": SUMMER, "approved_on": SUMMER}
    new = task(**about, kind="project", recorded_on=SUMMER)
    done = {"accepted_on": SPRING, "rating": "pass", "registered_on": SUMMER, "recognised_on": SUMMER}
    old = task(**done, state="recognised")
    save(Council(task=new, kind="selection", held_on=SUMMER))
    save(Check(task=old, held_on=SUMMER))
    save(Adjustment(task=new, kind="people", decided_on=SUMMER))
    save(Disbursement(task=new, paid_on=SUMMER, amount=400, source="other"))
    save(Disbursement(task=new, paid_on=SUMMER, amount="600.5"))
    assert said("research")[:-1] == [
        "Tổ chức theo dõi, quản lý đúng quy trình, quy định đối với 02 nhiệm vụ khoa học và công nghệ (02 nhiệm vụ cấp "
        "tỉnh); trong đó có 01 nhiệm vụ chuyển tiếp và 01 nhiệm vụ thực hiện mới. Theo loại hình: 01 đề tài và 01 dự "
        "án KH&CN.",
        "Về xác định, tuyển chọn và giao nhiệm vụ: 01 nhiệm vụ được phê duyệt thực hiện và 01 nhiệm vụ triển khai mới. "
        "Đã tổ chức 01 hội đồng tư vấn khoa học và công nghệ (01 hội đồng tuyển chọn, giao trực tiếp). Đã kiểm tra "
        "tiến độ 01 nhiệm vụ. Trong quá trình triển khai có 01 lượt điều chỉnh nội dung, kinh phí, nhân sự. Sau nghiệm "
        "thu, có 01 nhiệm vụ được đăng ký kết quả và 01 nhiệm vụ được công nhận kết quả.",
        "Kinh phí đã cấp cho các nhiệm vụ trong kỳ là 1.000,5 triệu đồng, trong đó ngân sách nhà nước 600,5 triệu "
        "đồng; số tạm ứng chưa thanh toán đến cuối kỳ là 1.000,5 triệu đồng.",
    ]


def test_instruments_are_told_by_service_with_their_jobs() -> None:
    job("S1", performed_on=SUMMER, recorded_on=SUMMER)
    job("S2", performed_on=SUMMER, recorded_on=SUMMER, service="calibration")
    job("S3", performed_on=SPRING, recorded_on=SPRING)
    assert said("metrology") == [
        "Đã tiến hành kiểm định, hiệu chuẩn và thử nghiệm 02 phương tiện đo (PTĐ) các loại của 01 cơ sở với 02 lượt. "
        "Theo từng dịch vụ (một phương tiện đo có thể được thực hiện nhiều dịch vụ): kiểm định 01 phương tiện đo, "
        "hiệu chuẩn 01 phương tiện đo. Kết quả đều đạt yêu cầu. "
        "Lũy kế từ đầu năm đã kiểm định, hiệu chuẩn và thử nghiệm 03 phương tiện đo với 03 lượt.",
    ]
