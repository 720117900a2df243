"""Whether rows are as their history says: each row held against its last version, each frozen row against its digest.

A row written past the gate, by raw SQL, differs from its last version or has none. Nothing is locked: what seems
altered is looked at once more, as somebody may have written it meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import models

from sokhcn.kernel.finding import Finding, must
from sokhcn.records import lists
from sokhcn.records.chains import Chains, Seen, last_batch
from sokhcn.records.history import changes, snapshot
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Version
from sokhcn.records.recorded import sealed_beside

AT_ONCE = 1000
FEW = 20  # frozen rows may be megabytes each
DIFFERS = "Dòng {id} của {register} khác với bản {number} trong lịch sử của nó, ở: {fields}. {last}"
UNKNOWN = "Dòng {id} của {register} không có trong lịch sử ở bản {number}: có người ghi mà không qua phần mềm."
GONE = "Dòng {id} của {register} không còn, lịch sử của nó thì còn. {last}"
FROZEN = "Dòng {id} của {register} (“{row}”) đã bị sửa: nội dung không khớp mã băm lúc ghi. {last}"


def kept_models() -> tuple[type[Kept], ...]:
    """Every model whose rows have a history."""
    return tuple(model for model in apps.get_models() if issubclass(model, Kept))


def frozen_models() -> tuple[type[Frozen], ...]:
    """Every model whose rows never change."""
    return tuple(model for model in apps.get_models() if issubclass(model, Frozen))


def broken_seals(seen: Seen = lambda read: None) -> Iterator[Finding]:
    """What was altered in history after it was sealed, the oldest first."""
    yield from Chains(last_batch(), seen).faults()


def altered_rows(model: type[Kept], seen: Seen = lambda read: None) -> Iterator[Finding]:
    """Rows of ``model`` that are not as their last version says, that have none, or that are gone."""
    for rows in chunks(model.everything.order_by("pk"), AT_ONCE):
        suspects = [row.pk for row in _suspects(model, rows)]
        again = list(model.everything.filter(pk__in=suspects).order_by("pk")) if suspects else []
        yield from (_fault(row) for row in _suspects(model, again))
        seen(len(rows))
    yield from _gone(model)


def altered_frozen(model: type[Frozen], seen: Seen = lambda read: None) -> Iterator[Finding]:
    """Frozen rows of ``model`` that do not say any more what was sealed, or that are gone."""
    label = model._meta.label_lower
    for rows in chunks(model._base_manager.order_by("pk"), FEW):
        told = dict(_versions(label, rows).values_list("row", "after"))
        for row in rows:
            if not _is_as_sealed(row, told.get(row.pk)):
                named = {"register": model._meta.verbose_name, "id": row.pk, "row": row}
                yield must("history.frozen", FROZEN, last=_last(label, row.pk), **named)
        seen(len(rows))
    yield from _gone(model)


def _is_as_sealed(row: Frozen, after: Mapping[str, str] | None) -> bool:
    """Whether ``row`` says what its version sealed; older versions know nothing of what stands beside the digest."""
    expected = {"digest": row.proof(), **(sealed_beside(row) if after and "beside" in after else {})}
    return after == expected and row.digest == expected["digest"]


def chunks(rows: models.QuerySet[Any], size: int) -> Iterator[list[Any]]:
    """``rows``, which are ordered by their key, some at a time, each lot asked for anew."""
    some = list(rows[:size])
    while some:
        yield some
        some = list(rows.filter(pk__gt=some[-1].pk)[:size])


def _versions(label: str, rows: Sequence[Any]) -> models.QuerySet[Version]:
    return Version.objects.filter(register=label, row__gte=rows[0].pk, row__lte=rows[-1].pk).order_by("row", "number")


def _suspects(model: type[Kept], rows: Sequence[Any]) -> list[Any]:
    """Those of ``rows`` that differ from their last version: its number and content are their ``sealed``."""
    if not rows:
        return []
    versions = _versions(model._meta.label_lower, rows).values_list("row", "number", "after")
    last = {pk: (number, after) for pk, number, after in versions}
    standing = lists.stored(model, [row.pk for row in rows])
    found = []
    for row in rows:
        row.lists, row.sealed = standing[row.pk] or None, last.get(row.pk)
        if row.sealed is None or row.sealed[0] != row.version or not _agrees(row, row.sealed[1]):
            found.append(row)
    return found


def _agrees(row: Kept, after: Mapping[str, Any]) -> bool:
    now = snapshot(row)
    return now == after or not _differing(row, now, after)


def _differing(row: Kept, now: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The fields in which ``now`` differs from a version. One that the version does not know was added to the program
    later: then the row has what every old row got. One that the row does not know any more was taken out of it."""
    new = {name for name in now if name not in after}
    fresh = snapshot(type(row)()) if new else {}
    return [name for name in now if now[name] != (after[name] if name in after else fresh.get(name, now[name]))]


def _fault(row: Any) -> Finding:
    label, about = row._meta.label_lower, {"register": row._meta.verbose_name, "id": row.pk}
    if row.sealed is None or row.sealed[0] < row.version:
        return must("history.unknown", UNKNOWN, number=row.version, **about)
    (number, after), now = row.sealed, snapshot(row)
    names = _differing(row, now, after)
    headings = [change.heading for change in changes(row, after, now) if change.field in names]
    fields = ", ".join(headings) or "số bản"
    return must("history.row", DIFFERS, number=number, fields=fields, last=_last(label, row.pk), **about)


def _gone(model: type[Any]) -> Iterator[Finding]:
    label = model._meta.label_lower
    kept = Version.objects.filter(register=label).exclude(row__in=model._base_manager.values("pk"))
    for pk in kept.order_by("row").values_list("row", flat=True).distinct():
        if not model._base_manager.filter(pk=pk).exists():
            yield must("history.gone", GONE, id=pk, register=model._meta.verbose_name, last=_last(label, pk))


def _last(label: str, pk: int) -> str:
    """Who wrote the row last, as its history says."""
    version = Version.objects.filter(register=label, row=pk).select_related("batch").order_by("-number").first()
    return f"Lần ghi cuối trong lịch sử: {version.batch}." if version else ""
