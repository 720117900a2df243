"""The verbs on what is proposed for Part II: to take it, worded otherwise if need be, or to leave it out."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_noop

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period
from sokhcn.people.models import User
from sokhcn.people.permissions import PLAN
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.closing.forecast import Group, forecast
from sokhcn.reports.models import Commitment
from sokhcn.reports.planning import next_place
from sokhcn.reports.vocabulary import examine_commitment

State = Commitment.State


class CannotTake(Exception):
    """A proposal is neither taken nor left out; ``findings`` have why. Nothing was written."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(" ".join(str(finding) for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Plan:
    """Whose plan, and of which report."""

    period: Period
    agency: Agency


def take(plan: Plan, key: str, *, by: User, text: str = "") -> Commitment:
    """Put the proposal called ``key`` in the plan as it is worded, or as ``text``. Raises ``CannotTake``."""
    return _decide(plan, key, State.CHOSEN, by=by, text=text)


def drop(plan: Plan, key: str, *, by: User) -> Commitment:
    """Leave the proposal called ``key`` out: it is not proposed again. Raises ``CannotTake``."""
    return _decide(plan, key, State.DROPPED, by=by)


def _decide(plan: Plan, key: str, state: State, *, by: User, text: str = "") -> Commitment:
    group = _the_group(plan, key)
    row = group.taken or _line(plan, group)
    row.state, row.text = state, text.strip() or row.text
    if not by.has_perm(PLAN, row):
        raise CannotTake(must("promise.permission", gettext_noop("{who} không được soạn phương hướng kỳ tới."), who=by))
    if findings := tuple(examine_commitment(row, {}, "")):
        raise CannotTake(*findings)
    what = "Đưa" if state == State.CHOSEN else "Không đưa"
    with writing(by=by, occasion=f"{what} vào nhiệm vụ kỳ tới: đề xuất {key}") as pen:
        pen.save(row)
    return row


def _line(plan: Plan, group: Group) -> Commitment:
    agency = plan.agency.as_of(plan.period.end)
    return Commitment(
        agency=agency,
        unit=group.unit,
        recorded_on=timezone.localdate(),
        period_code=plan.period.code,
        place=next_place(plan.period, agency),
        text=group.sentence,
        due_on=max(group.due_on, plan.period.next().end) if group.is_late else group.due_on,
        proposed_as=group.key,
    )


def _the_group(plan: Plan, key: str) -> Group:
    found = forecast(plan.period, plan.agency)
    group = next((group for group in found if group.key == key), None)
    if group is None:
        keys = ", ".join(group.key for group in found) or "không có"
        told = gettext_noop("Không có đề xuất “{key}” cho kỳ {period}.")
        after = plan.period.next().name
        about = {"key": key, "period": after, "keys": keys}
        raise CannotTake(must("promise.proposal", told, suggestion="Các đề xuất: {keys}.", **about))
    return group
