"""The full-text index over entries: FTS5 on SQLite, pg_trgm on PostgreSQL; migrations lay it, once."""

from typing import Any

from django.db import DatabaseError, NotSupportedError, OperationalError, ProgrammingError

INDEX = "records_entry_index"
# Pieces of three letters without places: smaller, and three times faster to write than with them. What is found by
# pieces is held against the text itself. A large buffer lets one passage of the gate write one tree and not fifty.
SQLITE = (
    "CREATE VIRTUAL TABLE records_entry_index"
    " USING fts5(text, content='', tokenize='trigram', detail=none, columnsize=0)",
    "INSERT INTO records_entry_index (records_entry_index, rank) VALUES ('hashsize', 33554432)",
    "INSERT INTO records_entry_index (rowid, text) SELECT id, text FROM records_entry ORDER BY id",
)
POSTGRESQL = ("CREATE INDEX records_entry_index ON records_entry USING gin (text gin_trgm_ops)",)
LIFTED = (("sqlite", f"DROP TABLE {INDEX}"), ("postgresql", f"DROP INDEX {INDEX}"))


class NoTrigrams(Exception):
    """The database cannot search by parts of words; the message says whom to ask for what."""


def lay(connection: Any) -> None:
    """Make the index over the entries there are. Raises ``NoTrigrams``."""
    statements = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                _extend(cursor)
            for statement in statements:
                cursor.execute(statement)
    except (OperationalError, ProgrammingError, NotSupportedError) as error:
        if not _lacks(error):
            raise
        raise NoTrigrams(_said(connection)) from error


def lift(connection: Any) -> None:
    """Take the index away again; the extension stays, as others may use it."""
    with connection.cursor() as cursor:
        cursor.execute(dict(LIFTED)[connection.vendor])


def _extend(cursor: Any) -> None:
    """Let PostgreSQL have pg_trgm, which the owner of a database may install himself since PostgreSQL 13."""
    cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
    if cursor.fetchone() is None:
        cursor.execute("CREATE EXTENSION pg_trgm")


def _lacks(error: DatabaseError) -> bool:
    """Whether the server refused, has no such extension, or SQLite was built without its like."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state in ("42501", "58P01", "0A000") or any(word in str(error) for word in ("fts5", "tokenizer"))


def _said(connection: Any) -> str:
    if connection.vendor == "sqlite":
        return "SQLite trên máy này không có FTS5 với trigram, cần cho việc tra cứu. Cài SQLite 3.34 trở lên."
    told = connection.settings_dict
    return (
        f"Người dùng “{told['USER']}” không tạo được phần mở rộng pg_trgm, cần cho việc tra cứu, trong cơ sở dữ liệu "
        f"“{told['NAME']}”. Nhờ người quản trị PostgreSQL chạy một lần trong cơ sở dữ liệu ấy: "
        "CREATE EXTENSION pg_trgm; (trên Debian nó nằm trong gói postgresql-contrib). Rồi chạy lại lệnh này."
    )
