"""A file for a register: read, tried as a whole, and written only if nothing in it is wrong, or as far as it is good."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction

from sokhcn.intake.mapping import Line, Taken, take_slowly
from sokhcn.intake.marking import Mark
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.judging import judge_of
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register
from sokhcn.records.trying import Ink, Trial
from sokhcn.records.writing import writing
from sokhcn.reports.teaching import taught_for

AT_ONCE = 1000


class Way(StrEnum):
    """How a file is taken: as a trial; all or nothing; or the good rows, while the others go back."""

    TRIAL = "trial"
    WHOLE = "whole"
    GOOD = "good"


class Fate(StrEnum):
    """What becomes of a line; the values are the looks of the states on a page."""

    NEW = "new"
    CHANGED = "busy"
    SAME = "draft"
    WRONG = "bad"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a file: rows added, changed and found as they were, and everything wrong with it.

    ``marks`` say where in the sheet, ``notes`` how it was understood. Where something is wrong nothing was written,
    unless the good rows alone were asked for.
    """

    register: str
    added: int
    changed: int
    same: int
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    marks: tuple[Mark, ...] = ()
    fates: Mapping[int, Fate] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.added + self.changed + self.same

    @property
    def wrong(self) -> int:
        """How many lines are not good."""
        return len({mark.line for mark in self.marks})


class _Undone(Exception):
    """Undoes the transaction: findings stand in the way, or it was only a trial."""


def receive(register: Register, sheet: Sheet, *, by: User, today: date, way: Way = Way.WHOLE) -> Receipt:
    """Take every line of ``sheet`` into ``register``, or none; or those that are good.

    A trial asks no turn at the gate and writes nothing, but where a constraint is understood by the database alone: then
    it goes all the way and is undone.
    """
    taken = take_slowly(sheet, register.columns, taught_for(register))
    desk = _Desk(register, sheet, taken, {"agency": by.agency, "recorded_on": today}, way)
    if taken.findings:
        return desk.receipt(written=False)
    if way is Way.TRIAL and _is_understood(register):
        desk.work(Trial())
        return desk.receipt(written=True)
    try:
        with writing(by=by, reason=f"Nhập từ tệp {sheet.name}") as pen:
            desk.work(pen)
            if way is Way.TRIAL or (desk.marks and way is Way.WHOLE):
                raise _Undone
    except _Undone:
        return desk.receipt(written=way is Way.TRIAL)
    except IntegrityError:
        desk.others.append(refused(sheet.name))
        return desk.receipt(written=False)
    return desk.receipt(written=True)


def _is_understood(register: Register) -> bool:
    models = (register.model, *(part.model for part in register.parts))
    return all(judge_of(model).knows_all for model in models)


@dataclass(slots=True)
class _Desk:
    """One file on its way into a register."""

    register: Register
    sheet: Sheet
    taken: Taken
    defaults: Mapping[str, Any]
    way: Way
    marks: list[Mark] = field(default_factory=list)
    others: list[Finding] = field(default_factory=list)
    fates: dict[int, Fate] = field(default_factory=dict)

    def receipt(self, *, written: bool) -> Receipt:
        findings = (*self.taken.findings, *self.others, *(mark.finding for mark in self.marks))
        fates = list(self.fates.values()) if written else []
        counts = (fates.count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME))
        return Receipt(self.register.slug, *counts, findings, self.taken.notes, tuple(self.marks), self.fates)

    def work(self, pen: Ink) -> None:
        filling = Filling(self.register, pen, self.defaults)
        # Where a line may name another line of the same file, each is written before the next is read.
        at_once = 1 if filling.refers_to_itself else AT_ONCE
        for lines in _batched(self.taken.lines, at_once):
            told = [(line.where, line.values) for line in lines]
            spoilt = [[f.about for f in line.findings] if line.findings else None for line in lines]
            filled = filling.fill(told, spoilt)
            sound = [one for one in zip(lines, filled, strict=True) if self._is_sound(*one)]
            filling.learn(self._saved(sound, pen))

    def _is_sound(self, line: Line, row: Filled) -> bool:
        """Whether nothing is wrong with a line; what is wrong is marked at its place."""
        for finding in (*line.findings, *row.findings):
            place = self.taken.places.get(finding.about)
            where = self.sheet.at(line.number, place) if finding.where == line.where else finding.where
            self.marks.append(Mark(line.number, place, replace(finding, where=where)))
        sound = not (line.findings or row.findings)
        self.fates[line.number] = _fate(row) if sound else Fate.WRONG
        return sound

    def _saved(self, sound: Sequence[tuple[Line, Filled]], pen: Ink) -> list[Filled]:
        """Write what is new or changed, with its lists. The database may refuse what nobody foresaw."""
        written = [one for one in sound if self.fates[one[0].number] is not Fate.SAME]
        rows = [row for _, row in written]
        if isinstance(pen, Trial):
            pen.save_many(row.row for row in rows)
            return rows
        try:
            with transaction.atomic():  # a savepoint: after a refusal the database still answers why
                pen.save_many(row.row for row in rows if row.is_new)
                pen.save_many(row.row for row in rows if not row.is_new)
                for row in rows:
                    row.set_lists()
        except IntegrityError:
            broken = [(line, f) for line, row in written for f in broken_by(row.row, row.where)]
            if not broken:
                raise
            self.marks += [Mark(line.number, None, finding) for line, finding in broken]
            self.fates |= {line.number: Fate.WRONG for line, _ in broken}
            raise _Undone from None
        return rows


def _fate(row: Filled) -> Fate:
    return Fate.NEW if row.is_new else Fate.CHANGED if row.is_changed else Fate.SAME


def _batched(lines: Iterable[Line], size: int) -> Iterator[list[Line]]:
    rest = iter(lines)
    while some := list(islice(rest, size)):
        yield some
