"""Lists of references of rows (many-to-many): told to the gate on the row, written by it, part of every version.

A list has no order; it is kept as ascending ids. ``row.lists`` is what is told of a row: a list that is not named stays
as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sokhcn.records.kept import Kept

AT_ONCE = 1000


def tell(row: Kept, lists: Mapping[str, Iterable[Kept]]) -> None:
    """Say what the lists of ``row`` shall hold once it is written; the rows named are written already."""
    row.lists = {**(row.lists or {}), **{name: sorted({one.pk for one in rows}) for name, rows in lists.items()}}


def stored(model: type[Kept], ids: Sequence[int]) -> dict[int, dict[str, list[int]]]:
    """The lists of the rows ``ids`` as they stand; one query for each list, none where the model has none."""
    found: dict[int, dict[str, list[int]]] = {pk: {f.name: [] for f in model._meta.many_to_many} for pk in ids}
    for field in model._meta.many_to_many:
        owner, other = field.m2m_field_name(), field.m2m_reverse_field_name()
        links: Any = field.remote_field.through
        for start in range(0, len(ids), AT_ONCE):
            some = links._base_manager.filter(**{f"{owner}__in": ids[start : start + AT_ONCE]})
            for pk, reference in some.order_by(f"{owner}_id", f"{other}_id").values_list(f"{owner}_id", f"{other}_id"):
                found[pk][field.name].append(reference)
    return found


def completed(model: type[Kept], rows: Iterable[Kept], standing: Mapping[int, dict[str, list[int]]]) -> None:
    """Give each of ``rows`` all of its lists: those told of it, and the others as they stand."""
    names = [field.name for field in model._meta.many_to_many]
    for row in rows if names else ():
        row.lists = {name: [] for name in names} | standing.get(row.pk or 0, {}) | dict(row.lists or {})


def write(model: type[Kept], rows: Sequence[Kept], standing: Mapping[int, dict[str, list[int]]]) -> None:
    """Write the lists of ``rows`` where they differ from those that stand."""
    for field in model._meta.many_to_many:
        owner, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        links: Any = field.remote_field.through
        differing = [row for row in rows if (row.lists or {}).get(field.name, []) != _before(row, field.name, standing)]
        old = [row.pk for row in differing if _before(row, field.name, standing)]
        links._base_manager.filter(**{f"{owner}__in": old}).delete()
        links._base_manager.bulk_create(
            (
                links(**{owner: row.pk, other: reference})
                for row in differing
                for reference in (row.lists or {}).get(field.name, [])
            ),
            batch_size=AT_ONCE,
        )


def _before(row: Kept, name: str, standing: Mapping[int, dict[str, list[int]]]) -> list[int]:
    return standing.get(row.pk, {}).get(name, [])
