"""Making a backup while others write: first the database in one snapshot, then the files, which are there before any
row that names them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection
from django.utils import timezone

from sokhcn import __version__
from sokhcn.kernel.progress import tell
from sokhcn.records.backup import postgresql, sqlite
from sokhcn.records.backup.archive import Manifest, chunks_of, packing
from sokhcn.records.store import every, holds

FILES = "files"


class AlreadyThere(Exception):
    """There is a file of that name; a backup is never written over."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup: where it is, how large, how many files are in it, and which stored files were not whole any more."""

    file: Path
    size: int
    files: int
    damaged: tuple[str, ...]


def name_at(moment: datetime) -> str:
    """What a backup is called unless somebody says otherwise."""
    return f"sao-luu-{moment:%Y%m%d-%H%M%S}.zip"


def make(file: Path) -> Made:
    """Back up everything into ``file``. Raises ``AlreadyThere``."""
    if file.exists():
        raise AlreadyThere(f"Đã có tệp {file}: chọn tên khác, bản sao lưu cũ không bị ghi đè.")
    file.parent.mkdir(parents=True, exist_ok=True)
    damaged, files = [], 0
    with packing(file) as archive:
        made_at = timezone.localtime().isoformat(timespec="seconds")
        tell("Chép cơ sở dữ liệu")
        told = postgresql.pack(archive) if connection.vendor == "postgresql" else sqlite.pack(archive, file)
        stored = sorted(every())
        for nth, (sha256, kept) in enumerate(stored):
            tell("Cất các tệp gốc", nth, len(stored))
            if holds(kept, sha256):
                archive.add(f"{FILES}/{sha256}", chunks_of(kept))
                files += 1
            else:
                damaged.append(sha256)
        archive.close(Manifest(version=__version__, made_at=made_at, vendor=connection.vendor, **told))
    return Made(file, file.stat().st_size, files, tuple(damaged))
