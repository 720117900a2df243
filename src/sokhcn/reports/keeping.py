"""Keeping one row of a register: adding, changing and trashing it, from the texts of a form."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError
from django.utils import timezone

from sokhcn.intake.cells import read_cell
from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.records.filling import Filling
from sokhcn.records.kept import Kept
from sokhcn.records.likeness import likenesses
from sokhcn.records.locks import Locked
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register
from sokhcn.records.stepping import not_theirs
from sokhcn.records.writing import StaleRow, writing
from sokhcn.reports.acting import tell_acting
from sokhcn.reports.reaching import Reaching


@dataclass(frozen=True, slots=True)
class Outcome:
    """The row as written, with what is worth a look; or no row, and the findings for which nothing was written."""

    row: Kept | None
    findings: tuple[Finding, ...] = ()


class _Refused(Exception):
    """Undoes the transaction because of findings."""


def keep(register: Register, row: Kept | None, texts: Mapping[str, str], *, by: User, reason: str = "") -> Outcome:
    """Put ``texts`` (by column name) onto ``row`` or a new one; ``row.version`` is the version the form showed."""
    read = {
        column.name: read_cell(column, texts[column.name], "") for column in register.columns if column.name in texts
    }
    findings = [finding for _, finding in read.values() if finding]
    # A part is not tried while one of its cells is unread: it would only be found to lack that cell.
    unread = {part for name, (_, finding) in read.items() if finding for part in (name, name.partition(".")[0])}
    values = {
        name: value for name, (value, _) in read.items() if name not in unread and name.partition(".")[0] not in unread
    }
    target, reaching = row or register.model(), Reaching(by)
    try:
        with writing(by=by, reason=reason) as pen:
            defaults = {"agency": by.agency, "recorded_on": timezone.localdate()}
            refused_step = not_theirs(register, target, values, by)
            filled = Filling(register, pen, defaults, reaching.names).onto(target, "", values)
            told = {finding.values["heading"] for finding in findings}
            # What rows must be like as a whole waits until every cell can be read.
            whole = [f for f in filled.findings if not (unread and f.id == "register.integrity")]
            findings += [f for f in whole if f.values.get("heading") not in told] + refused_step
            findings = findings or reaching.outside(filled.row)
            if findings:
                raise _Refused
            tell_acting(pen, by, filled.row, permission=register.keeper)
            pen.save(filled.row)
    except _Refused:
        return Outcome(None, tuple(findings))
    except IntegrityError:
        return Outcome(None, tuple(broken_by(target)) or (refused(),))
    except StaleRow as stale:
        return Outcome(None, (must("register.stale", "{why}", why=stale),))
    except Locked as locked:
        return Outcome(None, (locked.finding,))
    return Outcome(target, (*filled.remarks, *likenesses(register, [("", target)], reaching.names)))


def trash(row: Kept, *, by: User, reason: str) -> None:
    """Move ``row`` to the trash: no count, list or print shows it any more; its history stays."""
    with writing(by=by, reason=reason) as pen:
        tell_acting(pen, by, row)
        pen.trash(row)


def restore(row: Kept, *, by: User, reason: str) -> None:
    """Take ``row`` back out of the trash. Raises ``Locked``, as ``trash`` does."""
    with writing(by=by, reason=reason) as pen:
        tell_acting(pen, by, row)
        pen.trash(row, restore=True)
