"""What each row was, and proof that nobody rewrote it: snapshots, changes between versions, sealed batches."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept
from sokhcn.records.models import Batch, Version
from sokhcn.records.snapshots import snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, by the heading that people know it by."""

    field: str
    heading: str
    before: Any
    after: Any


def changes(row: Kept, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of ``row`` that differ between two versions of it."""
    headings = {f.attname: str(f.verbose_name) for f in row._meta.concrete_fields}
    names = [name for name in after if before.get(name) != after[name]]
    return tuple(Change(name, headings.get(name, name), before.get(name), after[name]) for name in names)


def versions_of(row: Kept) -> Iterable[Version]:
    """The versions of ``row``, newest first, each with its batch."""
    return (
        Version.objects.filter(register=row._meta.label_lower, row=row.pk).select_related("batch").order_by("-number")
    )


def seal(batch: Batch, versions: Iterable[Version]) -> str:
    """SHA-256 over the seal of the batch before, this batch and its versions, in order; 64 hexadecimal digits."""
    content = [
        batch.previous.seal if batch.previous else "",
        [batch.at.isoformat(), batch.login, batch.name, batch.reason],
        [[v.register, v.row, v.number, v.action, v.after] for v in versions],
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def broken_seals() -> Iterator[Finding]:
    """Batches whose content or order was altered after they were sealed."""
    before: Batch | None = None
    for batch in Batch.objects.select_related("previous").order_by("pk").iterator(500):
        follows = batch.previous_id == (before.pk if before else None)
        if not follows or batch.seal != seal(batch, batch.versions.order_by("pk")):
            yield must("history.seal", "Lần ghi {batch} đã bị sửa sau khi niêm phong.", batch=batch.pk)
        before = batch


def altered_rows(model: type[Kept]) -> Iterator[Finding]:
    """Rows of ``model`` that are not as their last version says, or are gone: written past the gate."""
    label, name = model._meta.label_lower, model._meta.verbose_name
    last = Version.objects.filter(register=label, row=OuterRef("pk")).order_by("-number")
    kept = {"_number": Subquery(last.values("number")[:1]), "_after": Subquery(last.values("after")[:1])}
    rows: Iterator[Any] = model.everything.annotate(**kept).iterator(2000)
    for row in rows:
        if row._number != row.version or row._after != snapshot(row):
            yield must("history.row", "Dòng {id} của {register} khác với lịch sử của nó.", id=row.pk, register=name)
    gone = Version.objects.filter(register=label).exclude(row__in=model.everything.values("pk"))
    for pk in gone.order_by("row").values_list("row", flat=True).distinct():
        yield must("history.gone", "Dòng {id} của {register} không còn, lịch sử của nó thì còn.", id=pk, register=name)
