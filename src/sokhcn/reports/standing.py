"""Where the demonstration stands: a SQLite file that is replaced whole, or a PostgreSQL database emptied and filled
again in one transaction. Each remembers the stamp of what it was made from.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from sokhcn.people.demo import COMPILER
from sokhcn.people.models import User
from sokhcn.records.models import Batch


class Taken(Exception):
    """The database holds registers that are no demonstration, and these are never emptied."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Cơ sở dữ liệu {name} có số liệu không phải minh họa, nên không xóa để làm minh họa. "
            f"Đặt DATABASE_URL sang một cơ sở dữ liệu trống."
        )


class Place(Protocol):
    """A database that can be made anew."""

    def stamp(self) -> str:
        """What it was made from, or nothing."""

    def is_whole(self) -> bool:
        """Whether it can be read through, and holds what every demonstration holds."""

    def anew(self, stamp: str) -> AbstractContextManager[None]:
        """While inside, an empty database with all tables; it takes the old one's place when all went well."""


def place() -> Place:
    """The place that the settings name."""
    return ServerDatabase() if connection.vendor == "postgresql" else DatabaseFile()


class DatabaseFile:
    """A file, and beside it one with the stamp."""

    def __init__(self) -> None:
        self.file = Path(str(connection.settings_dict["NAME"]))
        self.stamped = self.file.with_suffix(".stamp")

    def stamp(self) -> str:
        return self.stamped.read_text() if self.file.is_file() and self.stamped.exists() else ""

    def is_whole(self) -> bool:
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA quick_check(1)")
                return cursor.fetchone() == ("ok",) and _has_compiler()
        except DatabaseError as error:
            connection.close()
            if any(mark in str(error) for mark in ("locked", "unable to open", "readonly")):
                raise  # busy or out of reach, which says nothing of what is in it
            return False

    @contextmanager
    def anew(self, stamp: str) -> Iterator[None]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_suffix(f".{os.getpid()}.new")  # two commands at once do not write into one file
        connection.close()
        connection.settings_dict["NAME"] = str(new)
        try:
            call_command("migrate", verbosity=0)
            yield
            connection.close()
            self.stamped.unlink(missing_ok=True)
            _remove_logs(self.file)
            new.replace(self.file)
        finally:
            connection.close()
            connection.settings_dict["NAME"] = str(self.file)
            _remove(new)
        self.stamped.write_text(stamp)


class ServerDatabase:
    """A database of a PostgreSQL server; its stamp is a comment on a table, and written with the rows or not at all."""

    table = Batch._meta.db_table

    def stamp(self) -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT obj_description(to_regclass(%s), 'pg_class')", [self.table])
            return str(cursor.fetchone()[0] or "")

    def is_whole(self) -> bool:
        return _has_compiler()

    @contextmanager
    def anew(self, stamp: str) -> Iterator[None]:
        if not self.stamp() and self.table in connection.introspection.table_names() and Batch.objects.exists():
            raise Taken(str(connection.settings_dict["NAME"]))
        call_command("migrate", verbosity=0)
        with transaction.atomic():
            call_command("flush", verbosity=0, interactive=False)
            yield
            with connection.cursor() as cursor:
                cursor.execute(f"COMMENT ON TABLE {self.table} IS %s", [stamp])


def _has_compiler() -> bool:
    return User.objects.filter(username=COMPILER).exists()


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _remove_logs(database)


def _remove_logs(database: Path) -> None:
    """What SQLite keeps beside a database: left there, it would be read into the new one."""
    for end in ("-wal", "-shm"):
        Path(f"{database}{end}").unlink(missing_ok=True)
