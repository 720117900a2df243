"""Words of a page put into rows, and rows into columns where two stand side by side, in the order of reading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sokhcn.formats.pdf.glyphs import Style, Word

_SAME_ROW = 0.45  # of the lower height
_COLUMN_GAP = 1.8  # of the size: a wider gap parts columns
_TABLE_COLUMNS = 3
_ALIKE = 6.0  # points between things that stand under each other
# A blank to be filled in by hand parts nothing.
_BEFORE_BLANK = re.compile(r"(?:\b(?:Số|số|ngày|tháng)\s*:?|[.…]{3,})$")
_AFTER_BLANK = re.compile(r"(?:[/-]|tháng\b|năm\b|[.…]{3,})")


@dataclass(frozen=True)
class Piece:
    """Words side by side without a wide gap: a row of a column."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        return (
            min(word.left for word in self.words),
            min(word.bottom for word in self.words),
            max(word.right for word in self.words),
            max(word.top for word in self.words),
        )

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def style(self) -> Style:
        """The style of most of its letters."""
        weights: dict[Style, int] = {}
        for word in self.words:
            weights[word.style] = weights.get(word.style, 0) + len(word.text)
        return max(weights, key=lambda style: weights[style])


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one height, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def top(self) -> float:
        return max(piece.box[3] for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return min(piece.box[1] for piece in self.pieces)

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def rows(words: Iterable[Word]) -> list[Row]:
    """The rows from the top of the page to its bottom."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if groups and _same(groups[-1], word):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [Row(tuple(_pieces(sorted(group, key=lambda word: word.left)))) for group in groups]


def _same(group: Sequence[Word], word: Word) -> bool:
    first = max(group, key=lambda other: other.height) if len(group) < 4 else group[0]
    return abs(first.middle - word.middle) < _SAME_ROW * max(min(first.height, word.height), 1.0)


def _pieces(words: Sequence[Word]) -> Iterator[Piece]:
    piece = [words[0]]
    for word in words[1:]:
        gap = word.left - max(before.right for before in piece[-2:])
        blank = _BEFORE_BLANK.search(piece[-1].text) or _AFTER_BLANK.match(word.text)
        if gap > _COLUMN_GAP * max(piece[-1].style.size, 6.0) and not blank:
            yield Piece(tuple(piece))
            piece = []
        piece.append(word)
    yield Piece(tuple(piece))


@dataclass(frozen=True, slots=True)
class Flow:
    """Pieces in the order of reading; ``table`` where they are rows of an unruled table instead."""

    pieces: tuple[Piece, ...] = ()
    table: tuple[Row, ...] = ()


def flows(found: Sequence[Row]) -> Iterator[Flow]:
    """Zones of two columns are read one column after the other, what has more columns row by row, the rest as it is."""
    place = 0
    while place < len(found):
        size = len(found[place].pieces)
        if size >= _TABLE_COLUMNS and (end := _table_end(found, place)) > place + 1:
            yield Flow(table=tuple(found[place:end]))
            place = end
        elif size == 2 and (zone := _zone(found, place))[0] > place + 1:
            end, gutter = _trailing(found, place, *zone), zone[1]
            yield Flow(tuple(_by_column(found[place:end], gutter)))
            place = end
        else:
            yield Flow(found[place].pieces)
            place += 1


def _table_end(found: Sequence[Row], place: int) -> int:
    end = place
    while end < len(found) and len(found[end].pieces) >= _TABLE_COLUMNS:
        end += 1
    return end


def _zone(found: Sequence[Row], place: int) -> tuple[int, float]:
    """Where the rows end that leave the same gutter free, the last of them in two columns, and the gutter."""
    low, high = found[place].pieces[0].right, found[place].pieces[1].left
    end = place + 1
    for number in range(place + 1, len(found)):
        pieces = found[number].pieces
        inner = _free(low, high, pieces) if len(pieces) <= 2 else (0.0, 0.0)
        if inner[0] >= inner[1]:
            break
        low, high = inner
        end = number + 1 if len(pieces) == 2 else end
    return end, (low + high) / 2


def _free(low: float, high: float, pieces: Sequence[Piece]) -> tuple[float, float]:
    """What a row leaves free of a gutter; a piece alone stands on one side of it."""
    if len(pieces) == 2:
        return max(low, pieces[0].right), min(high, pieces[1].left)
    piece = pieces[0]
    if piece.right <= low or piece.left >= high:
        return low, high
    return (low, piece.left) if piece.left > low else (piece.right, high)


def _trailing(found: Sequence[Row], place: int, end: int, gutter: float) -> int:
    """A column that is longer than the other goes on below the last row of both, in the same place and style."""
    left = [piece for row in found[place:end] for piece in row.pieces if piece.left < gutter]
    right = [piece for row in found[place:end] for piece in row.pieces if piece.left >= gutter]
    while end < len(found) and len(found[end].pieces) == 1:
        piece = found[end].pieces[0]
        below = piece.right < gutter and _begins_alike(piece, left[-1])
        beside = piece.left >= gutter and _stands_under(piece, right[-1])
        if not (below or beside):
            break
        (left if below else right).append(piece)
        end += 1
    return end


def _begins_alike(piece: Piece, above: Piece) -> bool:
    return abs(piece.left - above.left) < _ALIKE and piece.style == above.style


def _stands_under(piece: Piece, above: Piece) -> bool:
    return abs(piece.left + piece.right - above.left - above.right) < 2 * _ALIKE


def _by_column(zone: Sequence[Row], gutter: float) -> Iterator[Piece]:
    pieces = [piece for row in zone for piece in row.pieces]
    yield from (piece for piece in pieces if piece.left < gutter)
    yield from (piece for piece in pieces if piece.left >= gutter)
