"""Folded texts and entries made again from the rows: of those that an owner which changed lends its words or its unit,
or of all."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from sokhcn.records.indexed import Values, entry_of, entry_of_frozen, folded_of, put, replace
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.trigrams import lay, lift
from sokhcn.records.turns import wait_for_turn

AT_ONCE = 2000


@cache
def owned_by(model: type[Kept]) -> tuple[tuple[type[Kept], str], ...]:
    """The models whose rows are searched through rows of ``model``, each with the field that leads there."""
    found = ((other, name) for other in _kept_models() for name in _owners(other))
    return tuple((other, name) for other, name in found if other._meta.get_field(name).related_model is model)


def refold_owned(model: type[Kept], keys: Collection[int]) -> None:
    """Let rows that are searched through rows of ``model`` be found by what those are called now."""
    for other, name in owned_by(model):
        rows = other.everything.filter(**{f"{name}__in": keys})
        for together in _in_parts(rows.select_related(*_owners(other))):
            changed = [row for row in together if _refold(row)]
            label = other._meta.label_lower
            entries: dict[tuple[str, int], Values | None] = {(label, row.pk): entry_of(row) for row in changed}
            replace(entries, entries)
            refold_owned(other, [row.pk for row in changed])


@cache
def parts_of(model: type[Kept]) -> tuple[type[Kept], ...]:
    """The models whose rows are parts of rows of ``model``: they lie in its unit."""
    models = (other for other in _kept_models() if other.part_of)
    return tuple(other for other in models if other._meta.get_field(other.part_of).related_model is model)


def rehome_parts(model: type[Kept], keys: Collection[int]) -> None:
    """Let parts of the rows ``keys`` of ``model`` be found by those who reach the unit that these lie in now."""
    for other in parts_of(model):
        label = other._meta.label_lower
        for together in _in_parts(with_owners(other).filter(**{f"{other.part_of}__in": keys})):
            entries: dict[tuple[str, int], Values | None] = {(label, row.pk): entry_of(row) for row in together}
            replace(entries, entries)
            rehome_parts(other, [row.pk for row in together])


def with_owners(model: type[Kept]) -> Any:
    """Rows of ``model``, those in the trash too, with all that their folded texts and entries are made of."""
    way, home = [], model
    while home.part_of:
        way.append(home.part_of)
        related: Any = home._meta.get_field(home.part_of).related_model
        home = related
    homes = ["__".join(way)] if way else []
    return model.everything.select_related(*_owners(model), *homes)


def rebuild() -> Iterator[tuple[type[Any], int]]:
    """Make all folded texts and entries anew; yields each model and how many of its rows can be found.

    Nobody else writes or searches meanwhile. Whoever stops before the last one undoes everything.
    """
    with transaction.atomic():
        wait_for_turn()
        lift(connection)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_entry")
        lay(connection)
        # Those searched through their owners come behind the owners.
        for model in sorted(_kept_models(), key=lambda model: len(_owners(model))):
            yield model, sum(_entered(model))
        for frozen in _models(Frozen):
            rows = frozen._default_manager.iterator(50)
            entries = [entry for row in rows if (entry := entry_of_frozen(row))]
            put(sorted(entries))
            yield frozen, len(entries)


def _entered(model: type[Kept]) -> Iterator[int]:
    for together in _in_parts(with_owners(model)):
        for row in together:
            _refold(row)
        entries = sorted(entry for row in together if (entry := entry_of(row)))
        put(entries)
        yield len(entries)


def _refold(row: Kept) -> bool:
    """Write the folded text of ``row`` where it is another one now. It is reckoned, and no part of any version."""
    if row.folded == (folded := folded_of(row)):
        return False
    row.folded = folded
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(row._meta.db_table)
        cursor.execute(f"UPDATE {table} SET folded = %s WHERE id = %s", [folded, row.pk])  # noqa: S608 (a model's own)
    return True


def _in_parts(rows: Any) -> Iterator[list[Any]]:
    """``rows`` by their keys, ``AT_ONCE`` at a time; they may be written meanwhile."""
    last = 0
    while together := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield together
        last = together[-1].pk


def _models(kind: type[Any]) -> list[type[Any]]:
    return [model for model in apps.get_models() if issubclass(model, kind)]


def _kept_models() -> list[type[Kept]]:
    return _models(Kept)


def _owners(model: type[Kept]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if f.is_relation and f.name in model.searched]
