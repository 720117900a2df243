"""What a file really looks like: pages and margins, fonts and sizes by place, line spacing.

Formats measure it; the checker judges it by Decree 30/2020/NĐ-CP, Annex I. Nothing here knows what is right.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Value = TypeVar("Value")


class Spot(StrEnum):
    """Where on paper a line stands; a guess from its look and its neighbours, good enough to measure by."""

    HEAD = "head"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    TABLE = "table"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    APPENDIX = "appendix"
    NOTE = "note"
    RUNNING = "running"
    PAGE_NUMBER = "page_number"
    PAGE_NUMBER_BELOW = "page_number_below"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of one section of the file, in millimetres; ``first_apart``: its first page has a head of its own."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    first_apart: bool = False

    @property
    def is_landscape(self) -> bool:
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True)
class Set:
    """How one line is set: ``text`` is its place in ``Letters.text``, ``spacing`` in lines or, where ``exact``, points.

    ``font`` and ``size_pt`` are those of most of its letters; None where the file does not say.
    """

    spot: Spot
    text: tuple[int, int]
    letters: int
    font: str | None = None
    size_pt: float | None = None
    bold: bool = False
    italic: bool = False
    align: str = "left"
    spacing: float = 1.0
    exact: bool = False
    before_pt: float = 0
    after_pt: float = 0
    first_line_mm: float = 0


@dataclass(frozen=True, slots=True)
class Appearance:
    """One file's look: its pages, and each line as it is set."""

    sheets: tuple[Sheet, ...]
    lines: tuple[Set, ...]

    def at(self, spot: Spot) -> tuple[Set, ...]:
        """The lines of one place, in reading order."""
        return tuple(line for line in self.lines if line.spot is spot)

    def fonts(self, spot: Spot | None = None) -> tuple[tuple[str | None, int], ...]:
        """The fonts of a place, or of all, each with how many letters stand in it, the most used first."""
        return _by_letters((line.font, line.letters) for line in self.lines if spot in (None, line.spot))

    def sizes(self, spot: Spot) -> tuple[tuple[float | None, int], ...]:
        """The sizes of a place in points, each with how many letters, the most used first."""
        return _by_letters((line.size_pt, line.letters) for line in self.at(spot))


def _by_letters(counted: Iterable[tuple[Value, int]]) -> tuple[tuple[Value, int], ...]:
    sums: Counter[Value] = Counter()
    for value, letters in counted:
        sums[value] += letters
    return tuple(sums.most_common())
