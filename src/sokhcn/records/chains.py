"""Whether history is as it was sealed: every version read once, held against its register's chain of seals.

Cost: one pass over the versions in the order they were written, in constant memory; it grows with their number.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Max

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.models import Batch, Seal, Version
from sokhcn.records.sealing import batch_seal, line, opening

Seen = Callable[[int], None]
AT_ONCE = 2000
SAID = "Lần ghi {batch} ({who}), sổ {register}"
NEXT = "Lần ghi liền trước của sổ: {before}."
ALTERED = f"{SAID}: bản {{number}} của dòng {{id}} đã bị sửa trong lịch sử. {NEXT}"
LOST = f"{SAID}: bản {{number}} của dòng {{id}} đã bị xóa khỏi lịch sử. {NEXT}"
STRANGE = f"{SAID}: bản {{number}} của dòng {{id}} được thêm vào lịch sử sau khi niêm phong. {NEXT}"
BROKEN = f"{SAID}: người ghi, giờ, lý do hoặc nội dung đã bị sửa sau khi niêm phong, từ dòng {{id}}. {NEXT}"
GAP = f"{SAID}: thiếu một niêm phong trước lần ghi này. {NEXT}"
CHAIN = "Lần ghi {batch} ({who}) đã bị sửa sau khi niêm phong, hoặc lần ghi liền trước đã bị xóa. Trước nó: {before}."
UNSEALED = f"{SAID}: bản {{number}} của dòng {{id}} không có niêm phong. {NEXT}"


def last_batch() -> int:
    """The last batch there is now: what is written meanwhile is not looked at."""
    return int(Batch.objects.aggregate(last=Max("pk"))["last"] or 0)


@dataclass(slots=True)
class Chains:
    """One reading of history: what was last seen of each register's chain and of the chain of batches."""

    until: int
    seen: Seen = lambda read: None
    last: dict[str, Seal] = field(default_factory=dict)
    before: Batch | None = None

    def faults(self) -> Iterator[Finding]:
        """Everything that is not as it was sealed, the oldest first."""
        batches = Batch.objects.filter(pk__lte=self.until).order_by("pk").prefetch_related("seals__batch")
        versions = groupby(self._versions(), key=lambda version: version.batch_id)
        of, group = next(versions, (None, iter(())))
        for batch in batches.iterator(chunk_size=500):
            found: list[Version] = []
            while of is not None and of <= batch.pk:
                found += list(group) if of == batch.pk else []
                of, group = next(versions, (None, iter(())))
            yield from self._batch(batch, found)
            self.before = batch
            self.seen(len(found))

    def _versions(self) -> Iterator[Version]:
        told = Version.objects.filter(batch_id__lte=self.until).order_by("batch_id", "pk")
        return told.iterator(chunk_size=AT_ONCE)

    def _batch(self, batch: Batch, versions: list[Version]) -> Iterator[Finding]:
        own: dict[str, list[Version]] = {}
        for version in versions:
            own.setdefault(version.register, []).append(version)
        seals = sorted(batch.seals.all(), key=lambda seal: seal.register)
        faults = [fault for seal in seals for fault in self._seal(batch, seal, own.pop(seal.register, []))]
        unsealed = (version for left in own.values() for version in left)
        faults += [_told(UNSEALED, "history.unsealed", one, self.last.get(one.register)) for one in unsealed]
        follows = batch.previous_id == (self.before.pk if self.before else None)
        if not faults and not (follows and batch.seal == self._expected(batch, seals)):
            told: dict[str, Any] = {"batch": batch.pk, "who": _who(batch), "before": _who(self.before)}
            faults.append(must("history.batch", CHAIN, **told))
        yield from faults

    def _expected(self, batch: Batch, seals: list[Seal]) -> str:
        return batch_seal(self.before.seal if self.before else "", batch, seals)

    def _seal(self, batch: Batch, seal: Seal, versions: list[Version]) -> Iterator[Finding]:
        before = self.last.get(seal.register)
        self.last[seal.register] = seal
        if seal.number != (before.number + 1 if before else 1):
            yield _told(GAP, "history.gap", Version(batch=batch, register=seal.register), before)
            return
        digest = opening(before.digest if before else "", batch, seal.register, seal.number, seal.rows)
        lines = [line(version) for version in versions]
        for one in lines:
            digest.update(one)
        if digest.hexdigest() != seal.digest:
            yield from _closer(seal, dict(zip(versions, lines, strict=True)), before)


def _closer(seal: Seal, versions: Mapping[Version, bytes], before: Seal | None) -> Iterator[Finding]:
    """Which versions of a broken seal were altered, taken out or put in; or only that something was."""
    there = {(version.row, version.number): version for version in versions}
    sealed = {(row, number) for first, last, number in seal.rows for row in range(first, last + 1)}
    altered = [version for version, one in versions.items() if version.checksum != zlib.crc32(one)]
    lost = [
        Version(batch=seal.batch, register=seal.register, row=row, number=number)
        for row, number in sorted(sealed - there.keys())
    ]
    strange = [there[key] for key in sorted(there.keys() - sealed)]
    found = [_told(ALTERED, "history.version", version, before) for version in altered if version not in strange]
    found += [_told(LOST, "history.lost", version, before) for version in lost]
    found += [_told(STRANGE, "history.strange", version, before) for version in strange]
    if not found:
        first = Version(batch=seal.batch, register=seal.register, row=min(sealed, default=(0,))[0])
        found.append(_told(BROKEN, "history.seal", first, before))
    yield from found


def _told(template: str, id: str, version: Version, before: Seal | None) -> Finding:
    batch, named = version.batch, {"register": _name(version.register), "id": version.row, "number": version.number}
    return must(id, template, batch=batch.pk, who=_who(batch), before=_who(before.batch if before else None), **named)


def _who(batch: Batch | None) -> str:
    return str(batch) if batch else "chưa có"


def _name(register: str) -> Any:
    """What rows of a register are called; its label where the program knows it no more."""
    try:
        return apps.get_model(register)._meta.verbose_name
    except LookupError:
        return register
