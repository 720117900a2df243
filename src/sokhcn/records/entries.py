"""A version on its way into history: as lean as can be, for a long file makes a hundred thousand of them at once."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sokhcn.records.models import Batch, Version
from sokhcn.records.pouring import pour_values

# One encoder for all: json.dumps makes a new one at each call that asks for anything but the usual.
CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(slots=True)
class Entry:
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


def entry(register: str, row: int, number: int, action: str, after: Any) -> Entry:
    """The entry of a row that is ``after`` now."""
    return Entry(register, row, number, str(action), CANONICAL(after).encode())


def write_entries(batch: Batch, entries: Sequence[Entry]) -> None:
    """Write ``entries`` as versions of ``batch``."""
    pour_values(Version, len(entries), _told(batch, entries))


def _told(batch: Batch, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for one in entries:
        about = {"register": one.register, "row": one.row, "number": one.number, "action": one.action}
        yield {"batch_id": batch.pk, **about, "after": one.text.decode(), "checksum": one.checksum}
