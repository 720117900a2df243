"""Places in a chapter that are found again when its figures change: a line by its words, with the figures left open."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sokhcn.document.nodes import Num
from sokhcn.document.strokes import Stroke
from sokhcn.document.walk import flat, words

_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """The number of a line, and whether it is the very one that was meant."""

    line: int
    is_sure: bool


def anchor_of(stroke: Stroke) -> str:
    """The words of a line with each figure as its key: ``Đã cấp {radiation.issued} giấy phép``."""
    cells = ("".join(_open(node) for node in flat(cell)) for cell in stroke.cells)
    return stroke.before + " | ".join(cells) + stroke.after


def _open(node: object) -> str:
    return f"{{{node.key}}}" if isinstance(node, Num) else words((node,))  # type: ignore[arg-type]


def find(lines: Sequence[Stroke], anchor: str, line: int) -> Found | None:
    """The line that says ``anchor``, the nearest to ``line`` of several; else the one most like it; else the one that
    stands at its place. None where there is no line at all."""
    if not lines:
        return None
    anchors = [anchor_of(one) for one in lines]
    same = [n for n, one in enumerate(anchors) if one == anchor]
    if same:
        return Found(min(same, key=lambda n: abs(n - line)), True)
    best = max(range(len(anchors)), key=lambda n: (likeness(anchor, anchors[n]), -abs(n - line)))
    return Found(best if likeness(anchor, anchors[best]) >= _ALIKE else min(line, len(lines) - 1), False)


def likeness(one: str, other: str) -> float:
    """Words shared by both, from 0 to 1."""
    bags = Counter(one.split()), Counter(other.split())
    total = max(bags[0].total(), bags[1].total())
    return (bags[0] & bags[1]).total() / total if total else 1.0
