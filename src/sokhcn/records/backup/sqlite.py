"""SQLite in a backup: its file, copied by SQLite's own backup while others write; restored beside, then swapped."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connection

from sokhcn.kernel.progress import tell
from sokhcn.records.backup.archive import SESSIONS, BadArchive, Packing, Unpacking, chunks_of

PART = "database/sokhcn.sqlite3"
MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY id"
SEALS = "SELECT register, max(number), digest FROM records_seal GROUP BY register"
LOGS = ("-wal", "-shm", "-journal")
WAIT = 3  # seconds for others to leave


class InUse(Exception):
    """Somebody has the database open that is to be replaced."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"Đang có chương trình khác mở {file}. Dừng máy chủ và các lệnh khác rồi khôi phục lại.")


def pack(packing: Packing, beside: Path) -> dict[str, Any]:
    """Put a copy of the database into the archive; gives what the manifest says of it.

    The copy is taken in one step, in one snapshot of the write-ahead log: writers go on.
    """
    copy = beside.with_name(f"{beside.name}.{os.getpid()}.sqlite3")
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            _copy_to(target)
            target.execute("PRAGMA secure_delete=ON")
            for table in SESSIONS:
                target.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
            target.execute("PRAGMA journal_mode=DELETE")
            told = {"migrations": _migrations(target), "seals": _seals(target), "tables": {}}
        packing.add(PART, _told(copy))
    finally:
        _remove(copy)
    return told


def _told(copy: Path) -> Iterator[bytes]:
    """The bytes of the copy, and how far they are."""
    read, size = 0, copy.stat().st_size
    for chunk in chunks_of(copy):
        tell("Nén cơ sở dữ liệu", read, size)
        yield chunk
        read += len(chunk)


def _copy_to(target: sqlite3.Connection) -> None:
    name = str(connection.settings_dict["NAME"])
    if name.startswith("file:") or name == ":memory:":
        connection.ensure_connection()
        assert connection.connection is not None
        connection.connection.backup(target)
        return
    with closing(sqlite3.connect(name, timeout=WAIT)) as source:
        source.backup(target)


def _migrations(database: Any) -> list[list[str]]:
    return [list(one) for one in database.execute(MIGRATIONS).fetchall()]


def _seals(database: Any) -> dict[str, list[Any]]:
    return {register: [number, digest] for register, number, digest in database.execute(SEALS).fetchall()}


@contextmanager
def restored(archive: Unpacking) -> Iterator[None]:
    """The archive's database beside the real one, which is what this process reads and writes inside; when all went
    well it takes the real one's place."""
    file = Path(str(connection.settings_dict["NAME"]))
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    connection.close()
    try:
        _unpack(archive, new)
        connection.settings_dict["NAME"] = str(new)
        _must_be_sound(archive)
        call_command("migrate", verbosity=0)
        yield
        connection.close()
        _settle(new)
        _only_we(file)
        new.replace(file)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = str(file)
        _remove(new)
    file.with_suffix(".stamp").unlink(missing_ok=True)  # it is no demonstration's any more


def _unpack(archive: Unpacking, new: Path) -> None:
    part = next((part for part in archive.manifest.parts if part.name == PART), None)
    if part is None:
        raise BadArchive(f"{archive.name} không có cơ sở dữ liệu. Dùng bản sao lưu khác.")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as written:
        for chunk in archive.chunks(part):
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())


def _must_be_sound(archive: Unpacking) -> None:
    """The restored database, asked through Django, which knows the functions of its constraints."""
    manifest = archive.manifest
    try:
        with connection.cursor() as cursor:
            sound = cursor.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            told = _migrations(cursor), _seals(cursor)
    except DatabaseError:
        sound, told = False, None
    if not sound or told != (manifest.migrations, manifest.seals):
        raise BadArchive(f"Cơ sở dữ liệu trong {archive.name} bị hỏng hoặc không phải bản mà danh mục ghi.")


def _settle(new: Path) -> None:
    """All of ``new`` in its one file."""
    with closing(sqlite3.connect(new, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=DELETE")


def _only_we(file: Path) -> None:
    """See that nobody has ``file`` open; SQLite gives up the write-ahead log only then. A damaged one keeps nobody."""
    if not file.exists():
        return
    with closing(sqlite3.connect(file, timeout=WAIT, isolation_level=None)) as old:
        try:
            old.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise InUse(file) from error
        except sqlite3.DatabaseError:
            pass
    for end in LOGS:
        Path(f"{file}{end}").unlink(missing_ok=True)


def _remove(database: Path) -> None:
    for end in ("", *LOGS):
        Path(f"{database}{end}").unlink(missing_ok=True)
