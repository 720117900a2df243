"""A migrated database without rows, from which those of the tests are copied: migrations run once, not in every worker.

On SQLite it is a file that stays for the next run as long as the migrations are the same. On PostgreSQL ``tests.twice``
migrates the database that it gives to the run, and says so; a server of somebody's own is left as it is.
"""

import fcntl
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from tests.needs import ROOT
from tests.twice import READY

KEPT = ROOT / ".pytest_cache" / "migrated"
MEMORY = "file:tests?mode=memory&cache=shared"


@contextmanager
def copied() -> Iterator[None]:
    """While inside, what Django takes for the tests' database is a copy of the migrated one."""
    test = connection.settings_dict["TEST"]
    if connection.vendor == "sqlite":
        test["NAME"] = MEMORY
        # The database in memory is there as long as somebody is in it.
        with closing(sqlite3.connect(MEMORY, uri=True)) as memory:
            with closing(sqlite3.connect(migrated())) as file:
                file.backup(memory)
            yield
    else:
        if os.environ.get(READY):
            test["TEMPLATE"] = connection.settings_dict["NAME"]
        yield


@cache
def migrated() -> Path:
    """The file of SQLite, made by the first who asks; the others wait for it."""
    file = KEPT / f"{_fingerprint()}.sqlite3"
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            new = file.with_suffix(".new")
            new.unlink(missing_ok=True)
            with named(str(new)):
                call_command("migrate", verbosity=0)
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            new.rename(file)
    return file


def _fingerprint() -> str:
    """Of all that a migrated database depends on."""
    digest = hashlib.sha256(f"{django.__version__} {sqlite3.sqlite_version}".encode())
    for _, migration in sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items()):
        digest.update(Path(str(sys.modules[type(migration).__module__].__file__)).read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def named(name: str) -> Iterator[Any]:
    """While inside, the database is the one of that name; the tests' own is untouched."""
    kept = connections["default"]
    own = connections.create_connection("default")
    own.settings_dict = {**kept.settings_dict, "NAME": name, "OPTIONS": {**kept.settings_dict["OPTIONS"]}}
    connections["default"] = own
    try:
        yield own
    finally:
        own.close()
        connections["default"] = kept
