"""Two versions of a list of lines side by side: equal ones first, then changed ones by how alike they are."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

Places = Iterator[tuple[int | None, int | None]]
_MOST_COMPARED = 40_000


def side_by_side(one: Sequence[str], other: Sequence[str], likeness: Callable[[int, int], float]) -> Places:
    """Pairs of places in order; None where a line stands on one side only. ``likeness`` of 0 never makes a pair.

    Equal beginnings and ends are taken off first: most files come back with a few lines changed.
    """
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    yield from ((n, n) for n in range(start))
    middle, facing = one[start : len(one) - end], other[start : len(other) - end]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, middle, facing).get_opcodes():
        there, here = range(start + i1, start + i2), range(start + j1, start + j2)
        if tag == "equal":
            yield from zip(there, here, strict=True)
        else:
            yield from _likely(there, here, likeness)
    yield from zip(range(len(one) - end, len(one)), range(len(other) - end, len(other)), strict=True)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _likely(there: range, here: range, likeness: Callable[[int, int], float]) -> Places:
    """The pairing of two stretches, in order, that is most alike in sum."""
    if len(there) * len(here) > _MOST_COMPARED:
        yield from _by_position(there, here)
        return
    scores = [[likeness(i, j) for j in here] for i in there]
    best = _sums(scores, len(here))
    i = j = 0
    while i < len(there) and j < len(here):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            yield there[i], here[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield there[i], None
            i += 1
        else:
            yield None, here[j]
            j += 1
    yield from ((n, None) for n in there[i:])
    yield from ((None, n) for n in here[j:])


def _sums(scores: list[list[float]], width: int) -> list[list[float]]:
    """The best sum that can still be had from each place on."""
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for i in reversed(range(len(scores))):
        for j in reversed(range(width)):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return best


def _by_position(there: range, here: range) -> Places:
    shared = min(len(there), len(here))
    yield from zip(there[:shared], here[:shared], strict=True)
    yield from ((n, None) for n in there[shared:])
    yield from ((None, n) for n in here[shared:])
