"""A question to a register, not yet asked, and the reading that answers it.

The floors above agree on these shapes: areas make questions, records ask them, figures carry the readings. What a
condition holds and what rows are is the business of whoever asks; here they are opaque.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from sokhcn.kernel.runs import Runs


class Measure(StrEnum):
    """What is taken of the rows that satisfy all conditions."""

    COUNT = "count"
    DISTINCT = "distinct"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Near:
    """When a row that fails its condition nearly holds, and the words for why it failed."""

    because: str
    holds: Any


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, by a name shown to people; a row that fails it alone and matches ``near`` nearly counts."""

    label: str
    holds: Any
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """How counted rows are read out in a chapter: ``entry`` makes the frozen values of one row."""

    entry: Callable[[Any], Any]
    order: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts within the rows of a question, one line for each value of the field ``by``.

    ``counts`` are measures by name, each with its field and a condition of its own or None; ``entry`` makes the frozen
    values of one line from the value and the counts by name. Lines stand in ``order``.
    """

    by: str
    entry: Callable[..., Any]
    counts: Mapping[str, tuple[Measure, str, Any]]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Rows, conditions and a measure. ``by`` is the field that is summed or counted once per value; a question that
    is not ``traced`` wants no ids."""

    rows: Any
    conditions: tuple[Condition, ...]
    measure: Measure = Measure.COUNT
    by: str = "pk"
    listing: Listing | None = None
    tally: Tally | None = None
    traced: bool = True

    def untraced(self) -> "Question":
        """Ask for the value alone: no ids of rows, no entries."""
        return replace(self, traced=False, listing=None, tally=None)

    def counted(self) -> "Question":
        """The number of rows."""
        return replace(self, measure=Measure.COUNT, by="pk")

    def distinct(self, by: str) -> "Question":
        """The number of different values of ``by``; a row without one counts for none, and is among the rows."""
        return replace(self, measure=Measure.DISTINCT, by=by)

    def summed(self, by: str) -> "Question":
        """The sum of ``by``; 0 when no row counts."""
        return replace(self, measure=Measure.SUM, by=by)

    def listed(
        self, entry: Callable[[Any], Any], *, order: tuple[str, ...], related: tuple[str, ...] = ()
    ) -> "Question":
        """Also yield one entry per counted row, in ``order``, with ``related`` rows fetched along."""
        return replace(self, listing=Listing(entry, order, related))

    def tallied(self, tally: Tally) -> "Question":
        """Also yield the lines of ``tally`` instead of rows: ten thousand rows are read out as forty lines."""
        return replace(self, tally=tally)


class Entries(Sequence[Any]):
    """What is read out of the rows counted; asked for and made when somebody looks at it."""

    def __init__(self, make: Callable[[], Iterable[Any]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Any, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, at: Any) -> Any:
        return self._made[at]


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer: the value, the rows of ``register`` that were counted, and entries for a listing.

    An untraced question has neither rows nor entries.
    """

    value: int | Decimal
    rows: Runs
    register: str
    entries: Sequence[Any] = field(default=(), repr=False, compare=False)
