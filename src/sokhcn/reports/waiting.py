"""Files on trial: kept a day under their hash until whoever brought them decides; then they are gone."""

import hashlib
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

SECONDS = 24 * 3600


class Gone(Exception):
    """The file was brought too long ago."""

    def __init__(self) -> None:
        super().__init__("Tệp đã chọn không còn được giữ (quá một ngày). Chọn lại tệp.")


def hold(data: bytes) -> str:
    """Hold ``data`` and give its hash; whatever has waited too long goes."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        with suppress(FileNotFoundError):
            if old.stat().st_mtime < time.time() - SECONDS:
                old.unlink()
    sha256 = hashlib.sha256(data).hexdigest()
    part = folder / f"{sha256}.{time.monotonic_ns()}.part"
    part.write_bytes(data)
    part.replace(folder / sha256)
    return sha256


def held(sha256: str) -> bytes:
    """The file of that hash, which ``hold`` gave. Raises ``Gone``."""
    try:
        data = (_folder() / sha256).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Gone from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Gone
    return data


def _folder() -> Path:
    return Path(settings.VAR) / "waiting"
