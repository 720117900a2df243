"""What is wrong in a sheet by its places, so that a page and a file show it where it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sokhcn.kernel.finding import Finding


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at a line, and at the column ``place`` (from 0) where it is about one cell."""

    line: int
    place: int | None
    finding: Finding


def by_line(marks: Iterable[Mark]) -> Mapping[int, list[Mark]]:
    """The marks of each line that has some."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.line, []).append(mark)
    return found
