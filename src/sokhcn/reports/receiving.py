"""A file for a register: read, tried as a whole, and written only if nothing in it is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from sokhcn.intake.mapping import Taken, take
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.people.models import User
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.locks import ReasonWanted
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register
from sokhcn.records.writing import Pen, writing


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a file: rows added, changed and found as they were; or findings, and then nothing was written."""

    register: str
    added: int
    changed: int
    same: int
    findings: tuple[Finding, ...]

    @property
    def total(self) -> int:
        return self.added + self.changed + self.same


class _Undone(Exception):
    """Undoes the transaction: findings stand in the way, or it was only a trial."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def receive(register: Register, sheet: Sheet, *, by: User, today: date, reason: str = "") -> Receipt:
    """Take every line of ``sheet`` into ``register``, or none. Rows that an issued report counted change only with a
    ``reason``.

    A file that the database refuses is asked about row by row: a query for each constraint of each row, once.
    """
    gate = writing(by=by, reason=reason, occasion=f"Nhập từ tệp {sheet.name}")
    return _received(register, sheet, gate, _defaults(by, today))


def try_out(register: Register, sheet: Sheet, *, by: User, today: date, reason: str = "") -> Receipt:
    """What ``receive`` would come to: it goes all the way and is then undone."""
    gate = _undone(writing(by=by, reason=reason, occasion=f"Nhập từ tệp {sheet.name}"))
    return _received(register, sheet, gate, _defaults(by, today))


@contextmanager
def _undone(gate: AbstractContextManager[Pen]) -> Iterator[Pen]:
    """The gate opened for a trial."""
    with gate as pen:
        yield pen
        raise _Undone


def _received(
    register: Register, sheet: Sheet, gate: AbstractContextManager[Pen], defaults: Mapping[str, Any]
) -> Receipt:
    taken = take(sheet, register.columns)
    findings = list(taken.all_findings)
    if taken.findings:
        return Receipt(register.slug, 0, 0, 0, tuple(findings))
    counts = (0, 0, 0)
    try:
        with gate as pen:
            counts = _write(register, taken, pen, defaults, findings)
            if blocking(findings):
                raise _Undone
    except _Undone as undone:
        findings += undone.findings
    except ReasonWanted as wanted:
        findings.append(wanted.finding)
    except IntegrityError:
        findings.append(refused(sheet.name))
    return Receipt(register.slug, *((0, 0, 0) if blocking(findings) else counts), tuple(findings))


def _defaults(by: User, today: date) -> Mapping[str, Any]:
    return {"agency": by.agency, "recorded_on": today}


def _write(
    register: Register, taken: Taken, pen: Pen, defaults: Mapping[str, Any], findings: list[Finding]
) -> tuple[int, int, int]:
    good = [(line.where, line.values) for line in taken.lines if not line.findings]
    filling = Filling(register, pen, defaults)
    # Where a line may name another line of the same file, each is written before the next is read.
    groups = [[line] for line in good] if filling.refers_to_itself else [good]
    added = changed = same = 0
    for group in groups:
        filled = filling.fill(group)
        findings += [finding for row in filled for finding in row.findings]
        sound = [row for row in filled if not row.findings]
        new, altered = _saved(sound, pen)
        added, changed, same = added + new, changed + altered, same + len(sound) - new - altered
        filling.learn([row for row in sound if row.is_new or altered])
    return added, changed, same


def _saved(filled: Sequence[Filled], pen: Pen) -> tuple[int, int]:
    """Write rows; returns how many were new and how many old ones changed."""
    try:
        with transaction.atomic():  # a savepoint: after a refusal the database still answers why
            new = pen.save_many(row.row for row in filled if row.is_new)
            changed = pen.save_many(row.row for row in filled if not row.is_new)
    except IntegrityError as error:
        found = [finding for row in filled for finding in broken_by(row.row, row.where)]
        if not found:
            raise
        raise _Undone(*found) from error
    return new, changed
