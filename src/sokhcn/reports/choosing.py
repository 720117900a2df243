"""Which rows are entered when some are chosen: those that they refer to come along, and of placeholders as many as the
registers lack."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sokhcn.figures.figure import FigureSet
from sokhcn.kernel.columns import Cell
from sokhcn.kernel.folding import fold
from sokhcn.reader.proposed import Proposed
from sokhcn.reports import catalogue
from sokhcn.reports.known import code_of

ESTABLISHMENTS = "co-so"
Numbered = Mapping[int, Proposed]


def with_needed(rows: Sequence[Proposed], numbers: Collection[int]) -> Numbered:
    """The rows of those ``numbers`` and, among ``rows``, the establishments and papers that they refer to."""
    named = {fold(name): number for number, row in enumerate(rows, 1) if (name := _name(row))}
    needed = {named[cell] for number in numbers for cell in _references(rows[number - 1]) if cell in named}
    return {number: rows[number - 1] for number in sorted({*numbers, *needed})}


def without_counted(chosen: Numbered, claimed: Mapping[str, int], figures: FigureSet) -> Numbered:
    """``chosen`` without placeholders for what the registers count already in this period, nor the establishments that
    only those refer to. ``claimed`` is what the report counts, by indicator."""
    places = Counter(row.stands_for for row in chosen.values() if row.register != ESTABLISHMENTS)
    spare = {key: _spare(key, number, claimed, figures) for key, number in places.items() if key}
    left: dict[int, Proposed] = {}
    for number, row in chosen.items():
        if row.register != ESTABLISHMENTS and spare.get(row.stands_for, 0) > 0:
            spare[row.stands_for] -= 1  # the first are spared: their numbers are those of rows of earlier reports
        else:
            left[number] = row
    referred = {cell for row in left.values() for cell in _references(row)}
    return {number: row for number, row in left.items() if not row.stands_for or _is_needed(row, referred)}


def _spare(key: str, places: int, claimed: Mapping[str, int], figures: FigureSet) -> int:
    """How many of so many placeholders are not needed."""
    counted = figures[key].value if key in figures else None
    lacking = max(places, claimed.get(key, 0)) - int(counted or 0)
    return max(0, places - max(0, lacking))


def _is_needed(row: Proposed, referred: Collection[str]) -> bool:
    return row.register != ESTABLISHMENTS or fold(row.cells["Tên"]) in referred


def _references(row: Proposed) -> Iterator[str]:
    """What the cells of a row refer to, folded."""
    for column in catalogue.register(row.register).columns:
        if column.cell is Cell.REFERENCE and (cell := row.cells.get(column.heading)):
            yield fold(cell)


def _name(row: Proposed) -> str:
    """What other rows call this one by."""
    if row.register == ESTABLISHMENTS:
        return row.cells["Tên"]
    code, day = code_of(row.cells), row.cells.get("Ngày ban hành", "")
    return f"{row.cells['Tên loại']} số {code}" + (f" ngày {day}" if day else "") if code else ""
