"""Key tasks that fall due: asked for the period to come, so that its directions can be proposed from them."""

from django.db.models import Q

from sokhcn.areas.programme.entries import due
from sokhcn.areas.programme.models import KeyTask
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import ask, when, when_agency
from sokhcn.records.due import Deadline

State = KeyTask.State
OPEN = (State.PLANNED, State.RUNNING, State.EXTENSION_ASKED)


def _ask(scope: Scope, *conditions: Condition) -> Question:
    unfinished = when("chưa hoàn thành", state__in=OPEN)
    asked = ask(KeyTask.objects.all(), unfinished, *conditions, when_agency(scope.agency))
    return asked.listed(due, order=("due_on", "code"), related=("unit",))


def overdue(scope: Scope) -> Question:
    return _ask(scope, when("thời hạn trước kỳ", due_on__lt=scope.days[0]))


def due_in_period(scope: Scope) -> Question:
    return _ask(scope, when("thời hạn trong kỳ", due_on__range=scope.days))


def running(scope: Scope) -> Question:
    later = when("thời hạn sau kỳ hoặc chưa định", Q(due_on__gt=scope.last_day) | Q(due_on=None))
    return _ask(scope, when("đã bắt đầu", started_on__lte=scope.last_day), later)


DEADLINES = (
    Deadline("programme.overdue", "Nhiệm vụ trọng tâm quá hạn, chưa hoàn thành", overdue),
    Deadline("programme.due", "Nhiệm vụ trọng tâm đến hạn trong kỳ", due_in_period),
    Deadline("programme.running", "Nhiệm vụ trọng tâm đang thực hiện, đến hạn sau kỳ", running),
)
