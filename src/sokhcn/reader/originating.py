"""Where in its file a stretch of text stands: the paragraph of a .docx, the page and box of a .pdf."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from sokhcn.document.letters import Letters, Line, Origin, Span

Box = tuple[float, float, float, float]


class Origins:
    """The lines of ``letters`` in the order of the text, asked by places in it. A question costs O(log lines)."""

    def __init__(self, letters: Letters) -> None:
        self._lines = sorted((line for line in letters.lines if line.origin != Origin()), key=lambda line: line.start)
        self._starts = [line.start for line in self._lines]

    def told(self, span: Span) -> dict[str, Any]:
        """``{"origin": …}`` for JSON, or nothing where the file knows no such places. Boxes are of whole lines, and
        of those on the page on which the stretch begins."""
        found = self._under(span)
        if not found:
            return {}
        first = found[0].origin
        made: dict[str, Any] = {"paragraph": first.paragraph} if first.paragraph is not None else {}
        if first.page is not None:
            made["page"] = first.page
            boxes = [line.origin.box for line in found if line.origin.page == first.page and line.origin.box]
            made |= {"box": [round(edge, 1) for edge in _around(boxes)]} if boxes else {}
        return {"origin": made}

    def _under(self, span: Span) -> Sequence[Line]:
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        lines = self._lines[first : bisect_left(self._starts, max(span[1], span[0] + 1), first)]
        return [line for line in lines if line.end > span[0]]


def _around(boxes: Sequence[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)
