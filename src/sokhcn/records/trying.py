"""A pen without ink: a trial goes the whole way through the gate, writes nothing and keeps nobody waiting."""

from collections.abc import Iterable
from typing import Protocol

from sokhcn.records.kept import Kept
from sokhcn.records.tidying import tidy


class Ink(Protocol):
    """What rows are written with."""

    def save(self, row: Kept) -> bool: ...
    def save_many(self, rows: Iterable[Kept]) -> int: ...


class Trial:
    """Makes rows as they would be stored, and leaves the registers as they are."""

    def save(self, row: Kept) -> bool:
        tidy(row)
        return True

    def save_many(self, rows: Iterable[Kept]) -> int:
        return sum(self.save(row) for row in rows)
