"""What questions have in common, taken out: a database that sees one condition and one window uses its index for them.

A question is a conjunction of leaves. Those that all questions share stand once, before the rest; of the rests, a wider
one stands for every narrower one, and windows of one date that touch are one window.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache, reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q

from sokhcn.kernel.reading import Condition

Leaves = Mapping[Hashable, Q]  # conjuncts by their marks
ALWAYS = ("pk__isnull", False)
RANGE = "__range"
KEPT = 20_000  # questions whose leaves are remembered: those of all indicators for some thirty periods
PARTS = 12  # SELECTs that are put side by side at most; SQLite would join 64


@dataclass(frozen=True, slots=True)
class Factored:
    """Rows that hold ``common`` and ``anywhere`` are counted by some question, and no others are.

    Each of ``ways`` is what questions ask besides ``common``, those that ask the same in one; ``way_of`` says by a
    question's key which is its own. An empty ``Q`` and a way without leaves always hold.
    """

    common: Leaves
    anywhere: Q
    ways: tuple[Leaves, ...]
    way_of: Mapping[str, int]


class Conjuncts(dict[Hashable, Q]):
    """Leaves that stay as they are: they can be a key, and what they say is looked through once for it."""

    @cached_property
    def _hashed(self) -> int:
        return hash(tuple(self))

    def __hash__(self) -> int:  # type: ignore[override] # a dict has none, because it may change
        return self._hashed

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Conjuncts) and tuple(self) == tuple(other))


class Same:
    """One object, equal to itself alone: what is made of it is remembered without looking into it."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it


def leaves_of(conditions: tuple[Condition, ...]) -> Conjuncts:
    """What ``conditions`` ask, each thing once. The same conditions are not looked through again."""
    return _leaves_of_same(Same(conditions))


@lru_cache(KEPT)
def _leaves_of_same(conditions: Same) -> Conjuncts:
    found = (leaf for condition in conditions.it for leaf in _leaves_of(condition.holds))
    return Conjuncts({mark(leaf): leaf for leaf in found if leaf.children != [ALWAYS]})


def by_window(asked: Mapping[str, Leaves]) -> list[Mapping[str, Leaves]]:
    """``asked`` in parts, those in one that look into the same window: each of its rows is held against its own
    questions, not against those of every window. What looks into none is one part."""
    windows = {mark: _has_window(leaf) for leaves in asked.values() for mark, leaf in leaves.items()}
    parts: dict[frozenset[Hashable], dict[str, Leaves]] = {}
    for key, leaves in asked.items():
        parts.setdefault(frozenset(mark for mark in leaves if windows[mark]), {})[key] = leaves
    return list(parts.values()) if len(parts) <= PARTS else [asked]


def _has_window(told: Any) -> bool:
    if isinstance(told, Q):
        return any(_has_window(child) for child in told.children)
    return isinstance(told, tuple) and told[0].endswith(RANGE) and _are_days(told[1])


def _are_days(values: Any) -> bool:
    return isinstance(values, tuple) and all(type(day) is date for day in values)


def factored(asked: Mapping[str, Leaves]) -> Factored:
    """``asked`` with what the questions have in common taken out."""
    first, *others = asked.values()
    common = {mark: leaf for mark, leaf in first.items() if all(mark in other for other in others)}
    rests = {key: {mark: leaf for mark, leaf in own.items() if mark not in common} for key, own in asked.items()}
    ways = {frozenset(rest): rest for rest in rests.values()}
    number = {marks: n for n, marks in enumerate(ways)}
    return Factored(
        common=common,
        anywhere=reduce(or_, _windows(_widest(ways.values())), Q()),
        ways=tuple(ways.values()),
        way_of={key: number[frozenset(rest)] for key, rest in rests.items()},
    )


def all_of(holds: Iterable[Q]) -> Q:
    """The conjunction of ``holds``."""
    return reduce(and_, holds, Q())


def _leaves_of(holds: Q) -> Iterator[Q]:
    """The conjuncts of ``holds``; a disjunction or a negation is one leaf."""
    if holds.negated or (holds.connector != Q.AND and len(holds.children) > 1):
        yield holds
        return
    for child in holds.children:
        if isinstance(child, Q):
            yield from _leaves_of(child)
        else:
            yield Q(child)


def mark(node: Any) -> Hashable:
    """Two nodes with one mark say the same. Values that cannot be compared, such as query sets, are only themselves."""
    if isinstance(node, Q):
        return node.connector, node.negated, tuple(mark(child) for child in node.children)
    if isinstance(node, tuple):
        return tuple(mark(part) for part in node)
    value = tuple(node) if isinstance(node, list) else node
    try:
        hash(value)
    except TypeError:
        return "only itself", id(value)
    return value


def _widest(rests: Collection[Leaves]) -> list[Leaves]:
    """``rests`` without those that another one holds for as well; none at all where one of them asks nothing."""
    if not all(rests):
        return []
    wide: list[Leaves] = []
    for rest in sorted(rests, key=len):
        if not any(other.keys() <= rest.keys() for other in wide):
            wide.append(rest)
    return wide


def _windows(rests: Iterable[Leaves]) -> Iterator[Q]:
    """A condition for each of ``rests``; those that are windows of one date and touch become one."""
    dated: dict[str, list[tuple[date, date]]] = {}
    for rest in rests:
        found = _window(rest)
        if found is None:
            yield all_of(rest.values())
        else:
            dated.setdefault(found[0], []).append(found[1])
    for field, windows in dated.items():
        yield from (Q(**{field: window}) for window in _touching(windows))


def _window(rest: Leaves) -> tuple[str, tuple[date, date]] | None:
    """The field and days of a rest that is nothing but a range of days."""
    leaf = next(iter(rest.values()))
    if len(rest) != 1 or leaf.negated or len(leaf.children) != 1 or not isinstance(leaf.children[0], tuple):
        return None
    field, days = leaf.children[0]
    return (field, (days[0], days[1])) if field.endswith(RANGE) and _are_days(days) else None


def _touching(windows: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """``windows`` with those that overlap or follow on each other made one."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(windows):
        if joined and first <= joined[-1][1] + timedelta(1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined
