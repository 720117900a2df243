"""What officers say of an issued figure that would be another one now, and what is asked of the entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from sokhcn.kernel.finding import must
from sokhcn.people.models import User
from sokhcn.people.permissions import ANSWER_DRIFT, reads_all_of
from sokhcn.records.models import Agency
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from sokhcn.reports.models import Drift
from sokhcn.reports.readable import readable

State = Drift.State
ANSWERS = (State.CORRECT, State.SUPPLEMENT, State.NO_EFFECT)


class NoDrift(LookupError):
    """No such entry; the message says where to look."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an issued edition stands: how many entries wait for an answer, how many have which."""

    open: int
    correct: int
    supplement: int
    no_effect: int


def the_drift(number: int, agency: Agency) -> Drift:
    """The entry of that number. Raises ``NoDrift``."""
    found: Drift | None = Drift.objects.filter(pk=number, agency=agency.code).first()
    if found is None:
        raise NoDrift(f"Không có chênh lệch số {number}. Xem các chênh lệch: ./sokhcn drift list")
    return found


def the_drifts(named: str, agency: Agency) -> list[Drift]:
    """The entry of a number; or, of an edition (``2022-01/3``), all that wait for an answer. Raises ``NoDrift``."""
    if named.isdecimal():
        return [the_drift(int(named), agency)]
    found = [row for row in listed(agency, State.OPEN) if row.edition_label == named]
    if not found:
        raise NoDrift(f"Ấn bản “{named}” không có chênh lệch nào chờ trả lời.")
    return found


def answer(entries: Sequence[Drift], said: str, reason: str = "", *, by: User) -> None:
    """Say what is done about ``entries``; that nothing is done wants a reason. Raises ``NotPossible``."""
    if not by.has_perm(ANSWER_DRIFT):
        raise NotPossible(must("drift.who", "Chỉ người tổng hợp và lãnh đạo trả lời chênh lệch sau ban hành."))
    if any(entry.state == State.GONE for entry in entries):
        raise NotPossible(must("drift.gone", "Số này đã trở lại như đã ban hành, không cần trả lời."))
    if said == State.NO_EFFECT and not reason.strip():
        raise NotPossible(must("drift.reason", "Trả lời “Không ảnh hưởng” phải ghi lý do."))
    for entry in entries:
        entry.state, entry.reason = State(said), reason.strip()
        entry.answered_by, entry.answered_at = by.get_full_name() or by.get_username(), timezone.now()
    with writing(by=by, reason=reason, occasion="Trả lời chênh lệch sau ban hành") as pen:
        pen.save_many(entries)


def listed(agency: Agency, *states: str) -> Any:
    """The entries of an agency's issued reports, those that wait for an answer first."""
    rows = Drift.objects.filter(agency=agency.code)
    return (rows.filter(state__in=states) if states else rows).order_by("period_code", "addressee", "number", "pk")


def readable_causes(entries: Sequence[Drift], agency: Agency, by: User) -> dict[int, int]:
    """Leave to ``entries`` of ``agency`` the causes that ``by`` may read; how many of each entry they may not."""
    if reads_all_of(by, agency.pk):
        return {}
    theirs = readable(((cause["register"], cause["row"]) for entry in entries for cause in entry.causes), by)
    beyond = {}
    for entry in entries:
        told = [cause for cause in entry.causes if (cause["register"], cause["row"]) in theirs]
        beyond[entry.pk] = len(entry.causes) - len(told)
        entry.causes = told
    return beyond


def standing_of(agency: Agency, period_code: str, addressee: str, number: int) -> Standing:
    """How one issued edition stands."""
    named = {"period_code": period_code, "addressee": addressee, "number": number}
    states = list(Drift.objects.filter(agency=agency.code, **named).values_list("state", flat=True))
    return Standing(*(states.count(state) for state in (State.OPEN, *ANSWERS)))
