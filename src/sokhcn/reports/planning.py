"""Proposals for the plan of the next period: what is overdue, falls due or runs, as the registers say it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Question
from sokhcn.people.models import User
from sokhcn.people.permissions import reads_all_of
from sokhcn.records.asking import answer
from sokhcn.records.due import Due, deadlines, due_in, overdue
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.models import Commitment
from sokhcn.reports.readable import readable


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that could stand in the plan, why, and the ``look`` of that reason: ``late``, ``soon`` or ``wait``.

    ``register`` is the slug of the register that has the row.
    """

    title: str
    reason: str
    look: str
    due_on: date | None
    unit: str
    register: str
    row: int


def proposals(period: Period, agency: Agency, by: User) -> tuple[Proposal, ...]:
    """What the registers propose for the period after ``period``: overdue first, then due, then running, so far as
    ``by`` may read the rows; two queries for all that falls due and two for each register that tells what runs."""
    scope = Scope(agency.as_of(period.end).pk, period.next())
    asked = tuple(_asked(scope))
    readings = answer({str(n): question for n, (_, _, question) in enumerate(asked)})
    found = [(due, told) for n, told in enumerate(asked) for due in readings[str(n)].entries]
    if not reads_all_of(by, agency.pk):
        theirs = readable(((due.register, due.row) for due, _ in found), by)
        found = [(due, told) for due, told in found if (due.register, due.row) in theirs]
    slugs = {register.model._meta.label_lower: register.slug for register in catalogue.registers()}
    return tuple(_proposal(due, reason, look, slugs) for due, (reason, look, _) in found)


def _asked(scope: Scope) -> Iterator[tuple[str, str, Question]]:
    planned = [deadline for deadline in deadlines() if deadline.planned]
    for deadline in planned:
        yield _("Quá hạn {label}").format(label=_(deadline.label)), "late", overdue(deadline, scope)
    for deadline in planned:
        yield _("Đến hạn {label}").format(label=_(deadline.label)), "soon", due_in(deadline, scope)
    for prospect in catalogue.prospects():
        yield _(prospect.label), "wait", prospect.ask(scope)


def _proposal(due: Due, reason: str, look: str, slugs: dict[str, str]) -> Proposal:
    return Proposal(due.title, reason, look, due.due_on, due.unit, slugs[due.register], due.row)


def next_place(period: Period, agency: Agency) -> str:
    """The place after the last first-level commitment of ``period``."""
    rows = Commitment.objects.filter(agency=agency, period_code=period.code)
    return str(max((row.order[0] for row in rows), default=0) + 1)
