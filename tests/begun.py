"""What many tests begin with: made once by each worker, and poured into the empty database of every other test.

``begun(make, …)`` leaves an empty database as ``make(…)`` does, in a twentieth of the time: the first time it calls it
and takes down all rows, afterwards it writes just these. Where rows are already, ``make`` is called each time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.records.trigrams import INDEX

Make = Callable[..., object]
LAID_BY_MIGRATIONS = ("contenttypes.contenttype", "auth.permission")


@dataclass(frozen=True)
class Rows:
    """All rows of a table, in the words of the database, so that nothing is lost on the way."""

    table: str
    columns: str
    kept: Any


class Beginnings:
    """What this worker has made so far."""

    def __init__(self) -> None:
        self.made: dict[tuple[Any, ...], tuple[Rows, ...]] = {}

    def begin(self, make: Make, *told: str) -> None:
        if Batch.objects.exists() or User.objects.exists():
            make(*told)
        elif (make, *told) in self.made:
            pour(self.made[make, *told])
        else:
            make(*told)
            self.made[make, *told] = tuple(taken_down())


begun = Beginnings().begin


@cache
def tables() -> tuple[tuple[str, str], ...]:
    """Every table whose rows are made by the program, with its columns."""
    found = {
        model._meta.db_table: ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.label_lower not in LAID_BY_MIGRATIONS
    }
    return tuple(found.items())


def taken_down() -> Iterator[Rows]:
    with connection.cursor() as cursor:
        for table, columns in tables():
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY (SELECT {columns} FROM "{table}" ORDER BY 1) TO STDOUT') as copy:
                    kept: Any = b"".join(copy)
            else:
                # A plus changes nothing, and hides the kind of the column: values come as they are stored.
                cursor.execute(f'SELECT +{columns.replace(", ", ", +")} FROM "{table}" ORDER BY 1')
                kept = cursor.fetchall()
            if kept:
                yield Rows(table, columns, kept)


def pour(all_rows: tuple[Rows, ...]) -> None:
    """Write them, all or none: a row may refer to one that comes later."""
    with transaction.atomic(), connection.cursor() as cursor:
        for rows in all_rows:
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{rows.table}" ({rows.columns}) FROM STDIN') as copy:
                    copy.write(rows.kept)
            else:
                marks = ", ".join(["%s"] * len(rows.kept[0]))
                cursor.executemany(f'INSERT INTO "{rows.table}" ({rows.columns}) VALUES ({marks})', rows.kept)
        if connection.vendor == "postgresql":
            poured = {rows.table for rows in all_rows}
            models = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table in poured]
            cursor.execute(";".join(connection.ops.sequence_reset_sql(no_style(), models)))
        else:
            cursor.execute(f"INSERT INTO {INDEX} (rowid, text) SELECT id, text FROM records_entry ORDER BY id")
