"""A database that is only read: its connections take no write, by a model, a cursor or raw SQL, until a pen opens.

The database itself refuses (SQLite's ``query_only``, PostgreSQL's ``default_transaction_read_only``); here that becomes
a sentence, and switching it off by SQL is refused as well.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection

from sokhcn.records.writing import Actor, Pen, writing

SWITCH = re.compile(r"query_only|transaction_read_only|read\s+write|writable_schema", re.IGNORECASE)
REFUSED = ("readonly database", "read-only")
READS, WRITES = "DEFERRED", "IMMEDIATE"  # SQLite: an immediate transaction is one that writes
READ_ONLY = "25006"  # PostgreSQL: read only SQL transaction


class OnlyRead(Exception):
    """Something was to be written where only reading is allowed; nothing was."""

    def __init__(self) -> None:
        super().__init__(
            "Chỉ được đọc, nên chưa ghi gì. Muốn ghi thì mở: ./sokhcn shell --write --by TÊN --reason LÝ_DO, "
            "rồi ghi trong khối: with writing() as pen: pen.save(dòng)"
        )


def close_for_writing() -> None:
    """From here on every connection of this process only reads."""
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "sqlite":
        options["transaction_mode"] = READS
        options["init_command"] = f"{options.get('init_command', '')} PRAGMA query_only=ON;"
    else:
        options["options"] = f"{options.get('options', '')} -c default_transaction_read_only=on"
    connection.execute_wrappers.append(_refuse)


@contextmanager
def pen_of(by: Actor, reason: str) -> Iterator[Pen]:
    """The gate opened in a database that is only read otherwise."""
    connection.ensure_connection()
    _switch(write=True)
    try:
        with writing(by=by, reason=reason) as pen:
            yield pen
    finally:
        _switch(write=False)


def _switch(*, write: bool) -> None:
    on = "OFF" if write else "ON"
    sql = f"PRAGMA query_only={on}" if connection.vendor == "sqlite" else f"SET default_transaction_read_only={on}"
    database: Any = connection
    if database.vendor == "sqlite":
        database.transaction_mode = WRITES if write else READS
    database.connection.execute(sql)  # not through a cursor of Django's: that is refused


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if SWITCH.search(sql):
        raise OnlyRead
    try:
        return execute(sql, params, many, context)
    except DatabaseError as error:
        told = getattr(error.__cause__, "sqlstate", "") == READ_ONLY or any(mark in str(error) for mark in REFUSED)
        if told:
            raise OnlyRead from error
        raise
