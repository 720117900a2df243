"""A database of a test's own: on SQLite a file, for the one of the tests is in memory and gone when it is closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command
from django.db import connection, connections


@cache
def _empty() -> bytes:
    """An empty database with all tables; migrations take seconds, so they run once."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite3"
        with _named(str(file)):
            call_command("migrate", verbosity=0)
        return file.read_bytes()


@contextmanager
def _named(name: str) -> Iterator[Any]:
    kept = connections["default"]
    own = connections.create_connection("default")
    own.settings_dict = {**kept.settings_dict, "NAME": name, "OPTIONS": {**kept.settings_dict["OPTIONS"]}}
    connections["default"] = own
    try:
        yield own
    finally:
        own.close()
        connections["default"] = kept


@contextmanager
def own_database(folder: Path) -> Iterator[None]:
    """While inside, an empty database with all tables: ``so.sqlite3`` in ``folder``, or the tests' one on a server."""
    file = folder / "so.sqlite3"
    if connection.vendor == "sqlite":
        file.write_bytes(_empty())
    with _named(str(file) if connection.vendor == "sqlite" else connection.settings_dict["NAME"]):
        yield


@contextmanager
def joined(folder: Path) -> Iterator[None]:
    """The same database as ``own_database`` of ``folder``, from another thread: a connection of its own."""
    name = str(folder / "so.sqlite3") if connection.vendor == "sqlite" else connection.settings_dict["NAME"]
    with _named(name):
        yield
