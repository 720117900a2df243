"""Steps of a row from state to state: which are possible, which of them somebody may take, and taking one."""

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from django.core.exceptions import ValidationError

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register, Step
from sokhcn.records.writing import Actor, Pen


class Officer(Actor, Protocol):
    """Whoever takes a step: a writer who has permissions, as Django's users have them."""

    def has_perm(self, perm: str, obj: Any = None) -> bool: ...


class NotPossible(Exception):
    """A step that cannot be taken; ``findings`` say why, and what is possible."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(" ".join(str(finding) for finding in findings))
        self.findings = findings


def onward(register: Register, row: Kept, by: Officer | None = None) -> tuple[Step, ...]:
    """The steps that lead on from where ``row`` is; with ``by`` only those that they may take."""
    if not register.state or row.trashed_at:
        return ()
    now = getattr(row, register.state)
    steps = (step for step in register.steps if step.source == now)
    return tuple(step for step in steps if by is None or by.has_perm(step.who, row))


def forbidden(register: Register, row: Kept, target: Any, where: str = "") -> Finding | None:
    """Why ``row`` cannot go to the state ``target``, and where it can go; None where it can, or stays."""
    now = getattr(row, register.state)
    steps = onward(register, row)
    if target == now or any(step.target == target for step in steps):
        return None
    choices = register.column(register.state).choices
    names = [str(choices[step.target]) for step in steps]
    advice = "Từ đây chỉ chuyển sang: {onward}." if names else "Đây là tình trạng cuối."
    return must(
        "register.step",
        "Không chuyển được từ “{before}” sang “{after}”.",
        where=where,
        suggestion=advice,
        before=choices[now],
        after=choices[target],
        onward=", ".join(names),
    )


def not_theirs(register: Register, row: Kept, values: Mapping[str, Any], by: Officer) -> list[Finding]:
    """A finding where ``values`` would take a step that there is, and that ``by`` may not take."""
    target = values.get(register.state) if row.pk is not None and register.state else None
    steps = [step for step in onward(register, row) if step.target == target]
    if not steps or any(by.has_perm(step.who, row) for step in steps):
        return []
    return [must("register.who", "Vai trò của bạn không được thực hiện bước “{step}”.", step=steps[0].label)]


def unfilled(register: Register, row: Kept, before: Any, where: str = "") -> list[Finding]:
    """What the step that brought ``row`` from the state ``before`` needs and the row does not have."""
    now = getattr(row, register.state)
    needs = [name for step in register.steps if (step.source, step.target) == (before, now) for name in step.needs]
    columns = [register.column(name) for name in needs if getattr(row, name) in (None, "")]
    after = register.column(register.state).choices.get(now, now)
    template = "Để chuyển sang “{after}” phải ghi “{heading}”."
    return [must("register.needs", template, where=where, after=after, heading=column.heading) for column in columns]


def take_step(pen: Pen, register: Register, row: Kept, target: Any, *, by: Officer, **told: Any) -> None:
    """Bring ``row`` to the state ``target``, with what has to be ``told`` for it (fields by name), and write it.

    Raises ``NotPossible`` where no step leads there, ``by`` may not take it, or the row would be incomplete.
    """
    if why := forbidden(register, row, target):
        raise NotPossible(why)
    if not_yours := not_theirs(register, row, {register.state: target}, by):
        raise NotPossible(*not_yours)
    before = getattr(row, register.state)
    for name, value in {**told, register.state: target}.items():
        setattr(row, name, value)
    if findings := [*unfilled(register, row, before), *lacking(row)]:
        raise NotPossible(*findings)
    pen.save(row)


def lacking(row: Kept, where: str = "", but: Collection[str] = ()) -> list[Finding]:
    """What is wrong with the fields of ``row`` by themselves and together; those in ``but`` are not looked at."""
    # References were just found or are as they were: asking the database for each of them again costs a query a cell.
    found = {f.name for f in row._meta.concrete_fields if f.is_relation and getattr(row, f.attname) is not None}
    try:
        row.clean_fields(exclude={*found, *but})
        row.clean()
    except ValidationError as error:
        return [
            must("register.field", "{heading}: {why}", where=where, heading=_heading(row, name), why=" ".join(messages))
            for name, messages in error.message_dict.items()
        ]
    return []


def _heading(row: Kept, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name)) if name != "__all__" else "Dòng này"
