"""The sheet that was read last, and what its trial showed: whoever says yes a moment later waits for the writing alone.

Trying a file and writing it are two requests with the same bytes. Each process keeps one sheet, until it is written or
another one is read; a very long one is read again rather than kept.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

from sokhcn.intake.mapping import Meanings
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.memory import give_back
from sokhcn.people.models import User
from sokhcn.records.abreast import Sound
from sokhcn.records.kept import Kept
from sokhcn.records.models import Batch

MOST_CELLS = 1_500_000


@dataclass(frozen=True, slots=True)
class Under:
    """What a trial depends on beside its sheet: who brings it, on which day, what else was written until then."""

    by: int
    today: date
    seal: str
    taught: Meanings


@dataclass(frozen=True, slots=True)
class Shown:
    """A trial of a sheet all of whose lines are new and good: their numbers with what they hold, and for each unit that
    they belong to one row."""

    under: Under
    blocks: Sequence[tuple[Sequence[int], Sound]]
    of_units: Sequence[Kept]


class Lately:
    """Keeps one sheet, and what was shown of it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: Any = None
        self._sheet: Sheet | None = None
        self._shown: Shown | None = None

    def read(self, asked: Any, read: Callable[[], Sheet]) -> Sheet:
        """The sheet that ``asked`` tells, which ``read`` reads; whatever that raises."""
        with self._lock:
            if self._sheet is not None and self._asked == asked:
                return self._sheet
            self._asked = self._sheet = self._shown = None  # before the next is read, or memory holds both
        give_back()
        sheet = read()
        if len(sheet.lines) * len(sheet.headings) <= MOST_CELLS:
            with self._lock:
                self._asked, self._sheet, self._shown = asked, sheet, None
        return sheet

    def show(self, sheet: Sheet, shown: Shown) -> None:
        with self._lock:
            if self._sheet is sheet:
                self._shown = shown

    def shown(self, sheet: Sheet, under: Under | None) -> Shown | None:
        """What the last trial of ``sheet`` showed, if nothing that it depends on is otherwise now."""
        with self._lock:
            shown = self._shown if self._sheet is sheet else None
        return shown if shown is not None and shown.under == under else None

    def forget(self, sheet: Sheet) -> None:
        with self._lock:
            if self._sheet is sheet:
                self._asked = self._sheet = self._shown = None


lately = Lately()


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def under(by: User, today: date, taught: Meanings) -> Under | None:
    """What a trial depends on now; one query. None where nobody could tell whether it still is so."""
    seal = Batch.objects.order_by("-pk").values_list("seal", flat=True).first()
    return Under(by.pk, today, seal, taught) if seal and by.pk is not None else None
