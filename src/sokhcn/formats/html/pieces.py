"""Inlines and blocks as HTML elements, escaped; figures and papers keep what they are in data attributes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import assert_never

from sokhcn.document.nodes import (
    Align,
    Block,
    Break,
    Cite,
    Column,
    Emph,
    Inline,
    Item,
    Items,
    Num,
    Paragraph,
    Row,
    RowKind,
    Strong,
    Table,
    Text,
)
from sokhcn.kernel.numerals import amount

FigureLink = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes: where a figure leads (None: nowhere), and the level of heading that the document's title takes."""

    figure_link: FigureLink | None = None
    top: int = 1

    def words(self, inlines: Iterable[Inline], *, title: bool = False) -> str:
        """Inlines as they stand in a sentence; only in a title is a break a new line."""
        return "".join(self._word(node, title) for node in inlines)

    def _word(self, node: Inline, title: bool) -> str:
        match node:
            case Text(text):
                return escape(text)
            case Emph(children):
                return f"<i>{self.words(children, title=title)}</i>"
            case Strong(children):
                return f"<b>{self.words(children, title=title)}</b>"
            case Num():
                return self._figure(node)
            case Cite(paper, text):
                return f'<span class="cite" data-paper="{escape(paper)}">{escape(text)}</span>'
            case Break():
                return "<br>" if title else " "
        assert_never(node)

    def _figure(self, figure: Num) -> str:
        key, text = escape(figure.key), escape(figure.text)
        look, more = "fig", ""
        if figure.counted is not None:
            look, more = "fig over", f' title="{escape(f"Số ghi đè; sổ đếm {amount(figure.counted)}")}"'
        if self.figure_link is None:
            return f'<span class="{look}" data-key="{key}"{more}>{text}</span>'
        return f'<a class="{look}" href="{escape(self.figure_link(figure.key))}" data-key="{key}"{more}>{text}</a>'

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return f"<p>{self.words(children)}</p>\n"
            case Items(items):
                return self._items(items)
            case Table():
                return self._table(block)
        assert_never(block)

    def _items(self, items: Iterable[Item]) -> str:
        lines = "".join(self._item(item) for item in items)
        return f'<ul role="list">\n{lines}</ul>\n' if lines else ""

    def _item(self, item: Item) -> str:
        below = self._items(item.below)
        label = f"{escape(item.label)} " if item.label else ""
        return f"<li>{label}{self.words(item.children)}{below}</li>\n"

    def _table(self, table: Table) -> str:
        unit = f'<p class="unit">{escape(table.unit)}</p>\n' if table.unit else ""
        shares = sum(column.width for column in table.columns)
        # The width attribute, not a style: pages of the application allow no inline style.
        widths = "".join(f'<col width="{column.width / shares:.2%}">' for column in table.columns)
        heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
        rows = "".join(self._row(row, table.columns) for row in table.rows)
        head = f"<colgroup>{widths}</colgroup>\n<thead><tr>{heads}</tr></thead>"
        return f'{unit}<table class="grid">\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n'

    def _row(self, row: Row, columns: tuple[Column, ...]) -> str:
        marked = "" if row.kind is RowKind.BODY else f' class="{row.kind.value}"'
        if row.kind is RowKind.GROUP and len(row.cells) == 1:
            cells = f'<th scope="rowgroup" colspan="{len(columns)}">{self.words(row.cells[0])}</th>'
        else:
            cells = "".join(
                f"<td{_aligned(column.align)}>{self.words(cell)}</td>"
                for cell, column in zip(row.cells, columns, strict=False)
            )
        return f"<tr{marked}>{cells}</tr>\n"


def _aligned(align: Align) -> str:
    return "" if align is Align.LEFT else f' class="{align.value}"'
