"""A row as it is read: what is written of it, in the order of its form; what is not written yet is only named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sokhcn.kernel.columns import Cell, Column
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.registering import BOOK, Register
from sokhcn.reports.showing import shown

LONG = 60  # letters; what is longer takes the whole breadth
SPOKEN = (Cell.CHOICE, Cell.FLAG)
BOOKED = frozenset(column.name for column in BOOK)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is written of a row; ``id`` is the field of the form where it is changed."""

    id: str
    heading: str
    value: str
    is_word: bool = False

    @property
    def is_long(self) -> bool:
        return len(self.value) > LONG


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written of a row: its own matter, how it stands in the book; and what is not written."""

    own: tuple[Fact, ...]
    booked: tuple[Fact, ...]
    missing: tuple[Fact, ...]


def facts_of(register: Register, row: Kept, by: User) -> Facts:
    """The facts of ``row`` as ``by`` may see them; its state stands at the head of its page."""
    told = tuple(_facts(_asked(register), row, by))
    own = tuple(fact for name, fact in told if fact.value and name not in BOOKED)
    booked = tuple(fact for name, fact in told if fact.value and name in BOOKED)
    return Facts(own, booked, tuple(fact for _, fact in told if not fact.value))


def _asked(register: Register) -> Iterable[Column]:
    return (column for column in register.columns if column.name != register.state)


def _facts(columns: Iterable[Column], row: Kept, by: User) -> Iterator[tuple[str, Fact]]:
    for column in columns:
        id = f"f-{column.name.replace('.', '-')}"
        yield column.name, Fact(id, column.heading, shown(row, column, by), column.cell in SPOKEN)
