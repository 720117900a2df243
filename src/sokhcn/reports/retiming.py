"""A changed rule tried before it applies: which due dates a file of rules, or one row, would move, add or end."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.kept import Kept
from sokhcn.records.reckoning import RULES
from sokhcn.records.registering import Register
from sokhcn.reports import keeping
from sokhcn.reports.receiving import receive

Known = tuple[str, int]
Write = Callable[[], tuple[Finding, ...]]  # writes, and tells what it found; what blocks has written nothing
TRIED = "Thử một quy tắc"  # stands as the reason while it is tried, and is undone with it


@dataclass(frozen=True, slots=True)
class Moved:
    """One due date before and after; None where there is none."""

    title: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What changed rules would do; with findings that block, nothing."""

    moved: tuple[Moved, ...]
    findings: tuple[Finding, ...]


class _Undone(Exception):
    """Takes the trial back."""


def moves_days(register: Register) -> bool:
    """Whether rows of ``register`` are rules that due dates are made by."""
    return register.model in RULES


def try_sheet(register: Register, sheet: Sheet, *, by: User, today: date) -> Trial:
    """What would move if ``sheet`` were taken into ``register``. Costs what making every due date anew costs, and two
    readings of them."""
    return _tried(lambda: receive(register, sheet, by=by, today=today, reason=TRIED).findings)


def try_row(register: Register, row: Kept | None, texts: Mapping[str, str], *, by: User) -> Trial:
    """What would move if ``texts`` were kept in ``row`` or a new one; ``row`` itself stays as it is."""
    another = copy(row)
    return _tried(lambda: keeping.keep(register, another, texts, by=by, reason=TRIED).findings)


def try_trash(row: Kept, *, by: User) -> Trial:
    """What would move if ``row`` went into the trash."""

    def thrown() -> tuple[Finding, ...]:
        keeping.trash(row, by=by, reason=TRIED)
        return ()

    return _tried(thrown)


def _tried(write: Write) -> Trial:
    before = dict(_days())
    moved: tuple[Moved, ...] = ()
    findings: tuple[Finding, ...] = ()
    try:
        with transaction.atomic():
            findings = write()
            if not blocking(findings):
                moved = tuple(_differences(before, dict(_days())))
            raise _Undone
    except _Undone:
        return Trial(moved, findings)


def _days() -> Iterator[tuple[Known, tuple[str, date]]]:
    for key, row, title, day in DueDate.objects.values_list("key", "row", "title", "due_on").iterator():
        yield (key, row), (title, day)


def _differences(before: dict[Known, tuple[str, date]], after: dict[Known, tuple[str, date]]) -> Iterator[Moved]:
    for known in sorted({*before, *after}):
        title = (after.get(known) or before[known])[0]
        was, will = (days[known][1] if known in days else None for days in (before, after))
        if was != will:
            yield Moved(title, was, will)
