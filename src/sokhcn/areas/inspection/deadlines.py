"""What falls due of inspections: planned campaigns, conclusions, fines, remedies, recommendations, limitation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sokhcn.areas.inspection.models import Campaign, Recommendation, Sanction, Violation
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

State, Fined = Campaign.State, Sanction.State
BINDING = (Fined.DECIDED, Fined.PAID, Fined.ENFORCED)


def _unpaid() -> Any:
    return Sanction.objects.filter(kind=Sanction.Kind.FINE, state__in=(Fined.DECIDED, Fined.ENFORCED), paid_on=None)


def _conclusion(row: Campaign, terms: Terms) -> Falls | None:
    """The day that the decision names wins; limits of the law are the department's to enter as rules."""
    if row.conclusion_due_on:
        return Falls(row.conclusion_due_on)
    return terms.falls("inspection.conclusion", row.kind, row.ended_on)


def _payment(row: Sanction, terms: Terms) -> Falls | None:
    if row.pay_by:
        return Falls(row.pay_by)
    return terms.falls("inspection.fine_payment", "", row.delivered_on or row.decided_on)


def _limitation(row: Violation, terms: Terms) -> Falls | None:
    return terms.falls("inspection.sanction_limitation", "", row.found_on)


# What rules may be told apart by.
SUBJECTS = (("inspection.conclusion", Campaign, "kind"),)
# What rules of terms are called.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "inspection.conclusion": "Thời hạn ban hành kết luận",
        "inspection.fine_payment": "Thời hạn nộp tiền phạt",
        "inspection.sanction_limitation": "Thời hiệu xử phạt",
    }
)
DEADLINES = (
    Deadline(
        "inspection.planned",
        "triển khai cuộc thanh tra, kiểm tra theo kế hoạch",
        Campaign,
        lambda: Campaign.objects.filter(state__in=(State.PLANNED, State.DECIDED), planned_on__isnull=False),
        lambda row, terms: Falls(row.planned_on),
        lambda row: f"Triển khai: {row.title}",
        promise="Triển khai {n} cuộc thanh tra, kiểm tra theo kế hoạch trong {period}.",
    ),
    Deadline(
        "inspection.conclusions",
        "ban hành kết luận thanh tra, kiểm tra",
        Campaign,
        lambda: Campaign.objects.filter(led_by_us=True, state=State.CONCLUDED, conclusion_on=None),
        _conclusion,
        lambda row: f"Ban hành kết luận: {row.title}",
        promise="Ban hành kết luận {n} cuộc thanh tra, kiểm tra đến hạn trong {period}.",
    ),
    Deadline(
        "inspection.payments",
        "nộp phạt vi phạm hành chính",
        Sanction,
        _unpaid,
        _payment,
        lambda row: f"Nộp phạt: {row}",
        related=("establishment",),
        promise="Đôn đốc nộp phạt theo {n} quyết định xử phạt vi phạm hành chính đến hạn trong {period}.",
    ),
    Deadline(
        "inspection.remedies",
        "khắc phục hậu quả vi phạm hành chính",
        Sanction,
        lambda: Sanction.objects.filter(state__in=BINDING, remedied_on=None, remedy_by__isnull=False),
        lambda row, terms: Falls(row.remedy_by),
        lambda row: f"Khắc phục hậu quả: {row}",
        related=("establishment",),
        promise="Đôn đốc khắc phục hậu quả theo {n} quyết định xử phạt đến hạn trong {period}.",
    ),
    Deadline(
        "inspection.recommendations",
        "thực hiện kiến nghị sau thanh tra, kiểm tra",
        Recommendation,
        lambda: Recommendation.objects.filter(done_on=None, due_on__isnull=False),
        lambda row, terms: Falls(row.due_on),
        str,
        promise="Đôn đốc thực hiện {n} kiến nghị sau thanh tra, kiểm tra đến hạn trong {period}.",
    ),
    Deadline(
        "inspection.limitation",
        "ra quyết định xử phạt trong thời hiệu",
        Violation,
        lambda: Violation.objects.filter(handling=Violation.Handling.PROPOSED),
        _limitation,
        lambda row: f"Xử phạt trước khi hết thời hiệu: {row}",
        promise="Xem xét, xử phạt {n} hành vi vi phạm sắp hết thời hiệu trong {period}.",
    ),
)
