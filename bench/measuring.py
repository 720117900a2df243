"""Medians of five, taken in turn so that a busy machine is busy for both; and the table that says which goals hold."""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

TIMES = 5


@dataclass(frozen=True)
class Line:
    """One thing measured; ``goal`` is the most that ``ratio`` may be, where there is one."""

    what: str
    ours: str
    theirs: str = ""
    ratio: float | None = None
    goal: float | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        if self.ratio is None:
            return self.what, self.ours, self.theirs, "", "", ""
        held = "" if self.goal is None else "holds" if self.ratio <= self.goal else "MISSED"
        return self.what, self.ours, self.theirs, f"{self.ratio:.2f}", f"<= {self.goal:.2f}" if self.goal else "", held


def in_turn(*works: Callable[[], Any]) -> list[float]:
    """The median seconds of each of ``works``, after one try that is not counted."""
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(TIMES + 1):
        for seconds, work in zip(taken, works, strict=True):
            start = time.perf_counter()
            work()
            if turn:
                seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]


def against(what: str, ours: Callable[[], Any], theirs: Callable[[], Any], goal: float | None = None) -> Line:
    """``ours`` against ``theirs``; told without a judgement where there is no goal."""
    mine, other = in_turn(ours, theirs)
    return Line(what, seconds(mine), seconds(other), mine / other, goal)


def seconds(taken: float) -> str:
    return f"{taken:.2f} s" if taken >= 1 else f"{taken * 1000:.1f} ms"


def tell(title: str, lines: Iterable[Line]) -> None:
    """Print a table."""
    table = [("", "ours", "theirs", "ratio", "goal", ""), *(line.cells for line in lines)]
    widths = [max(len(row[n]) for row in table) for n in range(len(table[0]))]
    told = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    sys.stdout.write("\n".join(["", title, *told, ""]))
    sys.stdout.flush()
