"""What stands beside a row's form: the step that comes next, what the row waits for, and where it counts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest

from sokhcn.interfaces.web import frame
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.waiting import leads_to, waits
from sokhcn.kernel.dates import EARLIEST, LATEST
from sokhcn.kernel.periods import Period
from sokhcn.records.kept import Kept, Record
from sokhcn.records.registering import Register, Step
from sokhcn.records.stepping import onward
from sokhcn.reports.counted_in import Standing, standing
from sokhcn.reports.doing import steps_beside
from sokhcn.reports.periods import the_period

FORWARD = ("draft", "wait", "ok", "out")  # in the order of the work; what looks otherwise stands aside of it


def beside(request: HttpRequest, register: Register, row: Kept | None) -> dict[str, Any]:
    """The one step to offer first and the others, the waits, and the standings of ``row``; nothing of a new row."""
    if row is None:
        return {"first": None, "steps": (), "waits": (), "led": (), "standings": ()}
    by = the_person(request)
    steps, leads = steps_beside(register, row, by), _leads(register, row)
    first = next((step for step in steps if step.target == leads), None)
    return {
        "first": first,
        "steps": tuple(step for step in steps if step is not first),
        "waits": () if row.trashed_at else tuple(waits(row)),
        "led": () if row.trashed_at else tuple(leads_to(row, by)),
        "standings": () if row.trashed_at else tuple(_standings(request, register, row)),
    }


def _leads(register: Register, row: Kept) -> str:
    """The state that the row's work leads to next; a step aside, such as a suspension, or back is no lead."""
    steps: tuple[Step, ...] = onward(register, row)
    now = _place(register, getattr(row, register.state)) if register.state else 0
    return next((step.target for step in steps if _place(register, step.target) >= max(now, 1)), "")


def _place(register: Register, state: str) -> int:
    """How far a state is on the way; what stands aside of the way is at its beginning."""
    look = register.looks.get(state, "")
    return FORWARD.index(look) if look in FORWARD else 0


def _standings(request: HttpRequest, register: Register, row: Kept) -> Iterator[Standing]:
    """In the current window, and in the one that the row's own day lies in where that is another."""
    agency = the_person(request).agency
    if agency is None or (not isinstance(row, Record) and not row.part_of):
        return
    now, own = frame.working_period(request), _own_period(register, row)
    for period in dict.fromkeys(period for period in (now, own) if period is not None):
        yield standing(row, period, agency)


def _own_period(register: Register, row: Kept) -> Period | None:
    """The month of periodic reports that the row's day lies in."""
    day: date | None = getattr(row, register.day or "recorded_on", None) or getattr(row, "recorded_on", None)
    if day is None or not EARLIEST <= day.year <= LATEST:  # from a file of long ago: nothing counts it
        return None
    month = the_period(f"{day.year}-{day.month:02}")
    return month.next() if day > month.end else month
