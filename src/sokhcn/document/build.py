"""Short words to build nodes with: for the compiler, readers and tests."""

from collections.abc import Iterable
from decimal import Decimal

from sokhcn.document.nodes import Block, Cite, Emph, Inline, Item, Items, Num, Paragraph, Section, Strong, Text

Words = str | Inline


def inlines(*words: Words) -> tuple[Inline, ...]:
    """Strings become ``Text``; nodes stay; neighbouring texts join, empty ones go."""
    result: list[Inline] = []
    for word in words:
        node = Text(word) if isinstance(word, str) else word
        last = result[-1] if result else None
        if isinstance(node, Text) and isinstance(last, Text):
            result[-1] = Text(last.text + node.text)
        elif node != Text(""):
            result.append(node)
    return tuple(result)


def para(*words: Words) -> Paragraph:
    return Paragraph(inlines(*words))


def dash(*words: Words, below: Iterable[Item] = ()) -> Item:
    return Item("-", inlines(*words), tuple(below))


def items(*lines: Item) -> Items:
    return Items(lines)


def emph(*words: Words) -> Emph:
    return Emph(inlines(*words))


def strong(*words: Words) -> Strong:
    return Strong(inlines(*words))


def num(key: str, value: int | Decimal, text: str) -> Num:
    return Num(key, value, text)


def cite(paper: str, text: str) -> Cite:
    return Cite(paper, text)


def section(key: str, level: int, number: str | None, title: str, *content: Block | Section) -> Section:
    """A section from a title and a mix of blocks and sections; its blocks stand before its sections."""
    blocks = tuple(c for c in content if not isinstance(c, Section))
    sections = tuple(c for c in content if isinstance(c, Section))
    return Section(key, level, number, inlines(title), blocks, sections)
