"""Statements sent one after another without waiting for answers, so that a server works while the next is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

Statement = tuple[str, Sequence[Any] | None]


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


def ready(sql: Statement, using: str = DEFAULT_DB_ALIAS) -> Statement:
    """``sql`` as it is sent: with its values in it, where the driver would put them there anew each time."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return sql
    with connection.cursor() as cursor:
        told: str = cursor.mogrify(*sql)
    return told, None


def sent(sql: Statement, using: str = DEFAULT_DB_ALIAS) -> Callable[[], Sequence[Any]]:
    """Send a statement; what is given back waits for its rows."""
    cursor: Any = connections[using].cursor()
    cursor.execute(*sql)
    fetch: Callable[[], Sequence[Any]] = cursor.fetchall
    return fetch
