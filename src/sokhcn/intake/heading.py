"""The line of headings found among the sheets of a file: below titles, in whichever sheet its headings fit best."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sokhcn.intake.cells import text_of
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Column
from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.folding import fold
from sokhcn.kernel.grid import Area, Grid, Raw, UnreadableSheet

LOOKED_AT = 40  # lines from the top among which headings may stand
MOST_FILLED = 20_000  # cells of one merged area, so that a page of it costs no more than it shows
NUMBERED = re.compile(r"\(?(\d{1,2})\)?")
NAMED_HIDDEN = 8


@dataclass(frozen=True, slots=True)
class _Found:
    """A line of headings: its grid, its place from 0, and how many of its cells name a column."""

    grid: Grid
    rows: Sequence[Sequence[Raw]]
    place: int
    fits: int


def names_of(columns: Iterable[Column], also: Mapping[str, str]) -> dict[str, str]:
    """The folded headings and synonyms of ``columns``, and those that people taught, each with its column's name."""
    known = {fold(name): column.name for column in columns for name in (*column.synonyms, column.heading)}
    return {**also, **known}


def find_sheet(
    grids: Sequence[Grid], name: str, columns: Sequence[Column], also: Mapping[str, str], *, bare: bool = False
) -> Sheet:
    """The sheet whose headings fit ``columns`` best. ``bare``: lines without headings stand in the order of columns.

    Raises ``UnreadableSheet`` where there is no line at all.
    """
    named = names_of(columns, also)
    found = [_best(grid, named) for grid in grids]
    best = max((one for one in found if one), key=lambda one: one.fits, default=None)
    if best is None:
        raise UnreadableSheet(must("intake.empty", "Tệp không có dòng nào, kể cả dòng tiêu đề.", where=name))
    if bare and best.fits == 0:
        return _headless(best, name, columns)
    return _sheet(best, name, several=sum(one is not None and one.fits > 0 for one in found) > 1, titled=len(grids) > 1)


def _best(grid: Grid, named: Mapping[str, str]) -> _Found | None:
    rows = _filled(grid)
    lines = [(place, row) for place, row in enumerate(rows[:LOOKED_AT]) if _holds(row)]
    if not lines:
        return None
    fits = {place: len({named[key] for cell in row if (key := fold(text_of(cell))) in named}) for place, row in lines}
    # One word that happens to name a column makes no line of headings where a later one has several.
    place = max(fits, key=lambda place: (fits[place], -place))
    return _Found(grid, rows, place, fits[place])


def _filled(grid: Grid) -> Sequence[Sequence[Raw]]:
    """The rows with merged cells filled downwards: each row says what its reader sees beside it."""
    tall = [area for area in grid.merged if area.bottom > area.top]
    if not tall:
        return grid.rows
    rows = [list(row) for row in grid.rows]
    for area in tall:
        _fill(rows, area)
    return rows


def _fill(rows: list[list[Raw]], area: Area) -> None:
    last = min(area.bottom, len(rows) - 1, area.top + MOST_FILLED)
    if area.top >= len(rows) or area.left >= len(rows[area.top]):
        return
    for row in rows[area.top + 1 : last + 1]:
        if area.left < len(row):
            row[area.left] = rows[area.top][area.left]


def _headless(found: _Found, name: str, columns: Sequence[Column]) -> Sheet:
    lines = tuple((number, row) for number, row in enumerate(found.rows, 1) if _holds(row))
    widest = max(len(row) for _, row in lines)
    headings = tuple(column.heading for column in columns)[:widest]
    return Sheet(name, headings, lines, header=0, grid=found.grid)


def _sheet(found: _Found, name: str, *, several: bool, titled: bool) -> Sheet:
    grid, header = found.grid, found.place
    headings = [text_of(cell).strip() for cell in found.rows[header]]
    while headings and not headings[-1] and not grid.title:  # in a workbook what stands beside the table is told
        headings.pop()
    begins = header + 1
    while begins < len(found.rows) and _is_heading_still(found.rows[begins], found.rows[header]):
        begins += 1
    lines = [(number, row) for number, row in enumerate(found.rows[begins:], begins + 1) if _holds(row)]
    title = grid.title if titled else ""
    sheet = Sheet(name, tuple(headings), lines, title, header + 1, grid=grid)
    return replace(sheet, notes=tuple(_notes(sheet, grid, several=several)))


def _holds(row: Sequence[Raw]) -> bool:
    if row and (first := row[0]) and isinstance(first, str) and not first.isspace():  # as nearly all rows do
        return True
    return any(cell.strip() if isinstance(cell, str) else cell is not None for cell in row)


def _is_heading_still(row: Sequence[Raw], headings: Sequence[Raw]) -> bool:
    """Headings merged over two lines come again; and many forms number their columns (1), (2), (3) below them."""
    said = [text for cell in row if (text := text_of(cell).strip())]
    if not said:
        return False
    again = [cell for cell, heading in zip(row, headings, strict=False) if text_of(cell) and cell == heading]
    numbers = [found[1] for text in said if (found := NUMBERED.fullmatch(text))]
    in_order = len(said) > 1 and numbers == [str(nth) for nth in range(1, len(said) + 1)]
    return len(again) == len(said) or in_order


def _notes(sheet: Sheet, grid: Grid, *, several: bool) -> Iterable[Finding]:
    if several:
        template = "Nhiều trang của sổ tính có tiêu đề của sổ này: đọc trang “{title}”, trang khớp nhất."
        yield Finding("intake.sheet", Severity.LOOK, template, {"title": sheet.title}, sheet.name)
    # Excel hides an empty row below what it copies.
    held = {number for number, _ in sheet.lines} if grid.hidden else ()
    if hidden := [line for line in grid.hidden if line in held]:
        template = "Có {count} dòng đang bị ẩn (dòng {lines}); chúng vẫn được đọc."
        lines = ", ".join(map(str, hidden[:NAMED_HIDDEN])) + (", …" if len(hidden) > NAMED_HIDDEN else "")
        advice = "Không muốn nhập thì xóa hẳn các dòng ẩn."
        told = {"count": len(hidden), "lines": lines}
        yield Finding("intake.hidden", Severity.LOOK, template, told, sheet.where, advice)
