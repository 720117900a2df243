"""Who may testify about a document: registers, the last report, known names. The checker asks no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from sokhcn.kernel.papers import Mention

Value = int | Decimal


@dataclass(frozen=True, slots=True)
class Testimony:
    """What registers say of one figure: its key and label, and the value they count."""

    key: str
    label: str
    value: Value


@dataclass(frozen=True, slots=True)
class Before:
    """A figure of the report before: what that ``report`` said, and what registers count today for the same days.

    ``to_date`` is what it said from the first day of the year, where that is still the same year. Of a stock,
    ``entered`` and ``left`` are how many rows came and went since.
    """

    label: str
    report: str
    said: Value
    counted: Value
    to_date: Value | None = None
    is_stock: bool = False
    entered: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure whose rows a report names: the papers that it counts, or the bodies that its rows are for."""

    key: str
    label: str
    papers: tuple[Mention, ...] = ()
    bodies: tuple[str, ...] = ()


class Witness(Protocol):
    """What can be asked. Each answer may be empty: a witness says what it knows."""

    def papers(self, code: str) -> tuple[Mention, ...]:
        """The papers of the citation register with that number and symbol."""

    def knows_papers(self) -> bool:
        """Whether there is a citation register to be unknown to."""

    def figure(self, key: str) -> Testimony | None:
        """What the registers count for the period of the document; ``key`` may end in an aspect (``…@to_date``)."""

    def knows_period(self) -> bool:
        """Whether anything was entered of what happened in the period of the document."""

    def counted_rows(self) -> tuple[Counted, ...]:
        """The rows that figures of the period count and that reports name."""

    def last_report(self) -> Mapping[str, Before]:
        """The figures of the report on the period before, by key."""

    def places(self) -> tuple[str, ...]:
        """Names of places as they are written."""

    def names(self) -> tuple[str, ...]:
        """Other proper names as they are written: establishments, units."""


class _Nobody:
    def papers(self, code: str) -> tuple[Mention, ...]:
        return ()

    def knows_papers(self) -> bool:
        return False

    def figure(self, key: str) -> Testimony | None:
        return None

    def knows_period(self) -> bool:
        return False

    def counted_rows(self) -> tuple[Counted, ...]:
        return ()

    def last_report(self) -> Mapping[str, Before]:
        return {}

    def places(self) -> tuple[str, ...]:
        return ()

    def names(self) -> tuple[str, ...]:
        return ()


NOBODY: Witness = _Nobody()
