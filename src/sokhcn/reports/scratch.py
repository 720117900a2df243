"""A database to try things out in: made empty in memory, beside the real one, and gone when the trial is over."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from sokhcn.records.trigrams import lay

SQLITE = "django.db.backends.sqlite3"


@contextmanager
def scratch_database() -> Iterator[None]:
    """Inside, what this thread reads and writes is a new empty database with every table; no other thread sees it.

    Tables are made from the models as they are now, which takes a tenth of a second; migrations would take twenty
    times that. The real connection is put aside and put back, untouched, so a transaction open in it goes on.
    """
    real = connections[DEFAULT_DB_ALIAS]
    scratch = _connection()
    connections[DEFAULT_DB_ALIAS] = scratch
    try:
        with scratch.schema_editor() as editor:
            for model in apps.get_models():
                if router.allow_migrate_model(DEFAULT_DB_ALIAS, model):
                    editor.create_model(model)
        lay(scratch)
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = real
        scratch.connection.close()
        ContentType.objects.clear_cache()  # its ids are those of one database


def _connection() -> BaseDatabaseWrapper:
    told = {"ENGINE": SQLITE, "NAME": ":memory:", "OPTIONS": {"init_command": "PRAGMA foreign_keys=ON;"}}
    settings = connections.configure_settings({DEFAULT_DB_ALIAS: told})[DEFAULT_DB_ALIAS]
    made: BaseDatabaseWrapper = load_backend(SQLITE).DatabaseWrapper(settings, DEFAULT_DB_ALIAS)
    return made
