"""What a verb does beside moving the report, in the same transaction: to number takes the next one
of an own book, to issue locks the rows that were counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sokhcn.people.models import User
from sokhcn.records.writing import Pen
from sokhcn.reports.issuing import record
from sokhcn.reports.models import Act, Edition
from sokhcn.reports.numbers.taken import give


@dataclass(frozen=True, slots=True)
class Deed:
    """``do`` is done with the edition, by somebody, for a day, whenever ``verb`` is taken."""

    verb: Act
    do: Callable[[Pen, Edition, User, date], object]


DEEDS = (
    Deed(Act.NUMBER, lambda pen, edition, by, on: give(pen, edition, by)),
    Deed(Act.ISSUE, lambda pen, edition, by, on: record(pen, edition, on)),
)


def do(pen: Pen, verb: Act, edition: Edition, *, by: User, on: date) -> None:
    """All that belongs to ``verb``; whatever one of them raises undoes everything."""
    for deed in DEEDS:
        if deed.verb == verb:
            deed.do(pen, edition, by, on)
