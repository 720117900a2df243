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
    total_budget: Decimal | None
    accepted_on: date | None
    rating: str
    progress: str


def managed(row: Task, on: date) -> Managed:
    accepted = row.accepted_on is not None and row.accepted_on <= on
    return Managed(
        code=row.code,
        title=row.title,
        level=row.level,
        host=row.host.name if row.host else "",
        started_on=row.started_on,
        until=row.until,
        total_budget=row.total_budget,
        accepted_on=row.accepted_on if accepted else None,
        rating=row.get_rating_display() if accepted else "",
        progress=row.progress_note,
    )
