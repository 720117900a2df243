"""A pen without ink: a trial goes the whole way through the gate, writes nothing and keeps nobody waiting."""

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from sokhcn.records.kept import Kept
from sokhcn.records.locks import refuse_unreasoned


class Ink(Protocol):
    """What rows are written with."""

    def save_many(self, rows: Iterable[Kept]) -> int: ...


class Trial:
    """Leaves the registers as they are.

    Without a ``reason`` it refuses what the gate would refuse: to change a row that an issued report counted.
    """

    def __init__(self, reason: str = "") -> None:
        self.reason = reason

    def save_many(self, rows: Iterable[Kept]) -> int:
        """``rows`` are new or changed."""
        told = list(rows)
        if not self.reason.strip():
            for model, group in groupby((row for row in told if row.pk is not None), key=type):
                refuse_unreasoned(model, list(group))
        return len(told)
