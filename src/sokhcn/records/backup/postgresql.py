"""PostgreSQL in a backup: every table copied out in one snapshot, and copied in again in one transaction.

No program of PostgreSQL's is needed, and none of its versions matters: tables are made by our migrations.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from sokhcn.records.backup.archive import SESSIONS, BadArchive, Packing, Unpacking

FOLDER, END = "database", ".copy"
# Tables of ours in the order of their names, with the columns that are not computed; those of extensions are not ours.
TABLES = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attgenerated = ''
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
GROUP BY c.relname ORDER BY c.relname
"""
NUMBERED = """
SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
"""
SEALS = "SELECT DISTINCT ON (register) register, number, digest FROM records_seal ORDER BY register, number DESC"
MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY id"
Raw = psycopg.Connection[Any]


def pack(packing: Packing) -> dict[str, Any]:
    """Put every table into the archive as one snapshot sees them; gives what the manifest says of them."""
    with psycopg.connect(**connection.get_connection_params()) as database:
        database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = {name: {"columns": columns} for name, columns in database.execute(TABLES)}
        for name, about in tables.items():
            about["rows"] = _pack(database, packing, name, about["columns"])
        migrations = [list(one) for one in database.execute(MIGRATIONS)]
        return {"migrations": migrations, "seals": _seals(database), "tables": tables}


def _pack(database: Raw, packing: Packing, table: str, columns: list[str]) -> int:
    if table in SESSIONS:
        packing.add(f"{FOLDER}/{table}{END}", ())
        return 0
    with database.cursor() as cursor:
        with cursor.copy(sql.SQL("COPY {} ({}) TO STDOUT").format(*_named(table, columns))) as copy:
            packing.add(f"{FOLDER}/{table}{END}", copy)
        return cursor.rowcount


def _named(table: str, columns: Iterable[str]) -> tuple[sql.Composable, sql.Composable]:
    return sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))


def _seals(database: Raw) -> dict[str, list[Any]]:
    return {register: [number, digest] for register, number, digest in database.execute(SEALS)}


@contextmanager
def restored(archive: Unpacking) -> Iterator[None]:
    """The archive's tables in place of those that are there, in one transaction: outside they are seen when all went
    well, and not before."""
    with transaction.atomic():
        database: Raw = connection.connection
        database.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if not _stand_as(database, archive):
            _drop_tables(database)
            _make_tables(archive.manifest.migrations)
        _fill(database, archive)
        if _seals(database) != archive.manifest.seals:
            raise BadArchive(f"Niêm phong trong {archive.name} không khớp danh mục của nó. Dùng bản sao lưu khác.")
        call_command("migrate", verbosity=0)
        yield


def _stand_as(database: Raw, archive: Unpacking) -> bool:
    """Whether the tables are there as the backup had them: then their rows are replaced, which is ten times as fast."""
    columns = dict(database.execute(TABLES).fetchall())
    told = archive.manifest
    if columns != {table: about["columns"] for table, about in told.tables.items()} or not columns:
        return False
    return [list(one) for one in database.execute(MIGRATIONS)] == told.migrations


def _drop_tables(database: Raw) -> None:
    if tables := [name for name, _ in database.execute(TABLES)]:
        database.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.SQL(", ").join(map(sql.Identifier, tables))))


def _make_tables(migrations: Iterable[Iterable[str]]) -> None:
    """Empty tables as they were when the backup was made."""
    executor = MigrationExecutor(connection)
    told = {(app, name) for app, name in migrations}
    nodes = executor.loader.graph.node_map
    last = [
        node
        for node in told
        if not any(child.key in told and child.key[0] == node[0] for child in nodes[node].children)
    ]
    executor.migrate(sorted(last))


def _fill(database: Raw, archive: Unpacking) -> None:
    """Every table as it was; keys between them are looked at when all are there."""
    tables = archive.manifest.tables
    there = {name for name, _ in database.execute(TABLES)}
    if missing := sorted(tables.keys() - there):
        raise BadArchive(f"{archive.name} có bảng {missing[0]} mà chương trình này không biết.")
    database.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(map(sql.Identifier, sorted(there)))))
    database.execute("SET CONSTRAINTS ALL DEFERRED")
    for part in archive.parts(FOLDER):
        _copy_in(database, archive, part, tables)
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table, column in database.execute(NUMBERED).fetchall():
        following = "SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max({}), 0) + 1, false) FROM {}"
        database.execute(sql.SQL(following).format(sql.Identifier(column), sql.Identifier(table)), [table, column])


def _copy_in(database: Raw, archive: Unpacking, part: Any, tables: Mapping[str, Any]) -> None:
    table = part.name.removeprefix(f"{FOLDER}/").removesuffix(END)
    about = tables.get(table)
    if about is None:
        raise BadArchive(f"{archive.name} không ghi các cột của bảng {table}. Dùng bản sao lưu khác.")
    with database.cursor() as cursor:
        with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(*_named(table, about["columns"]))) as copy:
            for chunk in archive.chunks(part):
                copy.write(chunk)
        if cursor.rowcount != about["rows"]:
            raise BadArchive(f"Bảng {table} trong {archive.name} thiếu dòng. Dùng bản sao lưu khác.")
