"""Tables of appendices as lines of cells under their headings: where a report lists what its sentences only count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.document.letters import Grid, Letters, Span
from sokhcn.document.understood import Understood
from sokhcn.kernel.folding import fold


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of a table: its cells by heading, folded; its place; and the line above it that fills no cell but the
    first, which heads a group."""

    cells: Mapping[str, str]
    span: Span
    group: str = ""

    def cell(self, *headings: str) -> str:
        """The cell under one of ``headings``."""
        return next((cell for heading in headings if (cell := self.cells.get(fold(heading)))), "")


def annexed(text: Understood, *words: str) -> Iterator[TableLine]:
    """The lines of the tables in appendices whose title has one of ``words``."""
    starts = [*(annex.span[0] for annex in text.annexes), len(text.flow)]
    for annex, (_, end) in zip(text.annexes, pairwise(starts), strict=True):
        if any(fold(word) in fold(annex.title) for word in words):
            for grid in text.letters.grids:
                if annex.span[0] <= _start(text.letters, grid) < end:
                    yield from _lines(text.letters, grid)


def _start(letters: Letters, grid: Grid) -> int:
    places = [place for row in grid.rows for cell in row for place in cell]
    return letters.lines[places[0]].start if places else -1


def _lines(letters: Letters, grid: Grid) -> Iterator[TableLine]:
    rows = [tuple(_words(letters, cell) for cell in row) for row in grid.rows]
    headings = [fold(heading) for heading in rows[0]] if rows else []
    group = ""
    for row, cells in zip(grid.rows[1:], rows[1:], strict=True):
        told = {heading: cell for heading, cell in zip(headings, cells, strict=False) if cell}
        places = [letters.lines[place] for cell in row for place in cell]
        if len(told) == 1 and cells[0]:
            group = cells[0]
        elif told and places:
            yield TableLine(told, (places[0].start, places[-1].end), group)


def _words(letters: Letters, cell: tuple[int, ...]) -> str:
    return " ".join(" ".join(letters.of(letters.lines[place]).split()) for place in cell)
