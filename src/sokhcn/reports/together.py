"""One thing done with several rows of a register: all of them or, where one is in the way, none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import IntegrityError

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.locks import Locked, WindowShut
from sokhcn.records.refused import refused
from sokhcn.records.registering import Register
from sokhcn.records.stepping import NotPossible, forbidden, lacking, not_theirs, unfilled
from sokhcn.records.trying import refuse_shut
from sokhcn.records.writing import Pen, StaleRow, writing
from sokhcn.reports.acting import tell_acting


@dataclass(frozen=True, slots=True)
class Hindered:
    """A row with which it cannot be done, and why."""

    row: Kept
    why: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows with which it can be done, and the others."""

    ready: tuple[Kept, ...]
    hindered: tuple[Hindered, ...]


def sorted_for(register: Register, rows: Iterable[Kept], target: str, *, by: User) -> Sorted:
    """Which of ``rows`` can go to the state ``target``, or into the trash where none is named; nothing is written."""
    ready, hindered = [], []
    for row in rows:
        if why := _in_the_way(register, row, target, by):
            hindered.append(Hindered(row, why))
        else:
            ready.append(row)
    shut = _shut(register, ready, target)
    hindered += (Hindered(row, shut[row.pk]) for row in ready if row.pk in shut)
    return Sorted(tuple(row for row in ready if row.pk not in shut), tuple(hindered))


def _shut(register: Register, rows: Sequence[Kept], target: str) -> dict[int, str]:
    """Why closed windows hold some of ``rows``, by key."""
    state = register.state if target else ""
    before = [getattr(row, state, None) for row in rows]
    try:
        for row in rows if state else ():
            setattr(row, state, target)
        refuse_shut(register.model, rows, whole=not target)
    except WindowShut as shut:
        return {row.pk: str(why) for row, _day, why in shut.rows if type(row) is register.model}
    finally:
        for row, was in zip(rows, before, strict=True) if state else ():
            setattr(row, state, was)
    return {}


def _in_the_way(register: Register, row: Kept, target: str, by: User) -> str:
    if not by.has_perm(register.keeper, row):
        return "ngoài phạm vi được sửa của bạn"
    if not target:
        return ""
    before = getattr(row, register.state)
    if before == target:
        return "đã ở tình trạng này"
    stops = [forbidden(register, row, target), *not_theirs(register, row, {register.state: target}, by)]
    if found := next((stop for stop in stops if stop), None):
        return str(found)
    setattr(row, register.state, target)
    wants = [*unfilled(register, row, before), *lacking(row)]
    setattr(row, register.state, before)
    return " ".join(map(str, wants))


def bring(register: Register, rows: Sequence[Kept], target: str, *, by: User, reason: str) -> tuple[Finding, ...]:
    """Bring all ``rows`` to the state ``target``, or into the trash where none is named, in one passage; what stands in
    the way, and then nothing was written."""
    try:
        with writing(by=by, reason=reason) as pen:
            _bring(pen, register, rows, target, by=by)
    except NotPossible as why:
        return why.findings
    except WindowShut as shut:
        return tuple(finding for _row, _day, finding in shut.rows)
    except Locked as locked:
        return (locked.finding,)
    except StaleRow as stale:
        return (must("register.stale", "{why}", why=stale),)
    except IntegrityError:
        return (refused(),)
    return ()


def _bring(pen: Pen, register: Register, rows: Sequence[Kept], target: str, *, by: User) -> None:
    told = sorted_for(register, rows, target, by=by)
    if told.hindered:
        raise NotPossible(*(_hindrance(one) for one in told.hindered))
    tell_acting(pen, by, *rows, permission=register.keeper)
    if not target:
        for row in rows:
            pen.trash(row)
        return
    for row in rows:
        setattr(row, register.state, target)
    pen.save_many(rows)


def _hindrance(one: Hindered) -> Finding:
    return must("register.together", "“{row}”: {why}", row=one.row, why=one.why)
