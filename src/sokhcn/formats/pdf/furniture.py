"""What stands on a page beside its text: page numbers, running heads and footnotes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sokhcn.document.letters import Role
from sokhcn.formats.pdf.rows import Piece, Row

_NUMBER = re.compile(r"[-–—\s]*(?:Trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_NOTE = re.compile(r"(?:\[?\(?\d{1,2}\]?\)?|\*{1,3})\s*\S")
_SMALLER = 1.4  # points by which a footnote is smaller than the body
_LOW = 0.45  # of the page: footnotes stand below this height
_EDGE_ROWS = 2
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its height, where its words begin and end across it, its rows from the top."""

    number: int
    height: float
    left: float
    right: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """What all pages together say: how large the body is printed, and what runs along their edges."""

    body: float
    running: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, sheets: Sequence[Sheet]) -> "Furniture":
        sizes: Counter[float] = Counter()
        edges: dict[tuple[str, int], set[int]] = {}
        for sheet in sheets:
            for row in sheet.rows:
                for piece in row.pieces:
                    sizes[piece.style.size] += len(piece.text)
            for row in _edge_rows(sheet):
                edges.setdefault(_place(row), set()).add(sheet.number)
        running = {place for place, pages in edges.items() if len(pages) > 1 and place[0].strip("# -–—/")}
        return cls(sizes.most_common(1)[0][0] if sizes else 0.0, frozenset(running))

    def role(self, sheet: Sheet, row: Row) -> Role:
        """What ``row`` is on its page, as far as its edge shows."""
        if row not in _edge_rows(sheet):
            return Role.BODY
        if _NUMBER.fullmatch(row.text) and (row is sheet.rows[0] or row is sheet.rows[-1]):
            return Role.PAGE_NUMBER
        return Role.RUNNING_HEAD if _place(row) in self.running else Role.BODY

    def notes(self, sheet: Sheet) -> frozenset[int]:
        """The rows of the page, by their place, that are footnotes: small, at the bottom, begun by a mark."""
        low = [n for n, row in enumerate(sheet.rows) if row.top < sheet.height * _LOW]
        small = [
            n for n in low if self._is_small(sheet.rows[n].pieces) or self.role(sheet, sheet.rows[n]) is not Role.BODY
        ]
        start = len(sheet.rows)
        while start - 1 in small:
            start -= 1
        while start < len(sheet.rows) and not _NOTE.match(sheet.rows[start].text):
            start += 1
        notes = range(start, len(sheet.rows))
        return frozenset(n for n in notes if self.role(sheet, sheet.rows[n]) is Role.BODY)

    def _is_small(self, pieces: Sequence[Piece]) -> bool:
        return all(piece.style.size <= self.body - _SMALLER for piece in pieces)


def _edge_rows(sheet: Sheet) -> tuple[Row, ...]:
    if len(sheet.rows) <= _EDGE_ROWS:
        return sheet.rows
    return (*sheet.rows[:_EDGE_ROWS], *sheet.rows[-_EDGE_ROWS:])


def _place(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text), round(row.top / _NEAR)
