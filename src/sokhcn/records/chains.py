"""Whether history is as it was sealed: every version read once, held against its register's chain of seals.

Cost: one pass over the versions in the order they were written, in constant memory; it grows with their number.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

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
CUT = "Sổ {register}: niêm phong số {number} có lúc sao lưu nay không còn, hoặc đã khác: lịch sử bị cắt hoặc viết lại."
UNSEALED = f"{SAID}: bản {{number}} của dòng {{id}} không có niêm phong. {NEXT}"


class Kept(NamedTuple):
    """What is read of a version; a model's instance for each would take twice the time."""

    batch_id: int
    register: str
    row: int
    number: int = 0
    action: str = ""
    after: Any = None
    checksum: int = 0


def last_batch() -> int:
    """The last batch there is now: what is written meanwhile is not looked at."""
    return int(Batch.objects.aggregate(last=Max("pk"))["last"] or 0)


def cut_off(seals: Mapping[str, Sequence[Any]]) -> Iterator[Finding]:
    """Registers that lost, or changed, a seal that was told before: ``seals`` are numbers and digests by register.

    The chains themselves cannot tell that the end of all of them was cut off.
    """
    for register, (number, digest) in sorted(seals.items()):
        if not Seal.objects.filter(register=register, number=number, digest=digest).exists():
            yield must("history.cut", CUT, register=_name(register), number=number)


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
            found: list[Kept] = []
            while of is not None and of <= batch.pk:
                found += list(group) if of == batch.pk else []
                of, group = next(versions, (None, iter(())))
            yield from self._batch(batch, found)
            self.before = batch
            self.seen(len(found))

    def _versions(self) -> Iterator[Kept]:
        told = Version.objects.filter(batch_id__lte=self.until).order_by("batch_id", "pk")
        return map(Kept._make, told.values_list(*Kept._fields).iterator(chunk_size=AT_ONCE))

    def _batch(self, batch: Batch, versions: list[Kept]) -> Iterator[Finding]:
        own: dict[str, list[Kept]] = {}
        for version in versions:
            own.setdefault(version.register, []).append(version)
        seals = sorted(batch.seals.all(), key=lambda seal: seal.register)
        faults = [fault for seal in seals for fault in self._seal(batch, seal, own.pop(seal.register, []))]
        unsealed = (version for left in own.values() for version in left)
        faults += [_told(UNSEALED, "history.unsealed", (batch, one), self.last.get(one.register)) for one in unsealed]
        follows = batch.previous_id == (self.before.pk if self.before else None)
        if not faults and not (follows and batch.seal == self._expected(batch, seals)):
            told: dict[str, Any] = {"batch": batch.pk, "who": _who(batch), "before": _who(self.before)}
            faults.append(must("history.batch", CHAIN, **told))
        yield from faults

    def _expected(self, batch: Batch, seals: list[Seal]) -> str:
        return batch_seal(self.before.seal if self.before else "", batch, seals)

    def _seal(self, batch: Batch, seal: Seal, versions: list[Kept]) -> Iterator[Finding]:
        before = self.last.get(seal.register)
        self.last[seal.register] = seal
        if seal.number != (before.number + 1 if before else 1):
            yield _told(GAP, "history.gap", (batch, Kept(batch.pk, seal.register, 0)), before)
            return
        digest = opening(before.digest if before else "", batch, seal.register, seal.number, seal.rows)
        lines = [line(version) for version in versions]
        for one in lines:
            digest.update(one)
        if digest.hexdigest() != seal.digest:
            yield from _closer(seal, list(zip(versions, lines, strict=True)), before)


def _closer(seal: Seal, versions: Sequence[tuple[Kept, bytes]], before: Seal | None) -> Iterator[Finding]:
    """Which versions of a broken seal were altered, taken out or put in; or only that something was."""
    there = {(version.row, version.number): version for version, _ in versions}
    sealed = {(row, number) for first, last, number in seal.rows for row in range(first, last + 1)}
    altered = [version for version, one in versions if version.checksum != zlib.crc32(one)]
    lost = [Kept(seal.batch_id, seal.register, *key) for key in sorted(sealed - there.keys())]
    strange = [there[key] for key in sorted(there.keys() - sealed)]
    kinds = (("history.version", ALTERED, altered), ("history.lost", LOST, lost), ("history.strange", STRANGE, strange))
    found = [
        _told(template, id, (seal.batch, version), before)
        for id, template, versions_of in kinds
        for version in versions_of
        if id != "history.version" or version not in strange
    ]
    if not found:
        first = Kept(seal.batch_id, seal.register, min(sealed, default=(0, 0))[0])
        found.append(_told(BROKEN, "history.seal", (seal.batch, first), before))
    yield from found


def _told(template: str, id: str, where: tuple[Batch, Kept], before: Seal | None) -> Finding:
    batch, version = where
    named = {"register": _name(version.register), "id": version.row, "number": version.number}
    return must(id, template, batch=batch.pk, who=_who(batch), before=_who(before.batch if before else None), **named)


def _who(batch: Batch | None) -> str:
    return str(batch) if batch else "chưa có"


def _name(register: str) -> Any:
    """What rows of a register are called; its label where the program knows it no more."""
    try:
        return apps.get_model(register)._meta.verbose_name
    except LookupError:
        return register
