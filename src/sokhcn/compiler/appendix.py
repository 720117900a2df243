"""An appendix as a table of the rows that a figure counted, in groups whose totals are figures of the text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sokhcn.compiler.words import printed
from sokhcn.document.build import Words, inlines
from sokhcn.document.nodes import Align, Column, Row, RowKind, Table
from sokhcn.figures.figure import FigureSet

LETTERS = "ABCDEGHIKLMNOPQRSTUVXY"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of an appendix: ``cell`` makes its words from one entry; ``width`` is relative to the others.

    ``total`` names the figure of the text that stands under the column, in the line of the total.
    """

    title: str
    cell: Callable[[Any], Words]
    width: float = 1.0
    align: Align = Align.LEFT
    total: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one lettered heading; ``figure`` is the figure of the text that their number must equal."""

    heading: str
    figure: str
    holds: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class AppendixTable:
    """What an area declares: rows are the entries of ``figure``, numbered through; empty groups are left out.

    Without ``groups`` the rows stand in one run.
    """

    key: str
    figure: str
    title: str
    columns: tuple[TableColumn, ...]
    groups: tuple[Group, ...]
    unit: str = ""


def build(declared: AppendixTable, figures: FigureSet) -> Table:
    """The table of ``declared``. Every entry must be in one group, or the groups would not add up to the figure."""
    columns = (Column("TT", 0.6, Align.CENTRE), *(Column(c.title, c.width, c.align) for c in declared.columns))
    entries = figures[declared.figure].entries
    homeless = [entry for entry in entries if declared.groups and sum(g.holds(entry) for g in declared.groups) != 1]
    if homeless:
        raise ValueError(f"{declared.key}: {homeless[0]!r} is in no group or in several")
    return Table(columns, tuple(_rows(declared, figures, entries)), declared.unit)


def _rows(declared: AppendixTable, figures: FigureSet, entries: Iterable[Any]) -> Iterator[Row]:
    place, whole = 0, figures[declared.figure]
    members_of = {group: [entry for entry in entries if group.holds(entry)] for group in declared.groups}
    for n, (group, members) in enumerate((g, m) for g, m in members_of.items() if m):
        letter = LETTERS[n]  # an error beyond the last letter: rows are never left out in silence
        heading = inlines(f"{letter}. {group.heading} (", printed(figures[group.figure]), f" {whole.unit})")
        yield Row((heading,), RowKind.GROUP)
        for entry in members:
            place += 1
            yield _row(declared, place, entry)
    for entry in entries if not declared.groups else ():
        place += 1
        yield _row(declared, place, entry)
    totals = (inlines(printed(figures[c.total])) if c.total else inlines("") for c in declared.columns[1:])
    yield Row((inlines(""), inlines("Tổng số: ", printed(whole), f" {whole.unit}"), *totals), RowKind.TOTAL)


def _row(declared: AppendixTable, place: int, entry: Any) -> Row:
    return Row((inlines(str(place)), *(inlines(column.cell(entry)) for column in declared.columns)))
