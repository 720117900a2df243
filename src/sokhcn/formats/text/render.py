"""A document to plain text: laid out as on paper where that can be, one line a paragraph unless a width is given."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from sokhcn.document.letterhead import (
    ADDRESSED_TO,
    MOTTO,
    NATIONAL_NAME,
    RECIPIENTS,
    Parts,
    addressed,
    dated,
    listed,
    serial,
)
from sokhcn.document.nodes import (
    Appendix,
    Block,
    Break,
    Closing,
    Document,
    Head,
    Inline,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
)
from sokhcn.document.walk import flat, words
from sokhcn.formats.text.columns import GAP, RULE, centred, on_one_line, side_by_side, width, wrapped
from sokhcn.formats.text.table import table_lines

PAGE = 80  # columns of the head and the close where no width is asked for
NARROW = 70  # below this the two columns of the head stand one under the other
LEAST = 20
BLANK = " ..... "  # visible, because spaces would be lost where a line wraps
SIGNING_LINES = 4


@dataclass(frozen=True, slots=True)
class Page:
    """How much room there is: ``asked`` is what the caller wants, None for paragraphs on one line each."""

    asked: int | None

    @property
    def room(self) -> int:
        return PAGE if self.asked is None else self.asked

    @property
    def left(self) -> int:
        return self.room * 2 // 5

    @property
    def right(self) -> int:
        return self.room - self.left - len(GAP)


def render(document: Document, *, width: int | None = None) -> bytes:
    """The document as UTF-8 text; ``width`` columns at most (at least 20), or each paragraph on one line."""
    page = Page(None if width is None else max(width, LEAST))
    groups = [*_head(document.head, page)]
    for section in document.sections:
        groups += _section(section, page)
    groups.append(_closing(document.closing, page))
    for appendix in document.appendices:
        groups += _appendix(appendix, page)
    return ("\n\n".join("\n".join(lines) for lines in groups if lines) + "\n").encode()


def _head(head: Head, page: Page) -> Iterator[list[str]]:
    """Groups of lines; an empty line stands between one group and the next."""
    agency = [on_one_line(head.parent_agency), on_one_line(head.agency)]
    nation = [NATIONAL_NAME, MOTTO]
    if page.room < NARROW:
        yield centred([*nation, _rule(MOTTO, page.room)], page.room)
        yield centred([*agency, _rule(agency[1], page.room, 0.4)], page.room)
        yield centred([_filled(serial(head)), _filled(dated(head))], page.room)
    else:
        left = [*centred(agency, page.left), *centred([_rule(agency[1], page.left, 0.4)], page.left)]
        right = centred([*nation, _rule(MOTTO, page.right)], page.right)
        yield side_by_side(left, right, page.left)
        numbered = centred([_filled(serial(head))], page.left)
        yield side_by_side(numbered, centred([_filled(dated(head))], page.right), page.left)
    subject = _broken(head.subject)
    yield centred([on_one_line(head.type_name), *subject, _rule(max(subject, key=width), page.room, 0.4)], page.room)
    if head.addressees:
        yield list(_addressees(head, page))


def _filled(parts: Parts) -> str:
    return BLANK.join(parts).replace(f"{BLANK}/", f"{BLANK.rstrip()}/")


def _rule(line: str, room: int, share: float = 1.0) -> str:
    return RULE * min(max(round(width(line) * share), 1), room)


def _broken(inlines: Iterable[Inline]) -> list[str]:
    """The lines of a title, as its breaks divide it."""
    lines: list[list[Inline]] = [[]]
    for node in flat(inlines):
        if isinstance(node, Break):
            lines.append([])
        else:
            lines[-1].append(node)
    return [on_one_line(words(line)) for line in lines]


def _addressees(head: Head, page: Page) -> Iterator[str]:
    if len(head.addressees) == 1:
        yield from centred(addressed(head), page.room)
        return
    yield from centred([ADDRESSED_TO], page.room)
    indent = " " * (page.room // 2)
    for line in listed(head.addressees):
        yield from wrapped(line, page.room, indent, indent + "  ")


def _section(section: Section, page: Page) -> Iterator[list[str]]:
    title = words(section.title)
    yield wrapped(title if section.number is None else f"{section.number}. {title}", page.asked)
    yield from (_block(block, page) for block in section.blocks)
    for inner in section.sections:
        yield from _section(inner, page)


def _block(block: Block, page: Page) -> list[str]:
    match block:
        case Paragraph(children):
            return wrapped(words(children), page.asked)
        case Items(items):
            return list(_items(items, page, ""))
        case Table():
            return table_lines(block, page.asked)
    assert_never(block)


def _items(items: Iterable[Item], page: Page, indent: str) -> Iterator[str]:
    for item in items:
        label = f"{indent}{on_one_line(item.label)} "
        yield from wrapped(words(item.children), page.asked, label, " " * width(label))
        yield from _items(item.below, page, indent + "  ")


def _closing(closing: Closing, page: Page) -> list[str]:
    names = listed(closing.recipients)
    signature = [*closing.signature.lines, *[""] * SIGNING_LINES, closing.signature.name]
    if page.room < NARROW:
        told = [piece for line in (RECIPIENTS, *names) for piece in wrapped(line, page.room)]
        return [*told, "", *centred(signature, page.room)]
    told = [piece for line in (RECIPIENTS, *names) for piece in wrapped(line, page.left, rest="  ")]
    return side_by_side(told, centred(signature, page.right), page.left)


def _appendix(appendix: Appendix, page: Page) -> Iterator[list[str]]:
    reference = _filled(tuple(re.split(r" {2,}", appendix.reference)))
    yield ["", *centred([appendix.label, appendix.title, reference], page.room)]
    yield from (_block(block, page) for block in appendix.blocks)
