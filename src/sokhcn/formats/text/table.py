"""A table as aligned columns of text."""

from collections.abc import Sequence

from sokhcn.document.nodes import Align, Column, Row, RowKind, Table
from sokhcn.document.walk import words
from sokhcn.formats.text.columns import GAP, RULE, on_one_line, padded, width, wrapped

Cells = Sequence[str]


def table_lines(table: Table, room: int | None) -> list[str]:
    """The lines of ``table``: its unit, its header, a rule, its rows; no wider than ``room`` where one is given."""
    body = [(row, [on_one_line(words(cell)) for cell in row.cells]) for row in table.rows]
    titles = [on_one_line(column.title) for column in table.columns]
    rooms = _rooms(table.columns, [titles, *(cells for row, cells in body if not _spans(row, table))], room)
    aligns = [column.align for column in table.columns]
    whole = sum(rooms) + len(GAP) * (len(rooms) - 1)
    rule = GAP.join(RULE * size for size in rooms)
    lines = [padded(piece, whole, Align.RIGHT) for piece in wrapped(table.unit, room)] if table.unit else []
    lines += [*_row_lines(titles, rooms, [Align.CENTRE] * len(rooms)), rule]
    for row, cells in body:
        if row.kind is RowKind.TOTAL:
            lines.append(rule)
        lines += wrapped(cells[0], room) if _spans(row, table) else _row_lines(cells, rooms, aligns)
    return lines


def _spans(row: Row, table: Table) -> bool:
    return row.kind is RowKind.GROUP and len(row.cells) == 1 < len(table.columns)


def _rooms(columns: Sequence[Column], rows: Sequence[Cells], room: int | None) -> list[int]:
    """Columns as wide as their widest cell, or where that is too much, by the shares they have on paper."""
    natural = [max([1, *(width(cells[at]) for cells in rows if at < len(cells))]) for at in range(len(columns))]
    if room is None:
        return natural
    free = room - len(GAP) * (len(columns) - 1)
    if sum(natural) <= free:
        return natural
    least = [max([1, *(_longest_word(cells[at]) for cells in rows if at < len(cells))]) for at in range(len(columns))]
    if sum(least) > free:
        least = [1] * len(columns)
    shares = sum(column.width for column in columns)
    spare = max(free - sum(least), 0)
    return [size + int(spare * column.width / shares) for size, column in zip(least, columns, strict=True)]


def _longest_word(cell: str) -> int:
    return max((width(word) for word in cell.split(" ")), default=0)


def _row_lines(cells: Cells, rooms: Sequence[int], aligns: Sequence[Align]) -> list[str]:
    """One row, as many lines as its highest cell needs."""
    stacks = [wrapped(cell, size) for cell, size in zip(cells, rooms, strict=False)]
    height = max((len(stack) for stack in stacks), default=0)
    lines = []
    for level in range(height):
        texts = [stack[level] if level < len(stack) else "" for stack in stacks]
        fitted = [padded(text, size, align) for text, size, align in zip(texts, rooms, aligns, strict=False)]
        lines.append(GAP.join(fitted).rstrip())
    return lines
