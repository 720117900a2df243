"""Hand-written texts put at their places in a chapter, whatever the figures around them have become."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sokhcn.document.anchoring import anchor_of, find
from sokhcn.document.building import blocks_of
from sokhcn.document.nodes import Block
from sokhcn.document.strokes import Part, Stroke, lines_of
from sokhcn.document.walk import words
from sokhcn.reports.models import OwnText

CLOSES = "./."  # the end of the text (Decree 30/2020/NĐ-CP, Annex I): nothing stands after it

Say = Callable[[OwnText], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A text as it stands: the number of its first line in the chapter (None: nowhere), how many lines it has, and
    whether its anchor was found as it was written."""

    row: OwnText
    first: int | None
    size: int
    is_sure: bool

    def told(self) -> dict[str, Any]:
        row = self.row
        about = {"row": [row.pk, row.version], "chapter": row.chapter, "place": row.place, "anchor": row.anchor}
        return {**about, "first": self.first, "size": self.size, "sure": self.is_sure, "by": row.by}


@dataclass(slots=True)
class _Spot:
    """A compiled line with what is put around it or stands in its place."""

    line: Stroke
    before: list[OwnText]
    after: list[OwnText]
    instead: list[OwnText]


def put(
    blocks: tuple[Block, ...], rows: Iterable[OwnText], say: Say, *, closes: bool
) -> tuple[tuple[Block, ...], list[Placed]]:
    """The blocks of a chapter with ``rows`` in it. ``closes``: its last paragraph may be the last words of the report,
    which stay the last."""
    lines = lines_of(blocks)
    end = len(lines) - (_tail(lines) if closes else 0)
    spots = [_Spot(line, [], [], []) for line in lines]
    first: list[OwnText] = []
    last: list[OwnText] = []
    sure: dict[int, bool] = {}
    for row in rows:
        found = find(lines, row.anchor, row.line) if row.anchor else None
        sure[row.pk] = found.is_sure if found else not row.anchor
        if found:
            getattr(spots[found.line], row.place).append(row)
        else:
            (last if row.place == OwnText.Place.AFTER else first).append(row)
    whole = any(row.place == OwnText.Place.INSTEAD and not row.anchor for row in first)
    body = [one for spot in spots[:end] for one in _around(spot, without_line=whole)]
    tail = [one for spot in spots[end:] for one in _around(spot, without_line=False)]
    strokes, placed = _laid([*first, *body, *last, *tail], say, sure)
    return blocks_of(strokes), placed


def _around(spot: _Spot, *, without_line: bool) -> Iterable[OwnText | Stroke]:
    yield from spot.before
    yield from spot.instead or (() if without_line else (spot.line,))
    yield from spot.after


def _laid(order: Iterable[OwnText | Stroke], say: Say, sure: dict[int, bool]) -> tuple[list[Stroke], list[Placed]]:
    strokes: list[Stroke] = []
    placed: list[Placed] = []
    for one in order:
        if isinstance(one, Stroke):
            strokes.append(one)
            continue
        said = lines_of(say(one)) if one.text.strip() else ()
        placed.append(Placed(one, len(strokes), len(said), sure[one.pk]))
        strokes += said
    return strokes, placed


def _tail(lines: tuple[Stroke, ...]) -> int:
    """How many lines close the report."""
    last = lines[-1] if lines else None
    closes = last is not None and last.part is Part.PARAGRAPH and words(last.cells[0]).rstrip().endswith(CLOSES)
    return int(closes)


def anchors(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Each line of a chapter as an anchor."""
    return tuple(anchor_of(stroke) for stroke in lines_of(blocks))
