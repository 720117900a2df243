"""A database of a test's own: on SQLite a file, for the one of the tests is in memory and gone when it is closed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests.migrated import migrated, named


@contextmanager
def own_database(folder: Path) -> Iterator[None]:
    """While inside, an empty database with all tables: ``so.sqlite3`` in ``folder``, or the tests' one on a server."""
    file = folder / "so.sqlite3"
    if connection.vendor == "sqlite":
        shutil.copyfile(migrated(), file)
    with named(str(file) if connection.vendor == "sqlite" else connection.settings_dict["NAME"]):
        yield


@contextmanager
def joined(folder: Path) -> Iterator[None]:
    """The same database as ``own_database`` of ``folder``, from another thread: a connection of its own."""
    name = str(folder / "so.sqlite3") if connection.vendor == "sqlite" else connection.settings_dict["NAME"]
    with named(name):
        yield
