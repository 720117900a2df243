"""Verbs on key tasks that change more than a state: completing, extending, carrying over into the next year."""

from datetime import date
from typing import Any

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask
from sokhcn.areas.programme.register import OPEN, REGISTERS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import must
from sokhcn.records.models import Paper
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen

TASKS = REGISTERS[0]
State = KeyTask.State
SAME = (
    "agency",
    "unit",
    "title",
    "source",
    "section",
    "product",
    "leader",
    "cooperating",
    "paper",
    "started_on",
    "progress",
)


def complete(pen: Pen, row: KeyTask, *, by: Officer, evidence: Paper | None = None, **told: Any) -> None:
    """Write down that ``row`` was done on ``completed_on``, and the paper that shows it."""
    take_step(pen, TASKS, row, State.COMPLETED, by=by, progress=100, **told)
    if evidence is not None:
        pen.save(Evidence(task=row, paper=evidence, dated_on=evidence.issued_on))


def extend(pen: Pen, row: KeyTask, *, by: Officer, due_on: date, decided: Paper | date, **told: Any) -> None:
    """Give ``row``, which asked for it, the deadline ``due_on``, by a paper or on a day. Raises ``NotPossible``."""
    old, paper = row.due_on, decided if isinstance(decided, Paper) else None
    on = decided.issued_on if isinstance(decided, Paper) else decided
    if old is None or due_on <= old:
        raise NotPossible(must("programme.no_extension", "Thời hạn mới phải sau thời hạn cũ của nhiệm vụ."))
    if on is None:
        raise NotPossible(must("programme.undated", "Văn bản {paper} chưa ghi ngày.", paper=paper))
    take_step(pen, TASKS, row, State.RUNNING, by=by, due_on=due_on)
    days = {"old_due_on": old, "new_due_on": due_on, "decided_on": on}
    pen.save(Extension(task=row, decision=paper, **days, **told))


def carry_over(pen: Pen, row: KeyTask, *, by: Officer, **told: Any) -> KeyTask:
    """The task of the next year, told by its ``code``, that goes on with ``row``, which ends here."""
    state = row.state if row.state != State.EXTENSION_ASKED else State.RUNNING
    take_step(pen, TASKS, row, State.CARRIED, by=by)
    about = {"carried_from": row, "year": row.year + 1, "state": state}
    new = KeyTask(**{name: getattr(row, name) for name in SAME}, **about, **told)
    must_be_sound(new)
    pen.save(new)
    return new


VERBS = (
    Verb("Ghi hoàn thành", KeyTask, complete, OPEN, ("completed_on",), ("result",), targets=(State.COMPLETED,)),
    Verb(
        "Chuyển tiếp sang năm sau",
        KeyTask,
        carry_over,
        OPEN,
        ("code", "recorded_on"),
        ("due_on",),
        targets=(State.CARRIED,),
    ),
    # What was asked for may be refused as well: the step that goes on without an extension stays beside it.
    Verb(
        "Cho gia hạn",
        KeyTask,
        extend,
        (State.EXTENSION_ASKED,),
        ("due_on", "decided"),
        ("reason",),
        columns=(
            Column("due_on", "Thời hạn mới", Cell.DATE),
            Column("decided", "Ngày cho gia hạn", Cell.DATE),
            Column("reason", "Lý do gia hạn"),
        ),
    ),
)
