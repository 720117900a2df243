"""Who may testify about a document: registers, the last report, known names. The checker asks no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from sokhcn.kernel.papers import Mention


@dataclass(frozen=True, slots=True)
class Testimony:
    """What registers say of one figure: its key and label, the value they count, and what the last report said."""

    key: str
    label: str
    value: int | Decimal
    last: int | Decimal | None = None


class Witness(Protocol):
    """What can be asked. Each answer may be empty: a witness says what it knows."""

    def papers(self, code: str) -> tuple[Mention, ...]:
        """The papers of the citation register with that number and symbol."""

    def knows_papers(self) -> bool:
        """Whether there is a citation register to be unknown to."""

    def figures(self) -> Mapping[str, Testimony]:
        """What the registers count for the period of the document, by indicator."""

    def names(self) -> tuple[str, ...]:
        """Proper names as they are written: places, agencies, units, establishments."""


class _Nobody:
    def papers(self, code: str) -> tuple[Mention, ...]:
        return ()

    def knows_papers(self) -> bool:
        return False

    def figures(self) -> Mapping[str, Testimony]:
        return {}

    def names(self) -> tuple[str, ...]:
        return ()


NOBODY: Witness = _Nobody()
