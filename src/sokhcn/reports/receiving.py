"""A file for a register: read, tried as a whole, and written if nothing in it is wrong, or as far as it is good."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any

from django.db import IntegrityError, transaction

from sokhcn.intake.mapping import Line, Taken, take_slowly
from sokhcn.intake.marking import Mark
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.progress import tell
from sokhcn.people.models import User
from sokhcn.records.abreast import Abreast, Sound
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.judging import judge_of
from sokhcn.records.leaning import in_turns
from sokhcn.records.likeness import likenesses
from sokhcn.records.locks import Locked, WindowShut
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register
from sokhcn.records.trying import Ink, Trial, refuse_shut
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.acting import Acting
from sokhcn.reports.lately import Shown, Under, lately, under
from sokhcn.reports.reaching import Reaching, refusal
from sokhcn.reports.teaching import taught_for

AT_ONCE = 1000
AFTER_ALL = 1_000_000  # a place behind those of all cells: what is about a whole line
SELDOM = 50_000, 20, 100  # objects made, and rounds, between two searches for garbage
Numbered = tuple[int, Filled]  # the number of a line, and its row


class Fate(StrEnum):
    """What becomes of a line; the values are the looks of the states on a page. A line that is held is good itself:
    something else stands in the way of the file."""

    NEW = "new"
    CHANGED = "busy"
    SAME = "draft"
    WRONG = "bad"
    HELD = "wait"


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


class _RefusedRows(Exception):
    """The database refused rows for what nobody foresaw; they are marked, and nothing was written."""


def receive(register: Register, sheet: Sheet, *, by: User, today: date, reason: str = "") -> Receipt:
    """Take every line of ``sheet`` into ``register``, or none. Rows that an issued report counted change only with a
    ``reason``."""
    gate = writing(by=by, reason=reason, occasion=f"Nhập từ tệp {sheet.name}")
    return _through(gate, _Desk(register, sheet, by, today), whole=True)


def receive_good(register: Register, sheet: Sheet, *, by: User, today: date, reason: str = "") -> Receipt:
    """Take the good lines of ``sheet``; the others are told as they would be by ``receive``."""
    gate = writing(by=by, reason=reason, occasion=f"Nhập các dòng đúng của tệp {sheet.name}")
    return _through(gate, _Desk(register, sheet, by, today), whole=False)


def try_out(register: Register, sheet: Sheet, *, by: User, today: date, reason: str = "") -> Receipt:
    """What ``receive`` would come to. It asks no turn at the gate and writes nothing, but where the database alone
    understands a constraint: then it goes all the way and is undone."""
    desk = _Desk(register, sheet, by, today)
    since = desk.under()
    if not _is_understood(register):
        gate = _undone(writing(by=by, reason=reason, occasion=f"Thử tệp {sheet.name}"))
        return _through(gate, desk, whole=False)
    try:
        with _sheet_set_aside():
            desk.work(Trial(reason))
    except Locked as locked:
        desk.others.append(locked.finding)
    else:
        desk.show(since)
    return desk.receipt(counted=not desk.others)


@contextmanager
def _undone(gate: AbstractContextManager[Pen]) -> Iterator[Pen]:
    """The gate opened for a trial."""
    with gate as pen:
        yield pen
        raise _Undone


def _through(gate: AbstractContextManager[Pen], desk: "_Desk", *, whole: bool) -> Receipt:
    if desk.taken.findings:
        return desk.receipt(counted=False)
    try:
        with _sheet_set_aside(), gate as pen:
            desk.work(pen)
            desk.acting.tell(pen)
            if whole and desk.marks:
                raise _Undone
    except _Undone:
        return desk.receipt(counted=not whole)
    except _RefusedRows:
        return desk.receipt(counted=False)
    except Locked as locked:
        desk.others.append(locked.finding)
    except IntegrityError:
        desk.others.append(refused(desk.sheet.name))
    else:
        lately.forget(desk.sheet)
    return desk.receipt(counted=not desk.others)


@contextmanager
def _sheet_set_aside() -> Iterator[None]:
    """What is in memory already, a million cells perhaps, is not looked through again and again for garbage, and what
    comes is looked through a tenth as often: rows go as soon as nothing names them."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _is_understood(register: Register) -> bool:
    models = (register.model, *(part.model for part in register.parts))
    return all(judge_of(model).knows_all for model in models)


