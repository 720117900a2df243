"""The one gate of every write: ``with writing(by=…, reason=…) as pen: pen.save(row)``.

The gate cleans and folds text, sees that nobody else changed a row meanwhile, writes rows and their versions in one
transaction, and seals the batch. It works in bulk: a thousand rows cost a handful of statements, one row no more.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Any, Protocol
from unicodedata import normalize

from django.db import connection, models, transaction
from django.utils import timezone

from sokhcn.kernel.folding import clean, fold
from sokhcn.records.guard import opened
from sokhcn.records.history import seal, snapshot
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Batch, Version
from sokhcn.records.reckoning import Reached, reached, reckon
from sokhcn.records.turns import busy_is_said, stand_still, wait_for_turn

Action = Version.Action
AT_ONCE = 1000
FETCHED_AT_ONCE = 500  # Django asks for each with an OR of its own, and SQLite takes no expression deeper than 1,000


class Actor(Protocol):
    """Whoever writes; history keeps login and name as text."""

    def get_username(self) -> str: ...
    def get_full_name(self) -> str: ...


class StaleRow(Exception):
    """Somebody changed the row after it was read."""

    def __init__(self, row: Kept) -> None:
        super().__init__(f"“{row}” vừa được người khác sửa. Mở lại dòng này rồi sửa tiếp.")
        self.row = row


@dataclass
class Pen:
    """One passage through the gate."""

    batch: Batch
    versions: list[Version] = field(default_factory=list)
    touched: dict[type[Kept], set[int]] = field(default_factory=dict)
    left: Reached = field(default_factory=list)

    def save(self, row: Kept) -> bool:
        """Write ``row``; False when it was already so and nothing was written. Raises ``StaleRow``."""
        return self.save_many([row]) == 1

    def save_many(self, rows: Iterable[Kept]) -> int:
        """Write new and changed rows of any registers; returns how many were written. Raises ``StaleRow``."""
        written = 0
        for model, group in groupby(rows, key=type):
            together = list(group)
            for start in range(0, len(together), AT_ONCE):
                written += self._write(model, together[start : start + AT_ONCE])
        return written

    def trash(self, row: Kept, *, restore: bool = False) -> None:
        """Move ``row`` to the trash, where nothing counts or lists it, or take it back."""
        row.trashed_at = None if restore else self.batch.at
        self._write(type(row), [row], Action.RESTORED if restore else Action.TRASHED)

    def freeze(self, row: Frozen) -> None:
        """Write a row that will never change; its digest goes into the seal."""
        type(row).objects.bulk_create([row])
        about = {"register": row._meta.label_lower, "row": row.pk, "number": 1}
        self.versions.append(Version(batch=self.batch, action=Action.ADDED, after={"digest": row.digest}, **about))

    def _write(self, model: type[Kept], rows: Sequence[Kept], action: Action = Action.CHANGED) -> int:
        _fetch_searched(model, rows)
        for row in rows:
            _tidy(row)
        new = [row for row in rows if row.pk is None]
        changed = self._changed(model, [row for row in rows if row.pk is not None])
        for row in (*new, *changed):
            row.version += 1
        model.everything.bulk_create(new)
        if changed:
            names = [f.name for f in model._meta.concrete_fields if not f.primary_key]
            # The rows are there and locked: an upsert on the key updates them, fifteen times faster than bulk_update.
            model.everything.bulk_create(changed, update_conflicts=True, update_fields=names, unique_fields=["id"])
        self._keep(new, Action.ADDED)
        self._keep(changed, action)
        self.touched.setdefault(model, set()).update(row.pk for row in (*new, *changed))
        return len(new) + len(changed)

    def _changed(self, model: type[Kept], rows: Sequence[Kept]) -> list[Kept]:
        if not rows:
            return []
        stored = model.everything.select_for_update().in_bulk([row.pk for row in rows])
        for row in rows:
            if row.pk not in stored or stored[row.pk].version != row.version:
                raise StaleRow(row)
        changed = [row for row in rows if snapshot(row) != snapshot(stored[row.pk])]
        # What a row led to until now is looked at again too, such as the instrument that a job was wrongly given.
        if turned := [row.pk for row in changed if _turned(row, stored[row.pk])]:
            self.left += reached(model, turned)
        return changed

    def _keep(self, rows: Iterable[Kept], action: Action) -> None:
        for row in rows:
            about = {"register": row._meta.label_lower, "row": row.pk, "number": row.version}
            self.versions.append(Version(batch=self.batch, action=action, after=snapshot(row), **about))

    def close(self) -> None:
        """Bring due dates in step, write the versions and the seal. A passage that wrote nothing leaves no trace."""
        if not self.versions:
            return
        reckon(self.touched, self.left)
        wait_for_turn()
        last = Batch.objects.order_by("-pk").first()
        self.batch.previous = last
        self.batch.seal = seal(self.batch, self.versions)
        self.batch.save()
        Version.objects.bulk_create(self.versions, batch_size=AT_ONCE)


@contextmanager
def writing(*, by: Actor, reason: str = "", still: bool = False) -> Iterator[Pen]:
    """Open the gate for one transaction. Anything raised inside undoes all of it; raises ``Busy`` as well.

    ``still`` is for whoever asks the registers and writes what they say: they stand still from the first question to
    the last. Inside a transaction of somebody else's that is that transaction's business.
    """
    name = by.get_full_name() or by.get_username()
    own = not connection.in_atomic_block
    with busy_is_said(), transaction.atomic(), opened():
        if still and own:
            stand_still()
        if still:
            wait_for_turn()
        pen = Pen(Batch(at=timezone.now(), login=by.get_username(), name=name, reason=reason))
        yield pen
        pen.close()


def _fetch_searched(model: type[Kept], rows: Sequence[Kept]) -> None:
    """Rows that are searched through their owner are read together, not one by one."""
    owned = [f.name for f in model._meta.concrete_fields if f.is_relation and f.name in model.searched]
    for start in range(0, len(rows), FETCHED_AT_ONCE):
        models.prefetch_related_objects(rows[start : start + FETCHED_AT_ONCE], *owned)


def _turned(row: Kept, stored: Kept) -> bool:
    """Whether ``row`` refers to other rows than it did."""
    links = (f.attname for f in row._meta.concrete_fields if f.is_relation)
    return any(getattr(row, name) != getattr(stored, name) for name in links)


def _tidy(row: Kept) -> None:
    """Text is stored in NFC without invisible characters, and folded for search; 60 and 60,000 are stored as one."""
    for f in row._meta.concrete_fields:
        value: Any = getattr(row, f.attname)
        if isinstance(f, models.CharField | models.TextField) and isinstance(value, str) and f.attname != "folded":
            tidied = value if f.attname in row.verbatim else "\n".join(clean(line) for line in value.splitlines())
            setattr(row, f.attname, normalize("NFC", tidied))
        elif isinstance(f, models.DecimalField) and value is not None:
            setattr(row, f.attname, f.to_python(value).quantize(Decimal(1).scaleb(-f.decimal_places)))
    found = (getattr(row, name) for name in row.searched)
    row.folded = " ".join(value.folded if isinstance(value, Kept) else fold(str(value or "")) for value in found)
