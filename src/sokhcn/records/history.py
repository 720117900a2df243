"""What each row was: snapshots of it, its versions, and the changes between two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sokhcn.records.kept import Kept
from sokhcn.records.models import Version
from sokhcn.records.snapshots import own_fields


def snapshot(row: Kept) -> dict[str, Any]:
    """The row's own fields as JSON values, and its lists; what the gate computes is left out."""
    return own_fields(row) | dict(row.lists) if row.lists else own_fields(row)


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, by the heading that people know it by."""

    field: str
    heading: str
    before: Any
    after: Any


@cache
def _headings(model: type[Kept]) -> Mapping[str, Any]:
    """What people call each field of ``model``, by the name under which versions keep it."""
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return {f.name if f.many_to_many else f.attname: f.verbose_name for f in fields}


def changes(row: Kept, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of ``row`` that differ between two versions of it; one that was made something else says nothing."""
    before, after = ({} if not isinstance(one, Mapping) else one for one in (before, after))
    headings = _headings(type(row))
    # A version from before lists were kept says nothing of them.
    names = [
        name
        for name in (*headings, *(after.keys() - headings.keys()))
        if name in after and before.get(name, [] if after[name] == [] else None) != after[name]
    ]
    return tuple(Change(name, str(headings.get(name, name)), before.get(name), after[name]) for name in names)


def versions_of(row: Kept) -> Iterable[Version]:
    """The versions of ``row``, newest first, each with its batch."""
    return (
        Version.objects.filter(register=row._meta.label_lower, row=row.pk).select_related("batch").order_by("-number")
    )