class _Desk:
    """One file on its way into a register."""

    def __init__(self, register: Register, sheet: Sheet, by: User, today: date) -> None:
        self.register, self.sheet = register, sheet
        self.reaching, self.strange = Reaching(by), set[int]()
        self.acting = Acting(by, register.keeper)
        self.by, self.today, self.taught = by, today, taught_for(register)
        self.taken: Taken = take_slowly(sheet, register.columns, self.taught)
        self.tried: list[tuple[Sequence[int], Sound]] | None = []  # of a trial; None once a block is not all new
        self.defaults: Mapping[str, Any] = {"agency": by.agency, "recorded_on": today}
        self.marks: list[Mark] = []
        self.others: list[Finding] = []
        self.doubts: list[Finding] = []
        self.fates: dict[int, Fate] = {}

    def receipt(self, *, counted: bool) -> Receipt:
        """``counted``: what would be, or was, written is told as well."""
        marks = tuple(sorted(self.marks, key=lambda mark: mark.line))
        findings = (*self.taken.findings, *self.others, *(mark.finding for mark in marks))
        told = (
            self.fates if counted else {n: fate if fate is Fate.WRONG else Fate.HELD for n, fate in self.fates.items()}
        )
        fates = list(told.values())
        new, changed, same = (fates.count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.SAME))
        return Receipt(self.register.slug, new, changed, same, findings, (*self.taken.notes, *self.doubts), marks, told)

    def work(self, pen: Ink) -> None:
        filling = Filling(self.register, pen, self.defaults, self.reaching.names)
        abreast = Abreast(filling, lambda row: not self.reaching.outside(row))
        if (shown := self._shown()) is not None:
            self._work_again(shown, abreast, pen)
            return
        total, read = len(self.sheet.lines), 0
        for block in self.taken.blocks:
            tell("Đọc và ghi từng dòng của tệp", read, total)
            read += len(block.numbers)
            wheres = () if block.findings else block.wheres
            filled = abreast.take(block.columns, wheres)
            self._note(block.numbers, abreast.sound)
            if filled is not None:
                self.fates |= dict.fromkeys(block.numbers, Fate.NEW)
                self._write([*zip(block.numbers, filled, strict=True)], pen, filling)
                continue
            for lines in in_turns(block.lines, filling.names_itself_by, AT_ONCE):
                self._write(self._looked_at(lines, filling), pen, filling)

    # --- what a trial showed -----------------------------------------------------------------------------------------

    def under(self) -> Under | None:
        """What a trial of this file depends on, beside the file."""
        return under(self.by, self.today, self.taught)

    def show(self, since: Under | None) -> None:
        """Keep what the trial showed, unless somebody wrote something meanwhile."""
        if self.tried and since is not None and since == self.under():
            lately.show(self.sheet, Shown(since, self.tried, self.reaching.seen))

    def _note(self, numbers: Sequence[int], sound: Sound | None) -> None:
        if sound is None:
            self.tried = None
        elif self.tried is not None:
            self.tried.append((numbers, sound))

    def _shown(self) -> Shown | None:
        """What the trial of this very file showed, while nobody wrote anything since; reach is asked again."""
        shown = lately.shown(self.sheet, self.under())
        if shown is None or any(self.reaching.outside(row) for row in shown.of_units):
            return None
        return shown

    def _work_again(self, shown: Shown, abreast: Abreast, pen: Ink) -> None:
        total, read = len(self.sheet.lines), 0
        for numbers, sound in shown.blocks:
            tell("Ghi từng dòng của tệp", read, total)
            read += len(numbers)
            filled = abreast.again(sound, [*map(self.sheet.at, numbers)])
            self.fates |= dict.fromkeys(numbers, Fate.NEW)
            self._write([*zip(numbers, filled, strict=True)], pen, abreast.filling)

    # --- line by line ------------------------------------------------------------------------------------------------

    def _looked_at(self, lines: Sequence[Line], filling: Filling) -> list[Numbered]:
        """The lines with which nothing is wrong, one by one."""
        told = [(line.where, line.values) for line in lines]
        spoilt = [[f.about for f in line.findings] if line.findings else None for line in lines]
        filled = filling.fill(told, spoilt)
        old = (one.row.pk for one in filled if one.row.pk is not None)
        self.strange = self.reaching.strange(self.register.model, old)
        both = zip(lines, filled, strict=True)
        return [(line.number, row) for line, row in both if self._is_sound(line, row)]

    def _write(self, sound: Sequence[Numbered], pen: Ink, filling: Filling) -> None:
        saved = self._saved(sound, pen)
        self.doubts += [remark for row in saved for remark in row.remarks]
        new = [(row.where, row.row) for row in saved if row.is_new]
        self.doubts += likenesses(self.register, new, self.reaching.names)
        filling.learn(saved)

    def _is_sound(self, line: Line, row: Filled) -> bool:
        """Whether nothing is wrong with a line; what is wrong is marked at its place."""
        marks = []
        if not row.findings:
            was_strange = row.row.pk in self.strange
            row.findings.extend([refusal(line.where)] if was_strange else self.reaching.outside(row.row, line.where))
        for finding in (*line.findings, *row.findings):
            place = self.taken.places.get(finding.about)
            where = self.sheet.at(line.number, place) if finding.where == line.where else finding.where
            marks.append(Mark(line.number, place, replace(finding, where=where)))
        self.marks += sorted(marks, key=lambda mark: AFTER_ALL if mark.place is None else mark.place)
        sound = not (line.findings or row.findings)
        self.fates[line.number] = _fate(row) if sound else Fate.WRONG
        return sound

    def _let_in(self, written: Sequence[Numbered]) -> Sequence[Numbered]:
        """Those that no closed window holds; each of the others is marked where its day stands."""
        try:
            refuse_shut(self.register.model, [row.row for _, row in written])
        except WindowShut as shut:
            why = {id(row): (day, finding) for row, day, finding in shut.rows}
        else:
            return written
        kept = [one for one in written if id(one[1].row) not in why]
        if len(kept) == len(written):  # a part of rows that are shut: the gate says it
            return written
        self.tried = None
        for number, row in written:
            if (told := why.get(id(row.row))) is not None:
                place = _place_of(self.taken.places, row.row, told[0])
                finding = replace(told[1], where=self.sheet.at(number, place))
                self.marks.append(Mark(number, place, finding))
                self.fates[number] = Fate.WRONG
        return kept

    def _saved(self, sound: Sequence[Numbered], pen: Ink) -> list[Filled]:
        """Write what is new or changed. The database may refuse what nobody foresaw."""
        written = self._let_in([one for one in sound if self.fates[one[0]] is not Fate.SAME])
        rows = [row for _, row in written]
        if isinstance(pen, Trial):
            pen.save_many(row.row for row in rows)
            return rows
        try:
            with transaction.atomic():  # a savepoint: after a refusal the database still answers why
                pen.save_many(row.row for row in rows if row.is_new)
                pen.save_many(row.row for row in rows if not row.is_new)
        except IntegrityError:
            broken = [(number, f) for number, row in written for f in broken_by(row.row, row.where)]
            if not broken:
                raise
            self.marks += [Mark(number, None, finding) for number, finding in broken]
            self.fates |= {number: Fate.WRONG for number, _ in broken}
            raise _RefusedRows from None
        self.acting.note(row.row for row in rows)
        return rows


def _place_of(places: Mapping[str, int], row: Any, day: date) -> int | None:
    """The cell of the sheet that the ``day`` of ``row`` came from."""
    return next((place for name, place in places.items() if reduce(_step, name.split("."), row) == day), None)


def _step(row: Any, name: str) -> Any:
    return getattr(row, name, None)


def _fate(row: Filled) -> Fate:
    return Fate.NEW if row.is_new else Fate.CHANGED if row.is_changed else Fate.SAME
