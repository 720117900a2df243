"""A sheet as it came: headings and lines of cells, each with its place in the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sokhcn.intake.separated import LONGEST_CELL, read_separated
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.grid import Grid, Raw, UnreadableSheet, letters

__all__ = ("LONGEST_CELL", "Sheet", "UnreadableSheet", "read_csv")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``lines`` pairs each line's number in the file with its cells; empty lines are left out.

    ``title`` names the sheet of a workbook that has several, ``header`` is the number of its line of headings.
    ``notes`` say how it was understood. ``grid`` is the whole sheet, with whatever stands above the headings.
    """

    name: str
    headings: tuple[str, ...]
    lines: Sequence[tuple[int, Sequence[Raw]]]
    title: str = ""
    header: int = 1
    notes: tuple[Finding, ...] = ()
    grid: Grid | None = field(default=None, compare=False)

    @property
    def where(self) -> str:
        return f"{self.name}, trang “{self.title}”" if self.title else self.name

    def at(self, line: int, place: int | None = None) -> str:
        """Where a line is, or the cell in it whose column is ``place``, counted from 0: ``so.xlsx, ô D17``."""
        return f"{self.where}, dòng {line}" if place is None else f"{self.where}, ô {letters(place)}{line}"


def read_csv(data: bytes, name: str) -> Sheet:
    """The sheet in ``data``, a .csv file whose first line is its headings. Raises ``UnreadableSheet``."""
    grid = read_separated(data, name)
    lines = [(number, tuple(cells)) for number, cells in enumerate(grid.rows, 1) if cells]
    (header, headings), *rest = lines
    return Sheet(name, tuple(str(cell).strip() for cell in headings), tuple(rest), header=header, grid=grid)
