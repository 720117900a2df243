"""A document to a workbook: its figures, its tables, and the rows behind them; or sheets of rows alone."""

from collections.abc import Sequence

from sokhcn.document.nodes import Document
from sokhcn.formats.xlsx.book import BODY, NOTE, Book
from sokhcn.formats.xlsx.figures import write_figures
from sokhcn.formats.xlsx.sheet import Cell, Sheet
from sokhcn.formats.xlsx.tables import tables, write_table

NARROWEST, WIDEST = 8, 60
MEASURED_ROWS = 200  # enough to see how wide a column is, without reading everything twice


def render(document: Document, sheets: Sequence[Sheet] = ()) -> bytes:
    """The workbook of ``document``, then one sheet for each of ``sheets``; the same input gives the same bytes."""
    book = Book()
    write_figures(book, document)
    for name, title, table in tables(document):
        write_table(book, name, title, table)
    for sheet in sheets:
        _write_rows(book, sheet)
    return book.close()


def render_sheets(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of ``sheets`` alone; the same input gives the same bytes."""
    book = Book()
    for sheet in sheets:
        _write_rows(book, sheet)
    return book.close()


def _write_rows(book: Book, sheet: Sheet) -> None:
    page = book.add(sheet.title, _widths(sheet))
    book.title(page, 0, sheet.title)
    book.write(page, (1, 0), sheet.note, NOTE)
    header = 2
    book.header(page, header, sheet.columns)
    book.rows(page, header + 1, sheet.rows, BODY)
    book.filter(page, header, header + len(sheet.rows), len(sheet.columns))


def _widths(sheet: Sheet) -> list[float]:
    """As told, else as wide as the widest cell, within reason; longer text wraps."""
    if sheet.widths:
        return [*sheet.widths]
    widest = [len(title) + 4 for title in sheet.columns]  # room for the filter button
    for row in sheet.rows[:MEASURED_ROWS]:
        for column, value in enumerate(row[: len(widest)]):
            widest[column] = max(widest[column], _letters(value))
    return [min(max(size, NARROWEST), WIDEST) for size in widest]


def _letters(value: Cell) -> int:
    return max((len(line) for line in str("" if value is None else value).splitlines()), default=0) + 2
