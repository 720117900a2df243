"""The verb that answers a promise; what is carried over stands in the plan of the report that says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_noop

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import ANSWER
from sokhcn.records.kept import Kept
from sokhcn.records.lists import tell
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.closing.promises import Promise, Reckoning
from sokhcn.reports.models import Answer, Commitment
from sokhcn.reports.planning import next_place

Result = Answer.Result


class CannotAnswer(Exception):
    """An answer is not taken; ``finding`` has why. Nothing was written."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered, and why."""

    result: Result
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer as written, and the line of the new plan that carries the promise on."""

    answer: Answer
    carried: Commitment | None


def answer(found: Reckoning, number: str, said: Said, *, by: User) -> Answered:
    """Answer the promise called ``number`` in the report of ``found.period``; answered again, it is as said last.
    Raises ``CannotAnswer``."""
    promise = _the_promise(found, number)
    row, reason = promise.commitment, said.reason.strip()
    if not by.has_perm(ANSWER, row):
        raise _cannot(
            "promise.permission", gettext_noop("{who} không được trả lời nhiệm vụ này."), who=by.get_full_name()
        )
    if said.result in Answer.WITH_REASON and not reason:
        told = gettext_noop("Trả lời “{result}” phải có lý do.")
        raise _cannot("promise.reason", told, suggestion="Ghi lý do sau --reason.", result=said.result.label)
    now = promise.answer or Answer(commitment=row, agency=row.agency, unit=row.unit, period_code=found.period.code)
    now.result, now.reason, now.by = said.result, reason, by.get_full_name() or by.get_username()
    now.recorded_on = now.recorded_on or timezone.localdate()
    occasion = f"Trả lời nhiệm vụ {number} của kỳ {found.planned.name}"
    with writing(by=by, reason=reason, occasion=occasion) as pen:
        pen.save(now)
        return Answered(now, _carry(pen, found, promise, said.result))


def _the_promise(found: Reckoning, number: str) -> Promise:
    chosen = next((promise for promise in found.promises if promise.number == number), None)
    if chosen is None:
        told = gettext_noop("Kỳ {planned} không có nhiệm vụ “{number}” phải trả lời.")
        numbers = ", ".join(promise.number for promise in found.promises) or "không có"
        about = {"planned": found.planned.name, "number": number, "numbers": numbers}
        raise _cannot("promise.unknown", told, suggestion="Các nhiệm vụ: {numbers}.", **about)
    return chosen


def _carry(pen: Pen, found: Reckoning, promise: Promise, result: Result) -> Commitment | None:
    """Put what is carried over in the plan of the report, once; take it out again where it is answered otherwise."""
    row = promise.commitment
    there: Commitment | None = row.carried.filter(trashed_at=None, period_code=found.period.code).first()
    if result != Result.CARRIED:
        if there is not None:
            pen.trash(there)
        return None
    if there is not None:
        return there
    made = Commitment(
        agency=row.agency,
        unit=row.unit,
        recorded_on=timezone.localdate(),
        note=row.note,
        period_code=found.period.code,
        place=next_place(found.period, row.agency),
        text=row.text,
        due_on=found.period.next().end,
        carries=row,
    )
    tell(made, _lists(row))
    pen.save(made)
    return made


def _lists(row: Commitment) -> Mapping[str, list[Kept]]:
    return {name: list(getattr(row, name).all()) for name in ("papers", "tasks")}


def _cannot(id: str, told: str, *, suggestion: str = "", **values: str) -> CannotAnswer:
    finding: Finding = must(id, told, suggestion=suggestion, where="", about="", **values)
    return CannotAnswer(finding)
