"""What a reader of the file sees, line by line: the text as if all tracked changes were accepted, controls told.

The writer looks at its own pages with the same eyes, so that what it keeps beside them is what a reader will meet.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sokhcn.formats.docx.elements import NAMESPACES, Element, W
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.walking import Run, Walk, child_of, is_on

# Names spelled out once: a long table is tens of thousands of elements.
_PARAGRAPH, _TABLE, _RUN, _PROPERTIES, _STYLE = (W + tag for tag in ("p", "tbl", "r", "pPr", "pStyle"))
_ROW_PROPERTIES, _HEADER = W + "trPr", W + "tblHeader"
_BOOKMARK, _NAME, _VALUE = W + "bookmarkStart", W + "name", W + "val"
_AROUND: Final = (W + "sdt", W + "sdtContent", W + "customXml", f"{{{NAMESPACES['mc']}}}AlternateContent")
_NO_LINES = (Style.RULE, Style.SPACER, Style.SECTION_END, Style.HEADER)


class Piece(NamedTuple):
    """Words of one look. ``control`` tells one content control from the next, 0 is none; ``tag`` is its tag."""

    text: str
    bold: bool = False
    italic: bool = False
    control: int = 0
    tag: str = ""


Pieces = tuple[Piece, ...]


class Seen(NamedTuple):
    """One line: a paragraph with one cell, or a row of a ruled table. ``bookmarks`` begin in it."""

    cells: tuple[Pieces, ...]
    style: Style | None = None
    bookmarks: tuple[str, ...] = ()
    is_row: bool = False
    is_header: bool = False

    def plain(self) -> str:
        """Its letters; cells are told apart by a mark that no text holds."""
        return "\x1f".join(said_by(cell) for cell in self.cells)


def said_by(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@dataclass(slots=True)
class Eyes:
    """One look over a file."""

    styles: Mapping[str, Style]
    walk: Walk = field(default_factory=Walk)
    _carried: tuple[Run, ...] = ()
    _bookmarks: list[str] = field(default_factory=list)

    def lines(self, blocks: Iterable[Element]) -> Iterator[Seen]:
        """The lines of these blocks and of the tables that only place things."""
        for block in blocks:
            tag = block.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(block)
            elif tag == _TABLE:
                yield from self._table(block)
            elif tag == _BOOKMARK:
                self._bookmarks.append(block.get(_NAME, ""))
            elif tag in _AROUND:
                yield from self.lines(self.walk.inside(block))

    def _paragraph(self, block: Element) -> Iterator[Seen]:
        runs = (*self._carried, *self.walk.runs(block))
        properties = child_of(block, _PROPERTIES)
        if self.walk.mark_is_deleted(properties):
            self._carried = runs
            return
        self._carried = ()
        style = self._style(properties)
        if not _is_bare(block):
            self._bookmarks += [mark.get(_NAME, "") for mark in block.iter(_BOOKMARK)]
        marks = tuple(self._bookmarks)
        self._bookmarks.clear()
        if style not in _NO_LINES or any(run.text for run in runs):
            yield Seen((_pieces(runs),), None if style in _NO_LINES else style, marks)

    def _table(self, table: Element) -> Iterator[Seen]:
        rows = tuple(self.walk.rows(table))
        if not self._is_ruled(table, rows):
            for row in rows:
                for cell in self.walk.cells(row):
                    yield from self.lines(cell)
            return
        for row in rows:
            yield self._row(row)

    def _row(self, row: Element) -> Seen:
        style: Style | None = None
        cells = []
        for cell in self.walk.cells(row):
            lines = tuple(self.lines(cell))
            style = style or (lines[0].style if lines else None)
            cells.append(_joined(lines))
        return Seen(tuple(cells), style, is_row=True, is_header=_is_header(row))

    def _style(self, properties: Element | None) -> Style | None:
        named = None if properties is None else child_of(properties, _STYLE)
        return None if named is None else self.styles.get(named.get(_VALUE, ""))

    def _is_ruled(self, table: Element, rows: tuple[Element, ...]) -> bool:
        """Whether it is a table to readers too. LibreOffice drops its style and gives its cells borders."""
        named = table.find(f"{W}tblPr/{W}tblStyle")
        if named is not None and self.styles.get(named.get(W + "val", "")) is Style.TABLE:
            return True
        return any(map(_is_header, rows)) or has_borders(table)


def _is_header(row: Element) -> bool:
    properties = child_of(row, _ROW_PROPERTIES)
    return properties is not None and is_on(child_of(properties, _HEADER))


def has_borders(table: Element) -> bool:
    """Whether the table or its first cell says that it has lines."""
    first = table.find(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders")
    whole = table.find(f"{W}tblPr/{W}tblBorders")
    sides = [*(whole if whole is not None else ()), *(first if first is not None else ())]
    return any(side.get(W + "val", "nil") not in ("nil", "none") for side in sides)


def _is_bare(paragraph: Element) -> bool:
    """Whether it is properties and one run: most are, and no bookmark begins in them."""
    return len(paragraph) == 2 and paragraph[0].tag == _PROPERTIES and paragraph[1].tag == _RUN


def _joined(lines: tuple[Seen, ...]) -> Pieces:
    """The paragraphs of one cell, each after the first on a new line; an empty last one is nobody's."""
    if len(lines) == 1 and not lines[0].is_row:
        return lines[0].cells[0]
    cells = [piece for line in lines for piece in (line.cells if line.is_row else line.cells[:1])]
    result: list[Piece] = []
    for place, pieces in enumerate(cells):
        result += ([Piece("\n")] if place else []) + list(pieces)
    return tuple(result)


def _pieces(runs: Iterable[Run]) -> Pieces:
    """Runs of one look and control are one piece, however often an editor cut them."""
    result: list[Piece] = []
    for run in runs:
        text, properties, control, tag = run
        looks = (False, False) if properties is None else (run.bold, run.italic)
        piece = Piece(text, *looks, control, tag)
        if result and result[-1][1:] == piece[1:]:
            result[-1] = piece._replace(text=result[-1].text + piece.text)
        elif piece.text or piece.control:
            result.append(piece)
    return tuple(result)
