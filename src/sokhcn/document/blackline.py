"""Two versions of a document as one: each line with the words that were taken out and those that were put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sokhcn.document.changes import Line, paired
from sokhcn.document.nodes import Document
from sokhcn.document.strokes import Part

_TOKENS = re.compile(r"\s+|[^\W_]+(?:[.,/][^\W_]+)*|.", re.DOTALL)
_WORTH_MIXING = 0.3  # below this the words have so little in common that mixing them reads as a riddle


class Mark(StrEnum):
    """What became of words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both versions, or in one of them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of the two versions together: what it is, how deep it stands, and its words."""

    part: Part
    depth: int
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.mark is not Mark.SAME for piece in self.pieces)


def blackline(before: Document, after: Document) -> tuple[Marked, ...]:
    """Every line that one of them has, in reading order."""
    return tuple(_marked(*pair) for pair in paired(before, after))


def _marked(before: Line | None, after: Line | None) -> Marked:
    line = after or before
    assert line is not None
    depth = int(line.stroke.facts.get("depth", 0))
    return Marked(line.stroke.part, depth, tuple(pieces(before.text if before else "", after.text if after else "")))


def pieces(before: str, after: str) -> Iterator[Piece]:
    """The words of ``after`` with those of ``before`` that it lacks, each where it stood."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if before and after and matcher.ratio() < _WORTH_MIXING:
        yield from (Piece(Mark.OUT, before), Piece(Mark.IN, after))
        return
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Mark.SAME, "".join(old[i:j]))
            continue
        if i < j:
            yield Piece(Mark.OUT, "".join(old[i:j]))
        if k < m:
            yield Piece(Mark.IN, "".join(new[k:m]))
