"""A version on its way into history: as lean as can be, for a long file makes a hundred thousand of them at once."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Batch, Version
from sokhcn.records.pouring import pour_values
from sokhcn.records.snapshots import CANONICAL, canonical_all


@dataclass(slots=True)
class Recorded:
    """What one write made of one row; ``text`` is the row after it as canonical JSON."""

    register: str
    row: int
    number: int
    action: str
    text: bytes
    checksum: int = 0

    @property
    def after(self) -> Any:
        return json.loads(self.text)

    @property
    def line(self) -> bytes:
        """As its seal reads it: the same bytes on every database."""
        return b'[%d,%d,"%s",%s]\n' % (self.row, self.number, self.action.encode(), self.text)


def recorded_all(model: type[Kept], rows: Sequence[Kept], action: str) -> Iterator[Recorded]:
    """The records of rows of one ``model`` as they are now, lists included."""
    label, how = model._meta.label_lower, str(action)
    for row, text in zip(rows, canonical_all(model, rows), strict=True):
        yield Recorded(label, row.pk, row.version, how, text.encode())


def recorded_frozen(row: Frozen, action: str) -> Recorded:
    """The record of a row that will never change: its digest says what it holds."""
    text = CANONICAL({"digest": row.digest, **sealed_beside(row)})
    return Recorded(row._meta.label_lower, row.pk, 1, str(action), text.encode())


def sealed_beside(row: Frozen) -> dict[str, str]:
    """The SHA-256 of what stands beside the digest of ``row``, where something does."""
    told = row.beside()
    return {"beside": hashlib.sha256(told.encode()).hexdigest()} if told else {}


def write_recorded(batch: Batch, made: Sequence[Recorded]) -> None:
    """Write ``made`` as versions of ``batch``."""
    pour_values(Version, len(made), _told(batch, made))


def _told(batch: Batch, made: Sequence[Recorded]) -> Iterator[tuple[Any, ...]]:
    key = batch.pk
    for one in made:  # in the order of the fields of ``Version``
        yield key, one.register, one.row, one.number, one.action, one.text.decode(), one.checksum
