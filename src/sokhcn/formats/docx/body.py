"""The body: sections with their headings, paragraphs, items."""

from collections.abc import Iterator
from typing import assert_never

from sokhcn.document.nodes import Block, Item, Items, Paragraph, Section, Table
from sokhcn.formats.docx.controls import bookmarked
from sokhcn.formats.docx.elements import Element, paragraph, said
from sokhcn.formats.docx.inlines import TITLE, runs
from sokhcn.formats.docx.names import HEADINGS, ITEMS, Identity, Kind, Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.tables import table


def sections(press: Press, nodes: tuple[Section, ...]) -> Iterator[Element]:
    """Sections in reading order, each under its heading."""
    for node in nodes:
        yield _heading(press, node)
        yield from blocks(press, node.blocks, press.usable_twips())
        yield from sections(press, node.sections)


def blocks(press: Press, nodes: tuple[Block, ...], room_twips: int) -> Iterator[Element]:
    """Blocks in reading order, on a page this wide between its margins."""
    for node in nodes:
        match node:
            case Paragraph(children):
                yield paragraph(Style.BODY, *runs(press, children))
            case Items(items):
                yield from _items(press, items, 0)
            case Table():
                yield from table(press, node, room_twips)
            case _:
                assert_never(node)


def _heading(press: Press, node: Section) -> Element:
    style = HEADINGS[min(node.level, len(HEADINGS)) - 1]
    number = (said(numbered(node.number)),) if node.number else ()
    content = (*number, *runs(press, node.title, TITLE))
    return paragraph(style, *bookmarked(press, Identity(Kind.SECTION, node.key), content))


def numbered(number: str) -> str:
    """``I. ``: a number takes a full stop unless it brings its own mark, as ``a)`` does."""
    return f"{number} " if number.endswith((".", ")")) else f"{number}. "


def _items(press: Press, nodes: tuple[Item, ...], depth: int) -> Iterator[Element]:
    style = ITEMS[min(depth, len(ITEMS) - 1)]
    for node in nodes:
        label = (said(f"{node.label} "),) if node.label else ()
        yield paragraph(style, *label, *runs(press, node.children))
        yield from _items(press, node.below, depth + 1)
