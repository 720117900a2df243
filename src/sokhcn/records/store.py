"""Files that came in, each under the SHA-256 of what it holds: what is there never changes, and is proved when read."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from django.conf import settings

MOST_MEGABYTES = 50


class Altered(Exception):
    """A kept file is gone, or is not what it was; the message says which."""


def keep(data: bytes) -> str:
    """Keep ``data`` and give its hash. It is whole on the disk before this returns; kept twice, it is there once."""
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise ValueError(f"Tệp lớn hơn {MOST_MEGABYTES} MB, không giữ được.")
    sha256 = hashlib.sha256(data).hexdigest()
    place = _place(sha256)
    if not holds(place, sha256):
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, data)
    return sha256


def kept(sha256: str) -> bytes:
    """The file of that hash. Raises ``Altered`` where it is not there, or somebody changed it."""
    place = _place(sha256)
    if not holds(place, sha256):
        raise Altered(f"Tệp gốc {sha256[:12]}… không còn nguyên ở {place}. Khôi phục từ bản sao lưu.")
    return place.read_bytes()


def _place(sha256: str) -> Path:
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise ValueError(f"{sha256!r} is no SHA-256")
    return Path(settings.VAR) / "files" / sha256[:2] / sha256


def every() -> Iterator[tuple[str, Path]]:
    """Each kept file's hash, and where it is."""
    for place in (Path(settings.VAR) / "files").glob("*/*"):
        with suppress(ValueError):
            if place == _place(place.name):
                yield place.name, place


def remove(sha256: str) -> None:
    """Take away a file that no row names, as after a restore."""
    _place(sha256).unlink(missing_ok=True)


def holds(place: Path, sha256: str) -> bool:
    """Whether the file at ``place`` is there, and is what its hash says."""
    return place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == sha256


def _write(place: Path, data: bytes) -> None:
    """Beside its place first, then there at once: nobody finds half a file. Nobody is meant to write it again."""
    handle, name = mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o444)
        Path(name).replace(place)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
