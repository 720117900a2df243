"""A database to try things out in: made empty beside the real one, and gone when the trial is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def scratch_database() -> Iterator[None]:
    """Inside, this thread's database is a new empty one with every table; a few seconds are spent on making it.

    Meant for a command, which nothing runs beside: other threads keep the connections that they have.
    """
    with TemporaryDirectory(prefix="sokhcn-") as folder:
        file = Path(folder) / "scratch.sqlite3"
        settings = {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            "OPTIONS": {"init_command": "PRAGMA foreign_keys=ON;"},
        }
        kept = connections.settings[DEFAULT_DB_ALIAS]
        _use(connections.configure_settings({DEFAULT_DB_ALIAS: settings})[DEFAULT_DB_ALIAS])
        try:
            call_command("migrate", verbosity=0)
            yield
        finally:
            _use(kept)


def _use(settings: dict[str, Any]) -> None:
    connections[DEFAULT_DB_ALIAS].close()
    connections.settings[DEFAULT_DB_ALIAS] = settings
    del connections[DEFAULT_DB_ALIAS]
