"""Walking a document: its blocks and inlines in reading order, its words, and the same tree with inlines changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from sokhcn.document.nodes import (
    Appendix,
    Block,
    Break,
    Cite,
    Document,
    Emph,
    Inline,
    Item,
    Items,
    Num,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

Change = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def words(inlines: Iterable[Inline]) -> str:
    """The text of inlines as a reader says it."""
    return "".join(_said(node) for node in inlines)


def _said(node: Inline) -> str:
    match node:
        case Text(text) | Num(text=text) | Cite(text=text):
            return text
        case Emph(children) | Strong(children):
            return words(children)
        case Break():
            return " "
    assert_never(node)


def flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Leaves only: emphasis is opened."""
    for node in inlines:
        if isinstance(node, Emph | Strong):
            yield from flat(node.children)
        else:
            yield node


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Every section, parents before children, in reading order."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def sentences(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Each run of inlines of the document, in reading order: subject, titles, paragraphs, items, cells."""
    yield document.head.subject
    for section in all_sections(document.sections):
        yield section.title
        for block in section.blocks:
            yield from block_sentences(block)
    for appendix in document.appendices:
        for block in appendix.blocks:
            yield from block_sentences(block)


def block_sentences(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The runs of inlines in one block."""
    match block:
        case Paragraph(children):
            yield children
        case Items(items):
            yield from _item_sentences(items)
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row.cells)
        case _:
            assert_never(block)


def _item_sentences(items: Iterable[Item]) -> Iterator[tuple[Inline, ...]]:
    for item in items:
        yield item.children
        yield from _item_sentences(item.below)


def leaves(document: Document) -> Iterator[Inline]:
    """Every inline of the document with emphasis opened, in reading order."""
    for sentence in sentences(document):
        yield from flat(sentence)


def numbers(document: Document) -> tuple[Num, ...]:
    """The figures of the document, as often as they are printed."""
    return tuple(node for node in leaves(document) if isinstance(node, Num))


def citations(document: Document) -> tuple[Cite, ...]:
    """The mentions of papers, in reading order."""
    return tuple(node for node in leaves(document) if isinstance(node, Cite))


def changed(document: Document, change: Change) -> Document:
    """The same document with ``change`` applied to each run of inlines, once, in reading order."""
    head = replace(document.head, subject=change(document.head.subject))
    sections = tuple(changed_section(s, change) for s in document.sections)
    appendices = tuple(_changed_appendix(a, change) for a in document.appendices)
    return replace(document, head=head, sections=sections, appendices=appendices)


def changed_section(section: Section, change: Change) -> Section:
    """The same section, and those below it, with ``change`` applied."""
    title = change(section.title)
    blocks = tuple(_changed_block(b, change) for b in section.blocks)
    inner = tuple(changed_section(s, change) for s in section.sections)
    return replace(section, title=title, blocks=blocks, sections=inner)


def _changed_appendix(appendix: Appendix, change: Change) -> Appendix:
    return replace(appendix, blocks=tuple(_changed_block(b, change) for b in appendix.blocks))


def _changed_block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(change(children))
        case Items(items):
            return Items(tuple(_changed_item(i, change) for i in items))
        case Table(columns, rows, unit):
            return Table(columns, tuple(Row(tuple(change(c) for c in r.cells), r.kind) for r in rows), unit)
    assert_never(block)


def _changed_item(item: Item, change: Change) -> Item:
    children = change(item.children)
    return replace(item, children=children, below=tuple(_changed_item(i, change) for i in item.below))
