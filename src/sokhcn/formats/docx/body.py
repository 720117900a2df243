"""The body: sections with their headings, paragraphs, items."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from sokhcn.document.letterhead import numbered
from sokhcn.document.nodes import Block, Item, Items, Paragraph, Section, Table
from sokhcn.document.walk import words
from sokhcn.formats.docx.controls import bookmarked
from sokhcn.formats.docx.elements import Element, paragraph, said, twips_of_mm, twips_of_pt, w
from sokhcn.formats.docx.inlines import TITLE, runs
from sokhcn.formats.docx.names import HEADINGS, ITEMS, Identity, Kind, Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.tables import table
from sokhcn.formats.docx.widths import width_pt, without_lone_word


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
    return paragraph(style, *bookmarked(press, Identity(Kind.SECTION, node.key), content), more=_even(press, node))


def _even(press: Press, node: Section) -> tuple[Element, ...]:
    """Room on the right that takes a second word to a last line where one would stand alone."""
    size, room = press.profile.body_pt, press.usable_twips() / 20
    indent = twips_of_mm(press.profile.first_line_mm)
    blank = "\N{NO-BREAK SPACE}"
    indented = blank * ceil(indent / 20 / width_pt(blank, size, bold=True))
    written = f"{indented}{numbered(node.number) if node.number else ''}{words(node.title)}"
    free = room - without_lone_word(written, room, size, bold=True)
    return (w("ind", right=twips_of_pt(free), firstLine=indent),) if free else ()


def _items(press: Press, nodes: tuple[Item, ...], depth: int) -> Iterator[Element]:
    style = ITEMS[min(depth, len(ITEMS) - 1)]
    for node in nodes:
        label = (said(f"{node.label} "),) if node.label else ()
        yield paragraph(style, *label, *runs(press, node.children))
        yield from _items(press, node.below, depth + 1)
