"""Verbs on key tasks that change more than a state: completing, extending, carrying over into the next year."""

from datetime import date

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask
from sokhcn.areas.programme.register import REGISTERS
from sokhcn.kernel.finding import must
from sokhcn.records.models import Paper
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.writing import writing

TASKS = REGISTERS[0]
State = KeyTask.State
SAME = ("agency", "unit", "title", "source", "product", "leader", "cooperating", "paper", "started_on", "progress")


def complete(row: KeyTask, on: date, *, by: Officer, result: str = "", evidence: Paper | None = None) -> None:
    """Write down that ``row`` was done ``on`` that day, and the paper that shows it. Raises ``NotPossible``."""
    with writing(by=by, reason="Ghi hoàn thành") as pen:
        take_step(pen, TASKS, row, State.COMPLETED, by=by, completed_on=on, progress=100, result=result)
        if evidence is not None:
            pen.save(Evidence(task=row, paper=evidence, dated_on=evidence.issued_on))


def extend(row: KeyTask, until: date, decided: Paper | date, *, by: Officer, reason: str = "") -> None:
    """Give ``row``, which asked for it, the deadline ``until``, by a paper or on a day. Raises ``NotPossible``."""
    old, paper = row.due_on, decided if isinstance(decided, Paper) else None
    on = decided.issued_on if isinstance(decided, Paper) else decided
    if old is None or until <= old:
        raise NotPossible(must("programme.no_extension", "Thời hạn mới phải sau thời hạn cũ của nhiệm vụ."))
    if on is None:
        raise NotPossible(must("programme.undated", "Văn bản {paper} chưa ghi ngày.", paper=paper))
    with writing(by=by, reason="Ghi được gia hạn") as pen:
        take_step(pen, TASKS, row, State.RUNNING, by=by, due_on=until)
        days = {"old_due_on": old, "new_due_on": until, "decided_on": on}
        pen.save(Extension(task=row, decision=paper, reason=reason, **days))


def carry_over(row: KeyTask, code: str, on: date, *, by: Officer, due_on: date | None = None) -> KeyTask:
    """The task ``code`` of the next year that goes on with ``row``, which ends here. Raises ``NotPossible``."""
    state = row.state if row.state != State.EXTENSION_ASKED else State.RUNNING
    with writing(by=by, reason="Chuyển tiếp sang năm sau") as pen:
        take_step(pen, TASKS, row, State.CARRIED, by=by)
        about = {"code": code, "year": row.year + 1, "due_on": due_on, "state": state, "recorded_on": on}
        new = KeyTask(carried_from=row, **about, **{name: getattr(row, name) for name in SAME})
        pen.save(new)
    return new
