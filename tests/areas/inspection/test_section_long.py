"""The chapter of longer reports on inspections, in words."""

from datetime import date

import pytest

from sokhcn.areas.inspection.models import Sanction
from tests.areas.inspection.factories import campaign
from tests.areas.registers import agency, chapter, save

pytestmark = pytest.mark.django_db
SUMMER = date(2022, 5, 5)
OVER = {"state": "concluded", "started_on": SUMMER, "ended_on": SUMMER, "recorded_on": SUMMER}


def test_inspections_are_told_by_kind_by_plan_and_with_their_fines() -> None:
    campaign(started_on=SUMMER, recorded_on=SUMMER, occasion="planned", state="concluded", ended_on=SUMMER)
    row = campaign("thanh tra vàng", kind="inspection", occasion="unscheduled", **OVER, establishments_checked=3)
    about = {"agency": agency(), "recorded_on": SUMMER, "campaign": row, "offender": "A", "act": "B"}
    paid = {"fine": 5_000_000, "paid": 5_000_000, "paid_on": SUMMER}
    save(Sanction(state="paid", number="1/QĐ", decided_on=SUMMER, **paid, **about))
    assert chapter("inspection", "2022-Q2", file="section-long.md") == [
        "- Đã chủ trì triển khai 02 cuộc thanh tra, đợt kiểm tra (gồm 01 cuộc thanh tra và 01 đợt kiểm tra nhà nước); "
        "trong đó có 01 cuộc theo kế hoạch và 01 cuộc đột xuất (Danh mục có trong Phụ lục kèm theo).",
        "- Đã kiểm tra 03 cơ sở; không phát hiện vi phạm.",
        "- Đã ban hành 01 quyết định xử phạt vi phạm hành chính; tổng số tiền phạt 5.000.000 đồng, trong kỳ đã nộp "
        "5.000.000 đồng.",
    ]


def test_a_fine_paid_after_the_period_of_its_decision_is_told_by_itself() -> None:
    about = {"agency": agency(), "recorded_on": SUMMER, "offender": "A", "act": "B"}
    paid = {"fine": 5_000_000, "paid": 5_000_000, "paid_on": SUMMER}
    save(Sanction(state="paid", number="1/QĐ", decided_on=date(2022, 3, 5), **paid, **about))
    assert chapter("inspection", "2022-Q2", file="section-long.md") == [
        "- Tiền phạt đã nộp trong kỳ là 5.000.000 đồng."
    ]
