"""What has been overdue for two working days: from then on it is told to the head of the unit."""

from dataclasses import dataclass
from datetime import date, timedelta

from sokhcn.people.models import Role, User
from sokhcn.records.dated import work_calendar
from sokhcn.reports.falling import Asked, due_rows, narrowed, own_unit

AFTER = 2  # working days
LOOKED_BACK = timedelta(days=60)  # the longest run of days off, many times over


@dataclass(frozen=True, slots=True)
class Raised:
    """How many rows of a unit, by its code, were due on ``last`` or earlier and still wait."""

    unit: str
    last: date
    many: int


def raised(by: User, day: date) -> Raised | None:
    """What is raised to ``by`` on ``day``; nothing to those who head no unit. Two queries, for heads alone."""
    unit = own_unit(by)
    if by.role != Role.HEAD or not unit:
        return None
    last = _last_day(day)
    many = narrowed(due_rows(by), Asked(unit=unit, last=last)).count()
    return Raised(unit, last, many) if many else None


def _last_day(day: date) -> date:
    """The latest due day after which two working days are over by ``day``, itself not counted."""
    calendar = work_calendar()
    due = day - timedelta(days=1)
    while due > day - LOOKED_BACK and calendar.between(due + timedelta(days=1), day - timedelta(days=1)) < AFTER:
        due -= timedelta(days=1)
    return due
