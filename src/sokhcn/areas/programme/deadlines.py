"""Key tasks that fall due, and those that go on."""

from typing import Any

from django.db.models import Q

from sokhcn.areas.programme.entries import due
from sokhcn.areas.programme.models import KeyTask
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, when, when_agency
from sokhcn.records.due import Deadline, Prospect
from sokhcn.records.terms import Falls, Terms

State = KeyTask.State
OPEN = (State.PLANNED, State.RUNNING, State.EXTENSION_ASKED)


def _waiting() -> Any:
    return KeyTask.objects.filter(state__in=OPEN, due_on__isnull=False)


def _falls(row: KeyTask, terms: Terms) -> Falls | None:
    return Falls(row.due_on) if row.due_on else None


def running(scope: Scope) -> Question:
    later = when("thời hạn sau kỳ hoặc chưa định", Q(due_on__gt=scope.last_day) | Q(due_on=None))
    begun = when("đã bắt đầu", started_on__lte=scope.last_day)
    asked = ask(KeyTask.objects.all(), when("chưa hoàn thành", state__in=OPEN), begun, later, when_agency(scope.agency))
    return asked.listed(due, order=("due_on", "code"), related=("unit",))


DEADLINES = (
    Deadline(
        "programme.due",
        "hoàn thành nhiệm vụ trọng tâm",
        KeyTask,
        _waiting,
        _falls,
        lambda row: str(row.title),
        promise="Hoàn thành {n} nhiệm vụ trọng tâm đến hạn trong {period}.",
    ),
)
PROSPECTS = (Prospect("programme.running", "Đang thực hiện nhiệm vụ trọng tâm", running),)
