"""New rows put into a table by the thousand, several times faster than one INSERT with all their values.

Django would turn every value of every row into a parameter of one long statement; here the values go as they are, where
that is what Django would make of them too: SQLite takes a prepared statement with many rows, PostgreSQL a COPY.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from sokhcn.records.guard import must_be_open

FEW = 25  # rows that are as fast the usual way
AT_ONCE = 5000
MANY = 1000  # rows that make what PostgreSQL knows of a table worthless
# The sequence is looked up once: asked beside nextval, it would be for every key.
NEXT = """
SELECT nextval(own.name)
FROM (SELECT CAST(pg_get_serial_sequence(%s, %s) AS regclass) AS name OFFSET 0) own, generate_series(1, %s)
"""
PLAIN = (CharField, TextField, BooleanField, IntegerField, ForeignKey)
Prepared = Callable[[Any], Any]


def pour(model: type[Model], rows: Sequence[Model]) -> None:
    """Write new ``rows`` of ``model``, which were tidied, and give each its key. The caller is the gate: nobody else
    writes meanwhile."""
    must_be_open(model)
    if len(rows) < FEW:
        model._base_manager.bulk_create(rows)
        return
    _know_what_they_refer_to(model, rows)
    alias = connection.alias
    for row, key in zip(rows, _keys(model, len(rows)), strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, alias
    names, prepared = _plan(model)
    _into(model, _values(rows, names, prepared))


def pour_values(model: type[Model], count: int, told: Iterable[Sequence[Any]]) -> None:
    """Write ``count`` rows of ``model``, each told as what the database takes for its columns behind the key."""
    assert model._meta.concrete_fields[0].primary_key
    values = ((key, *one) for key, one in zip(_keys(model, count), told, strict=True))
    # In parts, because Django holds all that it hands to SQLite at once: a hundred thousand versions, in its case.
    while some := list(islice(values, AT_ONCE)):
        _into(model, some)


def tell_planner(model: type[Model]) -> None:
    """Let PostgreSQL know how the table looks now; it would find out by itself some minutes after the transaction.

    Without that, whoever asks in the same transaction for a thousand rows by their keys has the whole table read.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'ANALYZE "{model._meta.db_table}"')


def _values(
    rows: Sequence[Model], names: Sequence[str], prepared: Sequence[Prepared | None]
) -> Iterator[Sequence[Any]]:
    told = [row.__dict__ for row in rows]
    columns = [[held[name] for held in told] for name in names]
    for place, make in enumerate(prepared):
        if make is not None and columns[place].count(None) < len(told):
            columns[place] = [*map(make, columns[place])]
    return zip(*columns, strict=True)


def _know_what_they_refer_to(model: type[Model], rows: Sequence[Model]) -> None:
    """Rows that were written after these were made have a key by now."""
    for field in model._meta.concrete_fields:
        if not field.is_relation:
            continue
        name, attname = field.name, field.attname
        for row in rows:
            if row.__dict__[attname] is None and (other := row._state.fields_cache.get(name)) is not None:
                setattr(row, attname, other.pk)


def _keys(model: type[Model], count: int) -> Iterable[int]:
    """Keys that nobody has or gets: the writer's turn is ours on SQLite, on PostgreSQL a sequence gives them out."""
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEXT, [f'"{table}"', column, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT MAX(seq) FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone()
        return range((last or 0) + 1, (last or 0) + 1 + count)


def _into(model: type[Model], values: Any) -> None:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copy_in(cursor, f'COPY "{table}" ({columns}) FROM STDIN', values)
        else:
            marks = ", ".join(["%s"] * len(model._meta.concrete_fields))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', values)  # noqa: S608 # own names


def copy_in(cursor: Any, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """Hand ``rows`` to a COPY of PostgreSQL."""
    with connection.wrap_database_errors, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, ...], tuple[Prepared | None, ...]]:
    """The attributes that are stored, and what makes each what the database takes; None where it is that already."""
    fields = model._meta.concrete_fields
    return tuple(field.attname for field in fields), tuple(map(_prepared, fields))


def _prepared(field: "Field[Any, Any]") -> Prepared | None:
    if field.primary_key or (isinstance(field, PLAIN) and not isinstance(field, JSONField)):
        return None
    if type(field) is DateField:
        return None if connection.vendor == "postgresql" else _iso

    def prepared(value: Any) -> Any:
        return None if value is None else field.get_db_prep_save(value, connection)

    return prepared


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
