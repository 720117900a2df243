"""Windows of days that a row must lie in to be counted: most questions are answered by its dates alone."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from sokhcn.kernel.reading import Question

RANGE = "__range"
Window = tuple[str, date, date]  # the way to a date, the first and the last day
Dates = Mapping[str, Iterable[Any]]


def windows(question: Question) -> list[tuple[Window, ...]]:
    """What every counted row holds: one at least of each group. Conditions that are no windows are left out."""
    return [group for condition in question.conditions for group in _groups(condition.holds)]


def _groups(holds: Any) -> Iterator[tuple[Window, ...]]:
    if isinstance(holds, tuple):
        found = _window(holds)
        yield from [(found,)] if found else []
    elif isinstance(holds, Q) and not holds.negated:
        if holds.connector == Q.AND or len(holds.children) == 1:
            for child in holds.children:
                yield from _groups(child)
        elif holds.connector == Q.OR:
            ways = [next(_groups(child), ()) for child in holds.children]
            if all(ways):
                yield tuple(window for way in ways for window in way)


def _window(told: tuple[Any, ...]) -> Window | None:
    """``(path__range, (first, last))`` between two days."""
    name, values = told
    if not (isinstance(name, str) and name.endswith(RANGE) and isinstance(values, tuple | list) and len(values) == 2):
        return None
    first, last = values
    return (name.removesuffix(RANGE), first, last) if type(first) is type(last) is date else None


def may_lie(groups: Iterable[tuple[Window, ...]], dates: Dates) -> bool:
    """Whether some of the rows whose ``dates`` by path are told may lie in all windows."""
    return all(any(_holds(window, dates) for window in group) for group in groups)


def _holds(window: Window, dates: Dates) -> bool:
    path, first, last = window
    return any(day is not None and first <= day <= last for day in dates[path])
