"""What each row was: snapshots of it, its versions, and the changes between two of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from sokhcn.records.kept import Kept
from sokhcn.records.models import Version

UNRECORDED = frozenset({"id", "version", "folded"})


def snapshot(row: Kept) -> dict[str, Any]:
    """The row's own fields as JSON values, and its lists; what the gate computes is left out."""
    fields = (f for f in row._meta.concrete_fields if f.attname not in UNRECORDED)
    plain: dict[str, Any] = json.loads(
        json.dumps({f.attname: getattr(row, f.attname) for f in fields}, cls=DjangoJSONEncoder)
    )
    return plain | dict(row.lists or {})


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, by the heading that people know it by."""

    field: str
    heading: str
    before: Any
    after: Any


def changes(row: Kept, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of ``row`` that differ between two versions of it."""
    fields = (*row._meta.concrete_fields, *row._meta.many_to_many)
    headings = {f.name if f.many_to_many else f.attname: str(f.verbose_name) for f in fields}
    # A version from before lists were kept says nothing of them.
    names = [
        name
        for name in (*headings, *(after.keys() - headings.keys()))
        if name in after and before.get(name, [] if after[name] == [] else None) != after[name]
    ]
    return tuple(Change(name, headings.get(name, name), before.get(name), after[name]) for name in names)


def versions_of(row: Kept) -> Iterable[Version]:
    """The versions of ``row``, newest first, each with its batch."""
    return (
        Version.objects.filter(register=row._meta.label_lower, row=row.pk).select_related("batch").order_by("-number")
    )
