"""A table of the document as a sheet of its own, its numbers as numbers."""

from collections.abc import Iterator
from decimal import Decimal

from sokhcn.document.nodes import Align, Document, Row, RowKind, Table
from sokhcn.document.walk import all_sections, words
from sokhcn.formats.xlsx.book import BODY, NOTE, STRONG, Book, Look
from sokhcn.formats.xlsx.sheet import Cell
from sokhcn.kernel.numerals import read_number

PAPER = 130  # letters that fit across a landscape page
ALIGNS: dict[Align, Look] = {
    Align.LEFT: {"align": "left"},
    Align.CENTRE: {"align": "center"},
    Align.RIGHT: {"align": "right"},
}
LONGEST_ZERO_FILLED = 2  # "06" counts; "0912345678" and "010122" name something


def tables(document: Document) -> Iterator[tuple[str, str, Table]]:
    """Each table with the name of its sheet and its title: those of appendices, then those inside sections."""
    for appendix in document.appendices:
        for block in appendix.blocks:
            if isinstance(block, Table):
                yield appendix.label, appendix.title, block
    for section in all_sections(document.sections):
        title = words(section.title)
        for block in section.blocks:
            if isinstance(block, Table):
                yield f"{section.number} {title}" if section.number else title, title, block


def write_table(book: Book, name: str, title: str, table: Table) -> None:
    """Title, unit, a header that stays, then the rows."""
    shares = sum(column.width for column in table.columns)
    sheet = book.add(name, [max(PAPER * column.width / shares, 4) for column in table.columns])
    book.title(sheet, 0, title)
    book.write(sheet, (1, 0), table.unit, NOTE)
    header = 2
    book.header(sheet, header, [column.title for column in table.columns])
    for at, row in enumerate(table.rows, start=header + 1):
        if row.kind is RowKind.GROUP and len(row.cells) == 1:
            book.across(sheet, at, len(table.columns), words(row.cells[0]), {**BODY, **STRONG})
            continue
        book.row(sheet, at, list(_cells(row, table)))
    book.filter(sheet, header, header + len(table.rows), len(table.columns))


def _cells(row: Row, table: Table) -> Iterator[tuple[Cell, Look]]:
    weight = {} if row.kind is RowKind.BODY else STRONG
    for cell, column in zip(row.cells, table.columns, strict=False):
        text = words(cell)
        value = _value(text)
        shown = {} if isinstance(value, str) else {"num_format": _as_printed(text.strip())}
        yield value, {**BODY, **weight, **ALIGNS[column.align], **shown}


def _value(text: str) -> str | int | Decimal:
    """The number that ``text`` is, or ``text``: telephone numbers and codes keep their zeros."""
    plain = text.strip()
    if plain.startswith("0") and plain.isdecimal() and len(plain) > LONGEST_ZERO_FILLED:
        return text
    number = read_number(text)
    return text if number is None else number


def _as_printed(text: str) -> str:
    """The number format that shows what the paper shows: ``06`` as 00, ``2022`` without and ``1.250,5`` with groups."""
    whole, _, decimals = text.lstrip("-−").partition(",")
    groups = "#,##0" if "." in whole else "0" * (len(whole) if whole.startswith("0") else 1)
    return f"{groups}.{'0' * len(decimals)}" if decimals else groups
