"""Restoring a backup: proved first, then put beside what is there, and in its place at once, or not at all."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from sokhcn import __version__
from sokhcn.records.backup import postgresql, sqlite
from sokhcn.records.backup.archive import BadArchive, Manifest, Unpacking, unpacking
from sokhcn.records.backup.making import FILES
from sokhcn.records.models import Batch
from sokhcn.records.store import every, keep, remove

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class NotEmpty(Exception):
    """There are registers already where the backup is to go."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: the backup's manifest, how many files, and whether its database was of an older program."""

    manifest: Manifest
    files: int
    migrated: bool


def restore(file: Path, *, replace: bool = False) -> Restored:
    """Put the backup in ``file`` in place of what is there, which must be empty unless ``replace``.

    Raises ``BadArchive``, ``NotEmpty`` or ``sqlite.InUse``; then everything is as it was.
    """
    with unpacking(file) as archive:
        _must_fit(archive)
        if not replace and is_used():
            name = connection.settings_dict["NAME"]
            raise NotEmpty(f"Cơ sở dữ liệu {name} đã có số liệu. Thay toàn bộ bằng bản sao lưu: thêm --replace.")
        archive.verify()
        with _files(archive), _database(archive):
            pass
        if replace:
            _remove_others(archive)
        manifest = archive.manifest
        newest = len(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
        return Restored(manifest, len(archive.parts(FILES)), len(manifest.migrations) < newest)


def _must_fit(archive: Unpacking) -> None:
    manifest = archive.manifest
    if manifest.vendor != connection.vendor:
        of, here = NAMES.get(manifest.vendor, manifest.vendor), NAMES[connection.vendor]
        raise BadArchive(f"{archive.name} là bản sao lưu của {of}, còn DATABASE_URL đang chỉ {here}.")
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    if any(tuple(one) not in known for one in manifest.migrations):
        raise BadArchive(
            f"{archive.name} do bản chương trình {manifest.version} làm ra, có bảng mà bản {__version__} này "
            "không biết. Nâng cấp chương trình trước."
        )


def is_used() -> bool:
    """Whether somebody wrote here. A database that cannot be read is not to be thrown away unasked either."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not name.startswith(("file:", ":memory:")) and not Path(name).exists():
        return False
    try:
        return Batch._meta.db_table in connection.introspection.table_names() and Batch.objects.exists()
    except DatabaseError:
        return True


def _database(archive: Unpacking) -> AbstractContextManager[None]:
    return postgresql.restored(archive) if connection.vendor == "postgresql" else sqlite.restored(archive)


@contextmanager
def _files(archive: Unpacking) -> Iterator[None]:
    """The stored files, each under its hash, so that none is in the way of another; gone again if the rest fails."""
    before, added = {sha256 for sha256, _ in every()}, []
    try:
        for part in archive.parts(FILES):
            sha256 = keep(b"".join(archive.chunks(part)))
            added += [] if sha256 in before else [sha256]
        yield
    except BaseException:
        for sha256 in added:
            remove(sha256)
        raise


def _remove_others(archive: Unpacking) -> None:
    """Files that no row names any more."""
    own = {part.sha256 for part in archive.parts(FILES)}
    for sha256, _ in list(every()):
        if sha256 not in own:
            remove(sha256)
