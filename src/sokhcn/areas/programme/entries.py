"""What the chapter says of one plan, and what is said of a key task that goes on."""

from dataclasses import dataclass

from sokhcn.areas.programme.models import KeyTask, WorkPlan
from sokhcn.kernel.papers import Mention
from sokhcn.records.due import Due


@dataclass(frozen=True, slots=True)
class Plan:
    """``paper`` is the paper that the plan carries out, where there is one."""

    title: str
    subject: str
    paper: Mention | None


def plan(row: WorkPlan) -> Plan:
    return Plan(row.title, row.subject, row.basis.mention if row.basis else None)


def due(row: KeyTask) -> Due:
    return Due(row.title, row.due_on, row.unit.short if row.unit else "", row._meta.label_lower, row.pk)
