"""Contracts that end and acceptance dossiers that are awaited: asked for the period to come."""

from datetime import date, timedelta

from django.db.models import Q

from sokhcn.areas.research.entries import DOSSIER, dossier, ends
from sokhcn.areas.research.models import Task
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import ask, when, when_agency
from sokhcn.records.due import Deadline

State = Task.State
# While a dossier has not been handed in; later states wait for the council or for the liquidation.
BEFORE_DOSSIER = (State.RUNNING, State.SUSPENDED)
ORDER = ("ends_on", "code")


def _until(first: date, last: date) -> Q:
    """The contract, or its extension where there is one, ends between two days."""
    extended = Q(extended_to__isnull=False, extended_to__range=(first, last))
    return extended | Q(extended_to__isnull=True, ends_on__range=(first, last))


def _ask(scope: Scope, condition: Condition) -> Question:
    waiting = when("chưa nộp hồ sơ nghiệm thu", state__in=BEFORE_DOSSIER)
    return ask(Task.objects.all(), waiting, condition, when_agency(scope.agency))


def ending(scope: Scope) -> Question:
    ends_now = when("hết thời hạn hợp đồng trong kỳ", _until(*scope.days))
    return _ask(scope, ends_now).listed(ends, order=ORDER, related=("unit",))


def dossiers_due(scope: Scope) -> Question:
    first, last = scope.days
    due_now = when("hạn nộp hồ sơ nghiệm thu trong kỳ", _until(first - DOSSIER, last - DOSSIER))
    return _ask(scope, due_now).listed(dossier, order=ORDER, related=("unit",))


def dossiers_overdue(scope: Scope) -> Question:
    before = when("hạn nộp hồ sơ nghiệm thu trước kỳ", _until(date.min, scope.days[0] - DOSSIER - timedelta(days=1)))
    return _ask(scope, before).listed(dossier, order=ORDER, related=("unit",))


DEADLINES = (
    Deadline("research.ending", "Nhiệm vụ KH&CN hết thời hạn hợp đồng trong kỳ", ending),
    Deadline("research.dossiers_due", "Nhiệm vụ KH&CN đến hạn nộp hồ sơ nghiệm thu trong kỳ", dossiers_due),
    Deadline("research.dossiers_overdue", "Nhiệm vụ KH&CN quá hạn nộp hồ sơ nghiệm thu", dossiers_overdue),
)
