"""A book as a workbook: title, headings that come back on every page, the rows."""

from sokhcn.document.ledger import Ledger
from sokhcn.formats.xlsx.book import BODY, HEADER, NOTE, STRONG, TITLE, Book, Look

CENTRED = {"align": "center"}
LETTERS = 8.5  # of a column whose share is one


def render(ledger: Ledger) -> bytes:
    """The workbook of ``ledger``; the same book gives the same bytes."""
    book, columns = Book(), len(ledger.columns)
    sheet = book.add(ledger.title.capitalize(), [column.width * LETTERS for column in ledger.columns])
    above: tuple[tuple[str, Look], ...] = ((ledger.parent_agency, {}), (ledger.agency, STRONG))
    for row, (text, look) in enumerate(above):
        book.write(sheet, (row, 0), text, look)
    book.across(sheet, 2, columns, ledger.title, {**TITLE, **CENTRED})
    header = 3
    for header, line in enumerate(ledger.lines, 4):  # goes on behind the last line
        book.across(sheet, header - 1, columns, line, CENTRED)
    book.row(sheet, header, [(column.title, HEADER) for column in ledger.columns])
    book.row(sheet, header + 1, [(f"({place})", {**HEADER, "bold": False}) for place in range(1, columns + 1)])
    sheet.freeze_panes(header + 2, 0)
    sheet.repeat_rows(header, header + 1)
    last = header + 1
    for last, cells in enumerate(ledger.rows, header + 2):  # goes on behind the headings
        book.row(sheet, last, [(cell, BODY) for cell in cells])
    for at, remark in enumerate(ledger.remarks, last + 1):
        book.write(sheet, (at, 0), remark, NOTE)
    return book.close()
