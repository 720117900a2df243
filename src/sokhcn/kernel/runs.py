"""Rows by their ids and versions, kept as runs: a million rows entered one after another are three numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple, overload


class Run(NamedTuple):
    """All ids from ``first`` to ``last``, both inside, each with ``version``."""

    first: int
    last: int
    version: int


NOTHING = Run(1, 0, 0)


class Runs(Sequence[int]):
    """Ids in ascending order, each once, with a version each. Finding one takes a search among runs, not among ids."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        """``runs`` in any order; those that follow on each other with one version become one."""
        self.runs = tuple(_joined(sorted(runs)))

    @classmethod
    def of(cls, ids: Iterable[int], version: int) -> "Runs":
        """``ids`` in any order, all with one version."""
        return cls(_followed(sorted(ids), version))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """How many ids there are up to the end of each run."""
        return tuple(accumulate(run.last - run.first + 1 for run in self.runs))

    def __len__(self) -> int:
        return self._ends[-1] if self.runs else 0

    def __iter__(self) -> Iterator[int]:
        for first, last, _ in self.runs:
            yield from range(first, last + 1)

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[int, ...]: ...
    def __getitem__(self, at: int | slice) -> int | tuple[int, ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        n = at + len(self) if at < 0 else at
        if not 0 <= n < len(self):
            raise IndexError(at)
        run = bisect_right(self._ends, n)
        return self.runs[run].last - (self._ends[run] - 1 - n)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self._run_of(row) is not None

    def version_of(self, row: int) -> int:
        """The version of ``row``, which must be among them: ``KeyError``."""
        run = self._run_of(row)
        if run is None:
            raise KeyError(row)
        return run.version

    def _run_of(self, row: int) -> Run | None:
        at = bisect_right(self.runs, row, key=lambda run: run.first) - 1
        return self.runs[at] if at >= 0 and row <= self.runs[at].last else None

    def __eq__(self, other: object) -> bool:
        return self.runs == other.runs if isinstance(other, Runs) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"Runs({list(self.runs)})"


def _followed(ids: Sequence[int], version: int) -> Iterator[Run]:
    """The runs of ascending ``ids``."""
    if ids:
        ends = [n for n, (row, following) in enumerate(pairwise(ids), 1) if following - row > 1]
        for first, behind in pairwise((0, *ends, len(ids))):
            yield Run(ids[first], ids[behind - 1], version)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Ascending ``runs``, with those made one that follow on each other."""
    ahead = iter(runs)
    start, end, held = next(ahead, NOTHING)
    for first, last, version in ahead:
        if first > end + 1 or (first > end and version != held):
            yield Run(start, end, held)
            start, held = first, version
        elif first <= end:
            raise ValueError(f"{Run(start, end, held)} and {Run(first, last, version)} both hold {first}")
        end = last
    if end >= start:
        yield Run(start, end, held)
