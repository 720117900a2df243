"""The first sheet: every figure that the report prints, where it stands, and its value as a number."""

from collections.abc import Iterable, Iterator

from sokhcn.document.letterhead import dated
from sokhcn.document.nodes import Block, Document, Inline, Num, Section
from sokhcn.document.walk import block_sentences, flat, words
from sokhcn.formats.xlsx.book import BODY, NOTE, STRONG, TITLE, Book

COLUMNS = (("Mục", 34), ("Câu", 80), ("Chỉ tiêu", 30), ("In trên báo cáo", 12), ("Giá trị", 14))
Printed = tuple[str, str, Num]


def write_figures(book: Book, document: Document) -> None:
    """Title, period, then one row for each figure, as often as it is printed."""
    sheet = book.add("Báo cáo", [width for _, width in COLUMNS])
    head = document.head
    book.write(sheet, (0, 0), head.type_name, TITLE)
    book.write(sheet, (1, 0), " ".join(words(head.subject).split()), STRONG)  # the subject names the period
    book.write(sheet, (2, 0), f"{head.agency}. {' … '.join(dated(head))}", NOTE)
    book.header(sheet, 4, [title for title, _ in COLUMNS])
    row = 4
    for row, (place, sentence, figure) in enumerate(_printed(document), start=5):
        for column, value in enumerate((place, sentence, figure.key, figure.text, figure.value)):
            book.write(sheet, (row, column), value, BODY)
    book.filter(sheet, 4, row, len(COLUMNS))


def _printed(document: Document) -> Iterator[Printed]:
    yield from _in_sentences("Trích yếu", [document.head.subject])
    for section in document.sections:
        yield from _in_section(section, "")
    for appendix in document.appendices:
        yield from _in_sentences(appendix.label, _sentences(appendix.blocks))


def _in_section(section: Section, above: str) -> Iterator[Printed]:
    number = f"{above}.{section.number}" if above and section.number else section.number or ""
    title = words(section.title)
    place = f"{number}. {title}" if number else title
    yield from _in_sentences(place, [section.title, *_sentences(section.blocks)])
    for inner in section.sections:
        yield from _in_section(inner, number)


def _sentences(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        yield from block_sentences(block)


def _in_sentences(place: str, sentences: Iterable[tuple[Inline, ...]]) -> Iterator[Printed]:
    for sentence in sentences:
        for node in flat(sentence):
            if isinstance(node, Num):
                yield place, words(sentence).strip(), node
