"""The verbs on a task that change more than its state: what a council or a decision does to it, in one passage."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sokhcn.areas.research.models import Adjustment, Council, Task
from sokhcn.areas.research.register.tasks import REGISTERS
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.writing import writing

(TASKS,) = REGISTERS
State, Kind, Outcome = Task.State, Adjustment.Kind, Council.Outcome
EXTENDABLE = (State.RUNNING, State.SUSPENDED)


def extend(task: Task, *, to: date, on: date, by: Officer, **told: Any) -> Adjustment:
    """Give a running task until ``to``, by a decision of the day ``on``. Raises ``NotPossible``."""
    if not by.has_perm("registers.keep", task):
        raise NotPossible(must("register.who", "Vai trò của bạn không được gia hạn nhiệm vụ."))
    if task.state not in EXTENDABLE:
        template = "Nhiệm vụ ở tình trạng “{state}” thì không gia hạn được."
        advice = "Chỉ gia hạn nhiệm vụ đang thực hiện hoặc tạm dừng."
        raise NotPossible(must("research.extend", template, suggestion=advice, state=task.get_state_display()))
    if task.until and to <= task.until:
        template = "Thời hạn mới {to} không sau thời hạn đang có {until}."
        raise NotPossible(must("research.extend", template, to=f"{to:%d/%m/%Y}", until=f"{task.until:%d/%m/%Y}"))
    decided = _adjustment(task, Kind.EXTENSION, on, {**told, "new_end": to})
    with writing(by=by, reason=f"Gia hạn đến {to:%d/%m/%Y}") as pen:
        task.extended_to = to
        pen.save(task)
        pen.save(decided)
    return decided


def suspend(task: Task, *, on: date, by: Officer, **told: Any) -> Adjustment:
    """Stop a running task for a time. Raises ``NotPossible``."""
    return _decide(task, State.SUSPENDED, _adjustment(task, Kind.SUSPENSION, on, told), by=by)


def resume(task: Task, *, on: date, by: Officer, **told: Any) -> Adjustment:
    """Let a suspended task go on. Raises ``NotPossible``."""
    return _decide(task, State.RUNNING, _adjustment(task, Kind.RESUMPTION, on, told), by=by)


def terminate(task: Task, *, on: date, by: Officer, **told: Any) -> Adjustment:
    """End a task before its results were accepted. Raises ``NotPossible``."""
    ended = _adjustment(task, Kind.TERMINATION, on, told)
    return _decide(task, State.TERMINATED, ended, by=by, terminated_on=on)


def judge(task: Task, *, on: date, rating: str, by: Officer, **told: Any) -> Council:
    """Write down the council that rated the results: the task is accepted, or not. Raises ``NotPossible``."""
    failed = rating == Task.Rating.FAIL
    outcome = Outcome.UNFAVOURABLE if failed else Outcome.FAVOURABLE
    council = Council(task=task, kind=Council.Kind.ACCEPTANCE, held_on=on, rating=rating, outcome=outcome, **told)
    council.turn = Council.objects.filter(task=task, kind=council.kind).count() + 1
    target = State.NOT_ACCEPTED if failed else State.ACCEPTED
    with writing(by=by, reason="Ghi kết quả hội đồng nghiệm thu") as pen:
        take_step(pen, TASKS, task, target, by=by, accepted_on=on, rating=rating)
        pen.save(council)
    return council


def _adjustment(task: Task, kind: Adjustment.Kind, on: date, told: Mapping[str, Any]) -> Adjustment:
    turn = Adjustment.objects.filter(task=task, kind=kind).count() + 1
    return Adjustment(task=task, kind=kind, turn=turn, decided_on=on, **told)


def _decide(task: Task, target: Task.State, decided: Adjustment, *, by: Officer, **told: Any) -> Adjustment:
    with writing(by=by, reason=f"{decided.get_kind_display()} nhiệm vụ") as pen:
        take_step(pen, TASKS, task, target, by=by, **told)
        pen.save(decided)
    return decided
