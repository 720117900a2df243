"""Statements sent one after another without waiting for answers, so that a server works while the next is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def sent_ahead(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Within it ``sent`` waits for nothing. SQLite, which works in this process, cannot be sent ahead."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def sent(sql: tuple[str, Sequence[Any]], using: str = DEFAULT_DB_ALIAS) -> Callable[[], Sequence[Any]]:
    """Send a statement; what is given back waits for its rows."""
    cursor: Any = connections[using].cursor()
    cursor.execute(*sql)
    fetch: Callable[[], Sequence[Any]] = cursor.fetchall
    return fetch
