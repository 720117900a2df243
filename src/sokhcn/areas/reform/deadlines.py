"""What falls due of administrative reform: work that plans set, late dossiers, documents to be put right."""

from typing import Any

from sokhcn.areas.reform.models import DocumentReview, LateDossier, PlanActivity, ReformPlan
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

Work, Plan, Outcome = PlanActivity.State, ReformPlan.State, DocumentReview.Outcome
# Work that a plan left open stays due, also when the plan is said to be carried out.
TOLD = (Plan.ISSUED, Plan.COMPLETED)
OPEN = (Work.PLANNED, Work.RUNNING)
TO_BE_HANDLED = (Outcome.AMEND, Outcome.REPLACE, Outcome.ABOLISH)


def _open() -> Any:
    return PlanActivity.objects.filter(state__in=OPEN, due_on__isnull=False, plan__state__in=TOLD)


def _falls(row: PlanActivity | DocumentReview, terms: Terms) -> Falls | None:
    return Falls(row.due_on) if row.due_on else None


def _late() -> Any:
    return LateDossier.objects.filter(settled_on=None)


def _promised(row: LateDossier, terms: Terms) -> Falls | None:
    return Falls(row.new_due_on or row.due_on)


def _to_be_handled() -> Any:
    return DocumentReview.objects.filter(outcome__in=TO_BE_HANDLED, handled_on=None, due_on__isnull=False)


DEADLINES = (
    Deadline(
        "reform.work",
        "thực hiện công việc của kế hoạch cải cách hành chính",
        PlanActivity,
        _open,
        _falls,
        lambda row: f"{row.plan}: {row.title}",
        related=("plan",),
        promise="Hoàn thành {n} công việc của kế hoạch cải cách hành chính đến hạn trong {period}.",
    ),
    Deadline(
        "reform.dossiers",
        "trả kết quả hồ sơ thủ tục hành chính đã hẹn lại",
        LateDossier,
        _late,
        _promised,
        lambda row: f"Trả kết quả hồ sơ {row.code}: {row.procedure.name}",
        related=("procedure",),
        promise="Trả kết quả {n} hồ sơ thủ tục hành chính đã hẹn lại trong {period}.",
    ),
    Deadline(
        "reform.reviews",
        "xử lý văn bản sau rà soát",
        DocumentReview,
        _to_be_handled,
        _falls,
        lambda row: f"{row.get_outcome_display().removeprefix('Kiến nghị ').capitalize()} {row.paper}",
        related=("paper",),
        promise="Xử lý {n} văn bản sau rà soát, kiểm tra đến hạn trong {period}.",
    ),
)
