"""A pen without ink: a trial goes the whole way through the gate, writes nothing and keeps nobody waiting."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol

from django.utils import timezone

from sokhcn.records.kept import Kept
from sokhcn.records.locks import refuse_unreasoned
from sokhcn.records.shutting import let_in


class Ink(Protocol):
    """What rows are written with."""

    def save_many(self, rows: Iterable[Kept]) -> int: ...


class Trial:
    """Leaves the registers as they are.

    It refuses what the gate would refuse: a row of a closed window, and without a ``reason`` to change a row that an
    issued report counted.
    """

    def __init__(self, reason: str = "") -> None:
        self.reason = reason

    def save_many(self, rows: Iterable[Kept]) -> int:
        """``rows`` are new or changed."""
        told = list(rows)
        for model, group in groupby(told, key=type):
            refuse_shut(model, list(group))
        if not self.reason.strip():
            for model, group in groupby((row for row in told if row.pk is not None), key=type):
                refuse_unreasoned(model, list(group))
        return len(told)


def refuse_shut(model: type[Kept], rows: Sequence[Kept], *, whole: bool = False) -> None:
    """Raise ``WindowShut`` with all of ``rows``, about to be written, that the gate would not let in; ``whole`` says
    that they go to the trash or come back from it."""
    stored = model.everything.in_bulk([row.pk for row in rows if row.pk is not None])
    changes = [(stored[row.pk], row) for row in rows if row.pk in stored]
    let_in(model, [row for row in rows if row.pk is None], changes, whole=whole, at=timezone.now())
