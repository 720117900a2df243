"""What the chapter and its appendix say of one task, and what is said of a task that falls due."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sokhcn.areas.research.models import Task
from sokhcn.records.due import Due

# The acceptance dossier is due within 30 days after the contract, or its extension, ended.
DOSSIER = timedelta(days=30)


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


def ends(row: Task) -> Due:
    """The task whose contract ends."""
    return _due(row, row.until)


def dossier(row: Task) -> Due:
    """The task whose acceptance dossier is awaited."""
    return _due(row, row.until + DOSSIER if row.until else None)


def _due(row: Task, day: date | None) -> Due:
    return Due(row.title, day, row.unit.short if row.unit else "", "nhiem-vu-khcn", row.pk)
