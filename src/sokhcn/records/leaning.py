"""Lines of one file that name each other: what a line names is written before the line is looked at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from sokhcn.kernel.folding import fold


class Line(Protocol):
    """One line of a file, by the names of its columns."""

    @property
    def values(self) -> Mapping[str, Any]: ...


LineT = TypeVar("LineT", bound=Line)


def in_turns(lines: Iterable[LineT], named_by: Mapping[str, tuple[str, ...]], size: int) -> Iterator[list[LineT]]:
    """``lines`` in their order, at most ``size`` together and never one with a line that it names.

    ``named_by`` tells which columns name other lines, and by the words of which columns.
    """
    some: list[LineT] = []
    there: set[str] = set()
    for line in lines:
        told = line.values
        if len(some) == size or there & _words(told, named_by):
            yield some
            some, there = [], set()
        some.append(line)
        there |= _words(told, [name for names in named_by.values() for name in names])
    if some:
        yield some


def _words(told: Mapping[str, Any], names: Iterable[str]) -> set[str]:
    values = (told.get(name) for name in names)
    return {fold(str(word)) for value in values if value for word in (value if isinstance(value, list) else [value])}
