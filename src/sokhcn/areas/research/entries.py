"""What the chapter and its appendix say of one task."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sokhcn.areas.research.models import Task


@dataclass(frozen=True, slots=True)
class Managed:
    """A task as it stood on one day: an acceptance after that day is not said of it."""

    code: str
    title: str
    level: str
    host: str
    started_on: date | None
    until: date | None
    extended_to: date | None
    principal_investigator: str
    total_budget: Decimal | None
    state_budget: Decimal | None
    accepted_on: date | None
    rating: str
    progress: str
    situation: str
    field: str


def managed(row: Task, on: date) -> Managed:
    accepted = row.accepted_on is not None and row.accepted_on <= on
    return Managed(
        code=row.code,
        title=row.title,
        level=row.level,
        host=row.host.name if row.host else "",
        started_on=row.started_on,
        until=row.until,
        extended_to=row.extended_to,
        principal_investigator=row.principal_investigator,
        total_budget=row.total_budget,
        state_budget=row.state_budget,
        accepted_on=row.accepted_on if accepted else None,
        rating=row.get_rating_display() if accepted else "",
        progress=row.progress_note,
        situation=_situation(row, on),
        field=row.field,
    )


def _situation(row: Task, on: date) -> str:
    """How far the task was on that day, by the last of its days."""
    days = (
        (row.terminated_on, "Đã chấm dứt"),
        (row.closed_on, "Đã thanh lý hợp đồng"),
        (row.handed_over_on, "Đã bàn giao kết quả"),
        (row.recognised_on, "Đã công nhận kết quả"),
        (row.registered_on, "Đã đăng ký kết quả"),
        (row.accepted_on, "Đã nghiệm thu"),
        (row.submitted_on, "Đã nộp hồ sơ nghiệm thu"),
    )
    return next((said for day, said in days if day and day <= on), "Đang thực hiện")
