"""The first sheet: every figure that the report prints, where it stands, and its value as a number."""

from collections.abc import Iterable, Iterator

from sokhcn.document.letterhead import dated
from sokhcn.document.nodes import Block, Document, Inline, Num, Section, Table
from sokhcn.document.walk import block_sentences, flat, words
from sokhcn.formats.xlsx.book import BODY, NOTE, STRONG, Book

COLUMNS = (("Mục", 34), ("Câu", 80), ("Chỉ tiêu", 30), ("In trên báo cáo", 12), ("Giá trị", 14))
Printed = tuple[str, str, Num]


def write_figures(book: Book, document: Document) -> None:
    """Title, period, then one row for each figure, as often as it is printed."""
    sheet = book.add("Báo cáo", [width for _, width in COLUMNS])
    head = document.head
    book.title(sheet, 0, head.type_name)
    book.write(sheet, (1, 0), _said(head.subject), STRONG)  # the subject names the period
    book.write(sheet, (2, 0), f"{head.agency}. {' … '.join(dated(head))}", NOTE)
    book.header(sheet, 4, [title for title, _ in COLUMNS])
    row = 4
    for row, (place, sentence, figure) in enumerate(_printed(document), start=5):
        values = (place, sentence, figure.key, figure.text, figure.value)
        book.row(sheet, row, [(value, BODY) for value in values])
    book.filter(sheet, 4, row, len(COLUMNS))


def _printed(document: Document) -> Iterator[Printed]:
    yield from _figures("Trích yếu", _said(document.head.subject), document.head.subject)
    for section in document.sections:
        yield from _in_section(section, "")
    for appendix in document.appendices:
        yield from _in_blocks(appendix.label, appendix.blocks)


def _in_section(section: Section, above: str) -> Iterator[Printed]:
    number = f"{above}.{section.number}" if above and section.number else section.number or ""
    title = _said(section.title)
    place = f"{number}. {title}" if number else title
    yield from _figures(place, title, section.title)
    yield from _in_blocks(place, section.blocks)
    for inner in section.sections:
        yield from _in_section(inner, number)


def _in_blocks(place: str, blocks: Iterable[Block]) -> Iterator[Printed]:
    """A figure in a table is quoted with its whole row: alone, a cell says nothing."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                quoted = " | ".join(filter(None, map(_said, row.cells)))
                for cell in row.cells:
                    yield from _figures(place, quoted, cell)
        else:
            for sentence in block_sentences(block):
                yield from _figures(place, _said(sentence), sentence)


def _figures(place: str, quoted: str, inlines: Iterable[Inline]) -> Iterator[Printed]:
    return ((place, quoted, node) for node in flat(inlines) if isinstance(node, Num))


def _said(inlines: Iterable[Inline]) -> str:
    return " ".join(words(inlines).split())
