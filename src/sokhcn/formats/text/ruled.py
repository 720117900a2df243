"""Tables in a text file, as ours are written: a rule under the titles shows where each column begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sokhcn.document.letters import Grid, Line, Role
from sokhcn.formats.text.columns import GAP, RULE

_COLUMNS = re.compile(rf"{RULE}+(?:{GAP}{RULE}+)+")
_ONLY_RULE = re.compile(rf"[{RULE}═━_=*\s-]+")

Cells = tuple[tuple[Line, ...], ...]
Table = tuple[Cells, ...]


def with_tables(text: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Grid, ...]]:
    """``lines`` without those that are only drawn, table lines cut into cells, and the tables."""
    result: list[Line] = []
    grids: list[Grid] = []
    place = 0
    while place < len(lines):
        table, after = _table(text, lines, place)
        if table:
            grids.append(_placed(table, result))
            place = after
        else:
            if not _ONLY_RULE.fullmatch(text, lines[place].start, lines[place].end):
                result.append(lines[place])
            place += 1
    return tuple(result), tuple(grids)


def _placed(table: Table, result: list[Line]) -> Grid:
    rows = []
    for cells in table:
        row = []
        for cell in cells:
            row.append(tuple(range(len(result), len(result) + len(cell))))
            result += cell
        rows.append(tuple(row))
    return Grid(tuple(rows))


def _table(text: str, lines: Sequence[Line], place: int) -> tuple[Table, int]:
    """The table whose titles stand on line ``place``, and the line after it; an empty one where none begins."""
    rule = lines[place + 1] if place + 1 < len(lines) else None
    if rule is None or not _adjoin(text, lines[place], rule):
        return (), place
    drawn = _COLUMNS.fullmatch(text, rule.start, rule.end)
    if not drawn:
        return (), place
    begins = _column_of(text, rule.start)
    cuts = [begins + found.start() for found in re.finditer(f"{RULE}+", drawn[0])]
    after = place + 2
    while after < len(lines) and _adjoin(text, lines[after - 1], lines[after]):
        after += 1
    drawn_only = [bool(_ONLY_RULE.fullmatch(text, line.start, line.end)) for line in lines[place:after]]
    rows = [line for line, only in zip(lines[place:after], drawn_only, strict=True) if not only]
    return tuple(tuple(_cells(text, row, cuts)) for row in rows), after


def _adjoin(text: str, upper: Line, lower: Line) -> bool:
    return text.count("\n", upper.end, lower.start) == 1


def _cells(text: str, row: Line, cuts: Sequence[int]) -> Iterator[tuple[Line, ...]]:
    """The cells of one line; a line that runs over a cut is one cell."""
    begins = row.start - _column_of(text, row.start)
    starts = [begins + cut for cut in cuts]
    if any(row.start < start < row.end and not text[start - 1].isspace() for start in starts[1:]):
        yield (replace(row, role=Role.CELL),)
        return
    for start, end in zip(starts, [*starts[1:], row.end], strict=True):
        first, last = max(start, row.start), min(end, row.end)
        words = text[first:last]
        at = first + len(words) - len(words.lstrip())
        yield (replace(row, start=at, end=at + len(words.strip()), role=Role.CELL),) if words.strip() else ()


def _column_of(text: str, place: int) -> int:
    return place - max(text.rfind("\n", 0, place), text.rfind("\f", 0, place)) - 1
