"""The verbs on a task that change more than its state: what a council or a decision does to it, in one passage."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sokhcn.areas.research.models import Adjustment, Council, Task
from sokhcn.areas.research.register.overseeing import REGISTERS as OVERSEEING
from sokhcn.areas.research.register.tasks import REGISTERS
from sokhcn.kernel.finding import must
from sokhcn.records.registering import Register
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen

(TASKS,) = REGISTERS
State, Kind, Outcome = Task.State, Adjustment.Kind, Council.Outcome
EXTENDABLE = (State.RUNNING, State.SUSPENDED)


def extend(pen: Pen, task: Task, *, by: Officer, decided_on: date, new_end: date, **told: Any) -> None:
    """Give a running task until ``new_end``, by a decision of the day ``decided_on``. Raises ``NotPossible``."""
    if not by.has_perm("registers.keep", task):
        raise NotPossible(must("register.who", "Vai trò của bạn không được gia hạn nhiệm vụ."))
    if task.state not in EXTENDABLE:
        template = "Nhiệm vụ ở tình trạng “{state}” thì không gia hạn được."
        advice = "Chỉ gia hạn nhiệm vụ đang thực hiện hoặc tạm dừng."
        raise NotPossible(must("research.extend", template, suggestion=advice, state=task.get_state_display()))
    if task.until and new_end <= task.until:
        template = "Thời hạn mới {to} không sau thời hạn đang có {until}."
        raise NotPossible(must("research.extend", template, to=f"{new_end:%d/%m/%Y}", until=f"{task.until:%d/%m/%Y}"))
    task.extended_to = new_end
    must_be_sound(task)
    pen.save(task)
    _adjust(pen, task, Kind.EXTENSION, {**told, "decided_on": decided_on, "new_end": new_end})


def suspend(pen: Pen, task: Task, *, by: Officer, **told: Any) -> None:
    """Stop a running task for a time; this and what follows need to be told ``decided_on``. Raises ``NotPossible``."""
    take_step(pen, TASKS, task, State.SUSPENDED, by=by)
    _adjust(pen, task, Kind.SUSPENSION, told)


def resume(pen: Pen, task: Task, *, by: Officer, **told: Any) -> None:
    """Let a suspended task go on. Raises ``NotPossible``."""
    take_step(pen, TASKS, task, State.RUNNING, by=by)
    _adjust(pen, task, Kind.RESUMPTION, told)


def terminate(pen: Pen, task: Task, *, by: Officer, **told: Any) -> None:
    """End a task before its results were accepted. Raises ``NotPossible``."""
    take_step(pen, TASKS, task, State.TERMINATED, by=by, terminated_on=told["decided_on"])
    _adjust(pen, task, Kind.TERMINATION, told)


def judge(pen: Pen, task: Task, *, by: Officer, accepted_on: date, rating: str, **told: Any) -> None:
    """Write down the council that rated the results: the task is accepted, or not. Raises ``NotPossible``."""
    failed = rating == Task.Rating.FAIL
    target = State.NOT_ACCEPTED if failed else State.ACCEPTED
    take_step(pen, TASKS, task, target, by=by, accepted_on=accepted_on, rating=rating)
    kind, outcome = Council.Kind.ACCEPTANCE, Outcome.UNFAVOURABLE if failed else Outcome.FAVOURABLE
    about = {"kind": kind, "held_on": accepted_on, "rating": rating, "outcome": outcome}
    council = Council(task=task, turn=_next_turn(Council, task, kind), **about, **told)
    must_be_sound(council)
    pen.save(council)


def _adjust(pen: Pen, task: Task, kind: Adjustment.Kind, told: Mapping[str, Any]) -> None:
    """The row of the decision, which is what figures count."""
    decided = Adjustment(task=task, kind=kind, turn=_next_turn(Adjustment, task, kind), **told)
    must_be_sound(decided)
    pen.save(decided)


def _next_turn(model: type[Adjustment] | type[Council], task: Task, kind: str) -> int:
    """One more than the last: a turn in the middle may have gone to the trash."""
    last: int | None = (
        model.objects.filter(task=task, kind=kind).order_by("-turn").values_list("turn", flat=True).first()
    )
    return (last or 0) + 1


def _book(model: type[Adjustment] | type[Council]) -> Register:
    return next(register for register in OVERSEEING if register.model is model)


DECIDED, MET = _book(Adjustment), _book(Council)
OF_DECISION = tuple(DECIDED.column(name) for name in ("decided_on", "new_end", "asked_on", "content"))
OF_COUNCIL = tuple(
    MET.column(name)
    for name in ("chair", "members", "present", "votes_excellent", "votes_for", "votes_against", "conclusion")
)


def _decision(
    label: str, run: Callable[..., None], *sources: Task.State, to: tuple[str, ...], end: tuple[str, ...] = ()
) -> Verb:
    needs = ("decided_on", *end)
    return Verb(label, Task, run, sources, needs, ("asked_on", "content"), targets=to, columns=OF_DECISION)


VERBS = (
    _decision("Gia hạn nhiệm vụ", extend, *EXTENDABLE, to=(), end=("new_end",)),
    _decision("Ghi quyết định tạm dừng", suspend, State.RUNNING, to=(State.SUSPENDED,)),
    _decision("Ghi quyết định cho tiếp tục", resume, State.SUSPENDED, to=(State.RUNNING,)),
    _decision("Ghi quyết định chấm dứt", terminate, *EXTENDABLE, State.SUBMITTED, to=(State.TERMINATED,)),
    Verb(
        "Ghi kết quả hội đồng nghiệm thu",
        Task,
        judge,
        (State.SUBMITTED, State.RUNNING),
        ("accepted_on", "rating"),
        tuple(column.name for column in OF_COUNCIL),
        targets=(State.ACCEPTED, State.NOT_ACCEPTED),
        columns=OF_COUNCIL,
    ),
)
