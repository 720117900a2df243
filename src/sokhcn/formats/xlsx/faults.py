"""A sheet that came in, given back: every cell as it was, those at fault coloured, and a last column that says why."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sokhcn.formats.xlsx.book import HEADER, Book
from sokhcn.formats.xlsx.sheet import Cell
from sokhcn.kernel.grid import Raw

WRONG = {"bg_color": "#F8D7DA", "font_color": "#8B1A24", "border": 1, "border_color": "#C0392B"}
REASON = {"text_wrap": True, "font_color": "#8B1A24"}
DAY = {"num_format": "dd/mm/yyyy"}
PLAIN = {"num_format": "General"}
NARROWEST, WIDEST, REASONS = 9, 40, 80
MEASURED = 200
Told = Mapping[int, Sequence[str]]


def render_faults(
    title: str, lines: Sequence[tuple[int, Sequence[Raw]]], header: int, places: Mapping[int, set[int]], said: Told
) -> bytes:
    """``lines`` with their numbers in the file that came; ``places`` are the columns at fault of a line, ``said`` the
    reasons. The heading of the last column stands in line ``header``."""
    width = max((len(row) for _, row in lines), default=0)
    book = Book()
    table = (row for number, row in lines if number >= header)  # what stands above runs on over many columns
    sheet = book.add(title or "Dữ liệu", [*_widths(table, width), REASONS])
    for at, (number, row) in enumerate(lines):
        wrong = places.get(number, set())
        cells = [(_cell(value), _look(value, number == header, place in wrong)) for place, value in enumerate(row)]
        cells += [(None, WRONG if place in wrong else {}) for place in range(len(row), width)]
        book.row(sheet, at, [*cells, _last(number, header, said)])
        if number == header:
            sheet.freeze_panes(at + 1, 0)
    return book.close()


def _last(number: int, header: int, said: Told) -> tuple[Cell, Mapping[str, object]]:
    return ("Lỗi", HEADER) if number == header else ("\n".join(said.get(number, ())), REASON)


def _look(value: Raw, heading: bool, wrong: bool) -> Mapping[str, object]:
    if heading:
        return HEADER
    shown = DAY if isinstance(value, date) else PLAIN if isinstance(value, int | float) else {}
    return {**shown, **WRONG} if wrong else shown


def _cell(value: Raw) -> Cell:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return int(value) if value == int(value) else Decimal(f"{value:.15g}")
    return str(value) if isinstance(value, time | timedelta) else value


def _widths(rows: Iterable[Sequence[Raw]], width: int) -> list[float]:
    widest = [float(NARROWEST)] * width
    for _, row in zip(range(MEASURED), rows, strict=False):
        for place, value in enumerate(row):
            letters = max((len(line) for line in str(value if value is not None else "").splitlines()), default=0)
            widest[place] = min(max(widest[place], 11 if isinstance(value, date) else letters + 1), WIDEST)
    return widest
