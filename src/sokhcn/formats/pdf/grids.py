"""Ruled tables of a PDF page: where lines cross there are cells, and words belong to the cell they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sokhcn.formats.pdf.glyphs import Word

_THIN = 3.0  # points: what is drawn thinner is a line
_NEAR = 3.0  # points between lines that are one
_LEAST = 8.0  # points: a shorter line is no border

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: its box, and per row per cell the words in it."""

    box: Box
    rows: tuple[tuple[tuple[Word, ...], ...], ...]


@dataclass(slots=True)
class _Lines:
    """Lines that touch each other."""

    level: list[Box]
    upright: list[Box]


def ruled(drawn: Iterable[Box], words: Sequence[Word]) -> tuple[list[Ruled], list[Word]]:
    """The tables that lines make, and the words outside of them."""
    free = list(words)
    tables = []
    for lines in _groups(drawn):
        table = _table(lines, free)
        if table:
            tables.append(table)
            inside = {id(word) for row in table.rows for cell in row for word in cell}
            free = [word for word in free if id(word) not in inside]
    return tables, free


def _groups(drawn: Iterable[Box]) -> list[_Lines]:
    """Lines by the table they belong to. A frame counts as its four sides."""
    sides = [side for box in drawn for side in _sides(box)]
    level = sorted((box for box in sides if _is_level(box)), key=lambda box: -box[1])
    upright = [box for box in sides if not _is_level(box)]
    groups: list[_Lines] = []
    for box in upright:
        touching = [group for group in groups if any(_touch(box, other) for other in group.upright)]
        rest = [group for group in groups if group not in touching]
        merged = _Lines([], [box, *(other for group in touching for other in group.upright)])
        groups = [*rest, merged]
        if len(upright) > 2000:
            return []
    for box in level:
        for group in groups:
            if any(_touch(box, other) for other in group.upright):
                group.level.append(box)
                break
    return _joined(groups)


def _joined(groups: list[_Lines]) -> list[_Lines]:
    """Groups that share a level line's reach are one table."""
    result: list[_Lines] = []
    for group in groups:
        home = next((other for other in result if _overlap(_around(other), _around(group))), None)
        if home is None:
            result.append(group)
        else:
            home.level += group.level
            home.upright += group.upright
    return [group for group in result if len(group.level) > 1 and len(group.upright) > 1]


def _around(lines: _Lines) -> Box:
    boxes = [*lines.level, *lines.upright]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _overlap(one: Box, other: Box) -> bool:
    across = one[0] <= other[2] + _NEAR and other[0] <= one[2] + _NEAR
    return across and one[1] <= other[3] + _NEAR and other[1] <= one[3] + _NEAR


_touch = _overlap


def _sides(box: Box) -> list[Box]:
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if (high < _THIN and wide > _LEAST) or (wide < _THIN and high > _LEAST):
        return [box]
    if wide < _LEAST or high < _LEAST:
        return []
    return [
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    ]


def _is_level(box: Box) -> bool:
    return box[2] - box[0] >= box[3] - box[1]


def _table(lines: _Lines, words: Sequence[Word]) -> Ruled | None:
    across = _places((box[0] + box[2]) / 2 for box in lines.upright)
    down = _places((box[1] + box[3]) / 2 for box in lines.level)[::-1]
    if len(across) < 2 or len(down) < 2 or (len(across) == 2 and len(down) == 2):
        return None
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row, column = _between(down, word.middle, falling=True), _between(across, (word.left + word.right) / 2)
        if row is not None and column is not None:
            cells.setdefault((row, _first_of_span(lines, across, down, (row, column))), []).append(word)
    if not cells:
        return None
    rows = tuple(
        tuple(tuple(cells.get((row, column), ())) for column in range(len(across) - 1)) for row in range(len(down) - 1)
    )
    return Ruled((across[0], down[-1], across[-1], down[0]), rows)


def _first_of_span(lines: _Lines, across: Sequence[float], down: Sequence[float], cell: tuple[int, int]) -> int:
    """The first column of the cell: where no line stands to its left, it began further left."""
    row, column = cell
    middle = (down[row] + down[row + 1]) / 2
    while column > 0 and not any(
        abs((box[0] + box[2]) / 2 - across[column]) < _NEAR and box[1] - 1 <= middle <= box[3] + 1
        for box in lines.upright
    ):
        column -= 1
    return column


def _places(values: Iterable[float]) -> list[float]:
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _NEAR:
            made.append(value)
    return made


def _between(edges: Sequence[float], value: float, *, falling: bool = False) -> int | None:
    for place in range(len(edges) - 1):
        low, high = (edges[place + 1], edges[place]) if falling else (edges[place], edges[place + 1])
        if low <= value <= high:
            return place
    return None
