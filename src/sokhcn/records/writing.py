"""The one gate of every write: ``with writing(by=…, reason=…) as pen: pen.save(row)``.

The gate cleans and folds text, sees that nobody else changed a row meanwhile, writes rows, their versions and what the
box finds of them in one transaction, and seals the batch. It works in bulk: a thousand rows cost a handful of
statements, one row no more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Protocol

from django.db import connection, models, transaction
from django.utils import timezone

from sokhcn.records import indexed, lists
from sokhcn.records.guard import opened
from sokhcn.records.history import snapshot
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.locks import refuse_unreasoned
from sokhcn.records.models import Batch, Supplement, Version
from sokhcn.records.pouring import MANY, pour, tell_planner
from sokhcn.records.reckoning import Reached, reached, reckon
from sokhcn.records.recorded import Recorded, recorded_all, recorded_frozen
from sokhcn.records.refolding import refold_owned, rehome_parts
from sokhcn.records.sealing import close_batch
from sokhcn.records.shutting import Let, let_in, supplements
from sokhcn.records.tidying import tidy_all
from sokhcn.records.turns import busy_is_said, stand_still, wait_for_turn

Action = Version.Action
AT_ONCE = 2500
FOUND_AT_ONCE = 10_000  # entries that are held: more in one go are no faster, and take memory
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
    reason: str = ""
    versions: list[Recorded] = field(default_factory=list)
    touched: dict[type[Kept], set[int]] = field(default_factory=dict)
    left: Reached = field(default_factory=list)
    found: dict[tuple[str, int], indexed.Values | None] = field(default_factory=dict)
    outdated: set[tuple[str, int]] = field(default_factory=set)
    renamed: dict[type[Kept], list[int]] = field(default_factory=dict)
    moved: dict[type[Kept], list[int]] = field(default_factory=dict)

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
        self.versions.append(recorded_frozen(row, Action.ADDED))
        self.found[row._meta.label_lower, row.pk] = indexed.entry_of_frozen(row)

    def _write(self, model: type[Kept], rows: Sequence[Kept], action: Action = Action.CHANGED) -> int:
        _fetch_searched(model, rows)
        tidy_all(model, rows)
        new, old = [row for row in rows if row.pk is None], [row for row in rows if row.pk is not None]
        standing = lists.stored(model, [row.pk for row in old]) if model._meta.many_to_many else {}
        lists.completed(model, rows, standing)
        changes = self._changed(model, old, standing)
        changed = [row for row, _ in changes]
        pairs = [(stored, row) for row, stored in changes]
        let = let_in(model, new, pairs, whole=action is not Action.CHANGED, at=self.batch.at)
        for row in (*new, *changed):
            row.version += 1
        pour(model, new)
        if changed:
            names = [f.name for f in model._meta.concrete_fields if not f.primary_key]
            # The rows are there and locked: an upsert on the key updates them, fifteen times faster than bulk_update.
            model.everything.bulk_create(changed, update_conflicts=True, update_fields=names, unique_fields=["id"])
        lists.write(model, [*new, *changed], standing)
        self.versions += recorded_all(model, new, Action.ADDED)
        self.versions += recorded_all(model, changed, action)
        self._supplement(let)
        self._enter(model, new)
        self._enter_again(changes)
        self.touched.setdefault(model, set()).update(row.pk for row in (*new, *changed))
        if len(self.found) >= FOUND_AT_ONCE:
            self._let_find()
        return len(new) + len(changed)

    def _changed(self, model: type[Kept], rows: Sequence[Kept], standing: Mapping[int, Any]) -> list[tuple[Kept, Kept]]:
        """Those of ``rows`` that are not as they are stored, each with what is stored. Raises ``StaleRow``."""
        if not rows:
            return []
        stored = model.everything.select_for_update().in_bulk([row.pk for row in rows])
        for row in rows:
            if row.pk not in stored or stored[row.pk].version != row.version:
                raise StaleRow(row)
            stored[row.pk].lists = standing.get(row.pk)
        changed = [row for row in rows if snapshot(row) != snapshot(stored[row.pk])]
        if not self.reason.strip():
            refuse_unreasoned(model, changed)
        # What a row led to until now is looked at again too, such as the instrument that a job was wrongly given.
        if turned := [row.pk for row in changed if _turned(row, stored[row.pk])]:
            self.left += reached(model, turned)
        return [(row, stored[row.pk]) for row in changed]

    def _enter(self, model: type[Kept], new: Sequence[Kept]) -> None:
        """Note what the box shall find of new rows."""
        label = model._meta.label_lower
        for row, entry in zip(new, indexed.entries_of(model, new), strict=True):
            if entry is not None:
                self.found[label, row.pk] = entry

    def _enter_again(self, changes: Iterable[tuple[Kept, Kept]]) -> None:
        """Note what the box shall find of rows, each with what was stored of it; an entry that stays is left alone."""
        for row, stored in changes:
            before, after = indexed.entry_of(stored), indexed.entry_of(row)
            if before != after:
                self.found[place := (row._meta.label_lower, row.pk)] = after
                self.outdated |= {place} if before else set()
            if stored.folded != row.folded:
                self.renamed.setdefault(type(row), []).append(row.pk)
            if _moved(row, stored):
                self.moved.setdefault(type(row), []).append(row.pk)

    def _supplement(self, let: Sequence[Let]) -> None:
        """Note the rows that an exception let into a closed window."""
        notes = supplements(let, self.batch.name, self.batch.at)
        Supplement.objects.bulk_create(notes)
        self.versions += (recorded_frozen(note, Action.ADDED) for note in notes)

    def _let_find(self) -> None:
        indexed.replace(self.found, self.outdated)
        self.found, self.outdated = {}, set()

    def close(self) -> None:
        """Bring due dates in step, write versions, seal and what the box finds; nothing written leaves no trace."""
        if not self.versions:
            return
        for model, rows in self.touched.items():
            if len(rows) >= MANY:
                tell_planner(model)
        reckon(self.touched, self.left)
        wait_for_turn()
        close_batch(self.batch, self.versions)
        self._let_find()
        for model, keys in self.renamed.items():
            refold_owned(model, keys)
        for model, keys in self.moved.items():
            rehome_parts(model, keys)


@contextmanager
def writing(*, by: Actor, reason: str = "", occasion: str = "", still: bool = False) -> Iterator[Pen]:
    """Open the gate for one transaction. Anything raised inside undoes all of it; raises ``Busy`` as well.

    ``reason`` is what a person gives, without which a row that an issued report counted is not changed
    (``ReasonWanted``); ``occasion`` is what the program knows by itself, such as the file that rows come from. A row of
    a closed window is not written at all (``WindowShut``).

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
        why = ": ".join(part for part in (occasion, reason.strip()) if part)
        pen = Pen(Batch(at=timezone.now(), login=by.get_username(), name=name, reason=why), reason)
        yield pen
        pen.close()


def _fetch_searched(model: type[Kept], rows: Sequence[Kept]) -> None:
    """Rows that are searched through their owner are read together, not one by one."""
    owned = [f.name for f in model._meta.concrete_fields if f.is_relation and f.name in model.searched]
    lacking = [row for row in rows if any(name not in row._state.fields_cache for name in owned)]
    for start in range(0, len(lacking), FETCHED_AT_ONCE):
        models.prefetch_related_objects(lacking[start : start + FETCHED_AT_ONCE], *owned)


def _moved(row: Kept, stored: Kept) -> bool:
    """Whether ``row`` lies in another unit or agency than it did, or is a part of another row."""
    names = (f"{row.part_of}_id",) if row.part_of else ("agency_id", "unit_id")
    return any(getattr(row, name, None) != getattr(stored, name, None) for name in names)


def _turned(row: Kept, stored: Kept) -> bool:
    """Whether ``row`` refers to other rows than it did."""
    links = (f.attname for f in row._meta.concrete_fields if f.is_relation)
    return any(getattr(row, name) != getattr(stored, name) for name in links)
