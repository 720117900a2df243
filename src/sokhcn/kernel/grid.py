"""A grid of cells as a file holds them, before anybody knows what they mean; and the names of its places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sokhcn.kernel.finding import Finding

# What a cell of a workbook may hold; every cell of a .csv file or a pasted block is a text.
Raw = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are one, by their first and last row and column, counted from 0, both inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet from its very first one. ``hidden`` are the numbers of hidden rows, from 1."""

    title: str
    rows: Sequence[Sequence[Raw]]
    merged: tuple[Area, ...] = ()
    hidden: tuple[int, ...] = ()


class UnreadableSheet(Exception):
    """The file is no table; ``finding`` says what, where and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def letters(column: int) -> str:
    """The name of a column, counted from 0, as spreadsheets show it: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name
