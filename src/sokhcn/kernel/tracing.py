"""Where each letter of a changed text came from: pairs of places from which both texts run side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]
Pairs = tuple[tuple[int, int], ...]
Edit = tuple[int, int, str]  # text[start:end] becomes these letters


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


def _second(pair: tuple[int, int]) -> int:
    return pair[1]


@dataclass(frozen=True, slots=True)
class Trace:
    """``jumps``: (place here, place there), rising. ``wide``: (place here, length there) of each letter that stands for
    more than one letter there, as ``ủ`` does for a letter and a mark."""

    jumps: Pairs = ((0, 0),)
    wide: Pairs = ()

    def place(self, here: int) -> int:
        """The place there of one place here."""
        at, there = self.jumps[max(bisect_right(self.jumps, here, key=_first) - 1, 0)]
        return there + here - at

    def span(self, start: int, end: int) -> Span:
        """The span there of ``[start:end]`` here; what was taken out at either end stays outside."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + self._length(end - 1)

    def _length(self, here: int) -> int:
        found = bisect_left(self.wide, here, key=_first)
        return self.wide[found][1] if found < len(self.wide) and self.wide[found][0] == here else 1

    def back(self, there: int, length: int) -> int:
        """The place here, in a text of ``length`` letters, of one place there; of a letter taken out, the next one."""
        found = max(bisect_right(self.jumps, there, key=_second) - 1, 0)
        at, begins = self.jumps[found]
        following = self.jumps[found + 1][0] if found + 1 < len(self.jumps) else length
        return min(at + max(there - begins, 0), max(following, at))

    def through(self, inner: "Trace") -> "Trace":
        """From here through the text in the middle to the one that ``inner`` leads to."""
        if inner.jumps == ((0, 0),) and not inner.wide:
            return self
        jumps: list[tuple[int, int]] = []
        wide = {here: self._through(inner, here) for here, _ in self.wide}
        for number, (at, there) in enumerate(self.jumps):
            ends = self.jumps[number + 1][0] - at + there if number + 1 < len(self.jumps) else None
            jumps.append((at, inner.place(there)))
            jumps += [(at + x - there, y) for x, y in _between(inner.jumps, there + 1, ends)]
            wide |= {
                at + x - there: size for x, size in _between(inner.wide, there, ends) if at + x - there not in wide
            }
        return Trace(tuple(jumps), tuple(sorted(wide.items())))

    def _through(self, inner: "Trace", here: int) -> int:
        start, end = inner.span(*self.span(here, here + 1))
        return end - start


def _between(pairs: Pairs, start: int, end: int | None) -> Pairs:
    stop = len(pairs) if end is None else bisect_left(pairs, end, key=_first)
    return pairs[bisect_left(pairs, start, key=_first) : stop]


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Trace]:
    """``text`` with ``edits`` made, rising and apart from each other, and the way back to it."""
    pieces: list[str] = []
    jumps, wide = [(0, 0)], []
    here = there = 0
    for start, end, letters in edits:
        pieces += (text[there:start], letters)
        here += start - there
        size = len(letters)
        if size != end - start:
            jumps += [(here + step, start) for step in range(size)]
            jumps.append((here + size, end))
        if size and size != end - start > 1:
            wide.append((here + size - 1, end - start))
        here, there = here + size, end
    pieces.append(text[there:])
    return "".join(pieces), Trace(apart(jumps), tuple(wide))


def apart(jumps: list[tuple[int, int]]) -> Pairs:
    """One pair a place, the last one said; pairs that only go on as before are left out."""
    last = dict(jumps)
    kept: list[tuple[int, int]] = []
    for at, there in last.items():
        if not kept or there - at != kept[-1][1] - kept[-1][0]:
            kept.append((at, there))
    return tuple(kept)
