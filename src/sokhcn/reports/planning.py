"""Proposals for the plan of the next period: what is overdue, falls due or runs, read from the registers' due dates."""

from dataclasses import dataclass
from datetime import date

from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import Period
from sokhcn.records.asking import answer
from sokhcn.records.due import Due
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.models import Commitment


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that could stand in the plan, and why."""

    title: str
    reason: str
    due_on: date | None
    unit: str
    register: str
    row: int


def proposals(period: Period, agency: Agency) -> tuple[Proposal, ...]:
    """What the registers propose for the period after ``period``: in the order of the areas, earliest due first."""
    scope = Scope(agency.as_of(period.end).pk, period.next())
    deadlines = {deadline.key: deadline for deadline in catalogue.deadlines()}
    readings = answer({key: deadline.ask(scope) for key, deadline in deadlines.items()})
    return tuple(_proposal(due, deadlines[key].label) for key, reading in readings.items() for due in reading.entries)


def _proposal(due: Due, reason: str) -> Proposal:
    return Proposal(due.title, reason, due.due_on, due.unit, due.register, due.row)


def next_place(period: Period, agency: Agency) -> str:
    """The place after the last first-level commitment of ``period``."""
    rows = Commitment.objects.filter(agency=agency, period_code=period.code)
    return str(max((row.order[0] for row in rows), default=0) + 1)
