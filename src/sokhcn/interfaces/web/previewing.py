"""What the page of an import shows of a sheet: lines with their fate, cells at fault, and what may be taught."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from sokhcn.intake.cells import text_of
from sokhcn.intake.mapping import NOT_TAKEN
from sokhcn.intake.marking import Mark, by_line
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Cell
from sokhcn.kernel.grid import letters
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.referring import called, kind_of
from sokhcn.records.registering import Register
from sokhcn.reports.receiving import Fate, Receipt
from sokhcn.reports.teaching import unknown_values

LINES_SHOWN, FAULTS_LISTED, ASKED = 200, 100, 20
MOST_OFFERED = 400
WORDS = {
    Fate.NEW: _("Thêm"),
    Fate.CHANGED: _("Cập nhật"),
    Fate.SAME: _("Như cũ"),
    Fate.WRONG: _("Có lỗi"),
    Fate.HELD: _("Chưa ghi"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line: its number, what becomes of it, its cells (text, whether at fault), and its findings."""

    number: int
    look: str
    word: str
    cells: Sequence[tuple[str, bool]]
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that nobody knows: its column, how often it comes, what is advised, and what it may mean."""

    column: str
    text: str
    times: int
    advice: str
    choices: Sequence[str]


def preview(register: Register, sheet: Sheet, receipt: Receipt, by: User) -> Mapping[str, Any]:
    """The lines to show, those at fault first where there are too many; and the unknown values to be taught, among what
    ``by`` may read."""
    marked = by_line(receipt.marks)
    lines = list(sheet.lines)
    if len(lines) > LINES_SHOWN:
        wrong = [line for line in lines if line[0] in marked]
        lines = sorted(
            [*wrong, *(line for line in lines if line[0] not in marked)][:LINES_SHOWN], key=lambda one: one[0]
        )
    width = len(sheet.headings)
    return {
        "lines": [_shown(number, row[:width], marked.get(number, ()), receipt) for number, row in lines],
        "letters": [(letters(place), heading) for place, heading in enumerate(sheet.headings)],
        "faults": receipt.findings[:FAULTS_LISTED],
        "more_faults": max(len(receipt.findings) - FAULTS_LISTED, 0),
        "asked": [*_headings(register, receipt), *_values(register, receipt, by)][:ASKED],
    }


def _shown(number: int, row: Sequence[Any], marks: Sequence[Mark], receipt: Receipt) -> Shown:
    fate = Fate.WRONG if marks else receipt.fates.get(number, Fate.HELD)
    places = {mark.place for mark in marks}
    cells = [(text_of(cell), place in places) for place, cell in enumerate(row)]
    return Shown(number, fate.value, str(WORDS[fate]), cells, marks)


def _values(register: Register, receipt: Receipt, by: User) -> list[Asked]:
    by_heading = {column.heading: column for column in register.columns}
    asked = []
    for one in unknown_values(register, receipt.marks):
        column = by_heading[one.column]
        choices = tuple(map(str, column.choices.values())) or _names(column.refers, by)
        asked.append(
            Asked(one.column, one.text, one.times, one.advice if column.cell is Cell.REFERENCE else "", choices)
        )
    return asked


def _names(refers: str, by: User) -> tuple[str, ...]:
    if refers in ("", "paper"):
        return ()
    rows = within_reach(kind_of(refers).model.objects.order_by("pk"), by)[:MOST_OFFERED]
    return tuple(dict.fromkeys(called(row, refers) for row in rows))


def _headings(register: Register, receipt: Receipt) -> list[Asked]:
    unknown = [str(f.values["heading"]) for f in receipt.findings if f.id == "intake.heading"]
    choices = (*(column.heading for column in register.columns), NOT_TAKEN)
    return [Asked("", heading, 1, "", choices) for heading in unknown]
