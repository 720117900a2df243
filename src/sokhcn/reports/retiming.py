"""A changed rule tried before it applies: which due dates a file of rules would move, add or end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.reports import catalogue
from sokhcn.reports.receiving import receive
from sokhcn.reports.shipping import TERMS

Known = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Moved:
    """One due date before and after; None where there is none."""

    title: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What a file of rules would do; with findings that block, nothing."""

    moved: tuple[Moved, ...]
    findings: tuple[Finding, ...]


class _Undone(Exception):
    """Takes the trial back."""


def try_terms(sheet: Sheet, *, by: User, today: date) -> Trial:
    """Take ``sheet`` into the register of terms, see what moves, and undo it. Costs what making every due date anew
    costs, and two readings of them."""
    before = dict(_days())
    moved: tuple[Moved, ...] = ()
    try:
        with transaction.atomic():
            receipt = receive(catalogue.register(TERMS), sheet, by=by, today=today)
            if not blocking(receipt.findings):
                moved = tuple(_differences(before, dict(_days())))
            raise _Undone
    except _Undone:
        return Trial(moved, receipt.findings)


def _days() -> Iterator[tuple[Known, tuple[str, date]]]:
    for key, row, title, day in DueDate.objects.values_list("key", "row", "title", "due_on").iterator():
        yield (key, row), (title, day)


def _differences(before: dict[Known, tuple[str, date]], after: dict[Known, tuple[str, date]]) -> Iterator[Moved]:
    for known in sorted({*before, *after}):
        title = (after.get(known) or before[known])[0]
        was, will = (days[known][1] if known in days else None for days in (before, after))
        if was != will:
            yield Moved(title, was, will)
