"""A document as the lines that stand on paper, one after another, and back: what is told line by line goes this way.

``built(flat(document)) == document`` for any document. A stroke's ``before`` and ``after`` are what print adds around
its words (``I. `` before a title, ``;`` after a recipient); ``facts`` are what paper does not show.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, assert_never

from sokhcn.document.letterhead import (
    ADDRESSED_TO,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS,
    dated,
    numbered,
    serial,
)
from sokhcn.document.nodes import (
    Appendix,
    Block,
    Document,
    Head,
    Inline,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
    Text,
)

NO_FACTS: Mapping[str, Any] = MappingProxyType({})
BLANK_NUMBER = " " * 8
BLANK_DAY = " " * 6


class Part(StrEnum):
    """What a line is."""

    LANGUAGE = "language"
    PARENT_AGENCY = "parent_agency"
    AGENCY = "agency"
    FIXED = "fixed"
    SERIAL = "serial"
    DATED = "dated"
    TYPE_NAME = "type_name"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NO_ITEMS = "no_items"
    UNIT = "unit"
    TABLE = "table"
    ROW = "row"
    RECIPIENT = "recipient"
    SIGNATURE_LINE = "signature_line"
    SIGNATURE_NAME = "signature_name"
    APPENDIX = "appendix"
    APPENDIX_TITLE = "appendix_title"
    APPENDIX_REFERENCE = "appendix_reference"


UNSEEN = (Part.LANGUAGE, Part.NO_ITEMS)
ROWS = (Part.TABLE, Part.ROW)
SPACES = (Part.PARAGRAPH, Part.ITEM)  # where a Break reads as a space


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line: a paragraph with one cell, or a row of a table with its cells."""

    part: Part
    cells: tuple[tuple[Inline, ...], ...] = ((),)
    before: str = ""
    after: str = ""
    facts: Mapping[str, Any] = field(default_factory=lambda: NO_FACTS)


def flat(document: Document) -> tuple[Stroke, ...]:
    """The lines of ``document`` in reading order."""
    return (
        Stroke(Part.LANGUAGE, facts={"language": document.language}),
        *_head(document.head),
        *_sections(document.sections, 0),
        *_closing(document),
        *(stroke for node in document.appendices for stroke in _appendix(node)),
    )


def lines_of(blocks: Iterable[Block]) -> tuple[Stroke, ...]:
    """The lines of the blocks of one section or appendix; ``building.blocks_of`` makes blocks of them again."""
    return tuple(_blocks(blocks))


def _say(part: Part, text: str, before: str = "", after: str = "", **facts: Any) -> Stroke:
    return Stroke(part, ((Text(text),),), before, after, facts)


def _head(head: Head) -> Iterator[Stroke]:
    if head.parent_agency:
        yield _say(Part.PARENT_AGENCY, head.parent_agency)
    yield _say(Part.AGENCY, head.agency)
    yield _say(Part.FIXED, NATIONAL_NAME)
    yield _say(Part.FIXED, MOTTO)
    yield _say(Part.SERIAL, BLANK_NUMBER.join(serial(head)), number=head.number, symbol=head.symbol)
    day = head.dated
    date_line = BLANK_DAY.join(dated(head))
    yield _say(Part.DATED, date_line, place=head.place, day=day.day, month=day.month, year=day.year)
    if head.type_name:
        yield _say(Part.TYPE_NAME, head.type_name)
    yield Stroke(Part.SUBJECT, (head.subject,))
    if len(head.addressees) == 1:
        yield _say(Part.ADDRESSEE, head.addressees[0], f"{ADDRESSED_TO} ", ".")
    elif head.addressees:
        yield _say(Part.FIXED, ADDRESSED_TO)
        yield from _listed(Part.ADDRESSEE, head.addressees)


def _listed(part: Part, names: tuple[str, ...]) -> Iterator[Stroke]:
    for place, name in enumerate(names, 1):
        yield _say(part, name, "- ", "." if place == len(names) else ";")


def _sections(sections: Iterable[Section], depth: int) -> Iterator[Stroke]:
    for node in sections:
        before = numbered(node.number) if node.number else ""
        facts = {"key": node.key, "level": node.level, "number": node.number, "depth": depth}
        yield Stroke(Part.SECTION, (node.title,), before, facts=facts)
        yield from _blocks(node.blocks)
        yield from _sections(node.sections, depth + 1)


def _blocks(blocks: Iterable[Block]) -> Iterator[Stroke]:
    for node in blocks:
        match node:
            case Paragraph(children):
                yield Stroke(Part.PARAGRAPH, (children,))
            case Items(items):
                yield from _items(items, 0) if items else (Stroke(Part.NO_ITEMS),)
            case Table():
                yield from _table(node)
            case _:
                assert_never(node)


def _items(items: Iterable[Item], depth: int) -> Iterator[Stroke]:
    for place, node in enumerate(items):
        before = f"{node.label} " if node.label else ""
        facts = {"label": node.label, "depth": depth, "first": not place and not depth}
        yield Stroke(Part.ITEM, (node.children,), before, facts=facts)
        yield from _items(node.below, depth + 1)


def _table(node: Table) -> Iterator[Stroke]:
    if node.unit:
        yield _say(Part.UNIT, node.unit)
    columns = {"widths": [c.width for c in node.columns], "aligns": [c.align.value for c in node.columns]}
    yield Stroke(Part.TABLE, tuple((Text(c.title),) for c in node.columns), facts=columns)
    for row in node.rows:
        yield Stroke(Part.ROW, row.cells, facts={"kind": row.kind.value})


def _closing(document: Document) -> Iterator[Stroke]:
    closing = document.closing
    yield _say(Part.FIXED, RECIPIENTS)
    yield from _listed(Part.RECIPIENT, closing.recipients)
    for line in closing.signature.lines:
        yield _say(Part.SIGNATURE_LINE, line)
    yield _say(Part.SIGNATURE_NAME, closing.signature.name)


def _appendix(node: Appendix) -> Iterator[Stroke]:
    yield _say(Part.APPENDIX, node.label, key=node.key, landscape=node.landscape)
    yield _say(Part.APPENDIX_TITLE, node.title)
    if node.reference:
        yield _say(Part.APPENDIX_REFERENCE, node.reference)
    yield from _blocks(node.blocks)
