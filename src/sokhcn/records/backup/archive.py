"""The archive of a backup: a ZIP of the database and the files, and a manifest that knows the SHA-256 of each part.

The manifest is written last, the file takes its name when it is whole: half an archive is never taken for one.
"""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

# Who is logged in is nobody's business, and would be logged in again.
SESSIONS = ("django_session", "usersessions_usersession")
MANIFEST, PRODUCT, FORM = "manifest.json", "sokhcn", 1
AT_ONCE = 1 << 20
LARGEST_MANIFEST = 200_000_000
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class BadArchive(Exception):
    """The file is no backup, is damaged, or was made by a newer program; the message says which."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the archive."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds: who made it, when, of which database, and every part with its SHA-256.

    ``migrations`` are those that the database had; ``seals`` the last number and digest of each register's chain;
    ``tables`` the columns and rows of each table, where the database is kept as tables.
    """

    version: str
    made_at: str
    vendor: str
    migrations: list[list[str]]
    seals: dict[str, list[Any]]
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Packing:
    """An archive being written."""

    zip: zipfile.ZipFile
    parts: list[Part] = field(default_factory=list)

    def add(self, name: str, chunks: Iterable[Any]) -> Part:
        """Write one part as it comes; it need not fit into memory."""
        digest, size = hashlib.sha256(), 0
        with self.zip.open(name, "w", force_zip64=True) as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
        part = Part(name, digest.hexdigest(), size)
        self.parts.append(part)
        return part

    def close(self, manifest: Manifest) -> None:
        told = {"product": PRODUCT, "form": FORM, **asdict(manifest), "parts": [asdict(part) for part in self.parts]}
        self.zip.writestr(MANIFEST, json.dumps(told, ensure_ascii=False, indent=1))


@contextmanager
def packing(file: Path) -> Iterator[Packing]:
    """While inside, an archive is written beside ``file``; it takes that name when all went well.

    Only its owner may read it: it holds personal data and the hashes of passwords.
    """
    beside = file.with_name(f"{file.name}.{os.getpid()}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as written:
            with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
                yield Packing(made)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(file)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def chunks_of(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while chunk := opened.read(AT_ONCE):
            yield chunk


@dataclass(frozen=True, slots=True)
class Unpacking:
    """An archive being read: what it says of itself, and its parts."""

    zip: zipfile.ZipFile
    manifest: Manifest
    name: str

    def verify(self) -> None:
        """Read every part through. Raises ``BadArchive`` where one is not what the manifest says, or is too many."""
        told = {part.name for part in self.manifest.parts}
        names = [name for name in self.zip.namelist() if name != MANIFEST]
        if sorted(names) != sorted(told):
            raise BadArchive(f"{self.name} thiếu hoặc thừa phần so với danh mục của nó. Dùng bản sao lưu khác.")
        for part in self.manifest.parts:
            for _ in self.chunks(part):
                pass

    def chunks(self, part: Part) -> Iterator[bytes]:
        """The bytes of ``part``, proved when the last of them was read."""
        digest = hashlib.sha256()
        try:
            with self.zip.open(part.name) as file:
                while chunk := file.read(AT_ONCE):
                    digest.update(chunk)
                    yield chunk
        except (*DAMAGE, KeyError) as error:
            raise BadArchive(f"{self.name} bị hỏng ở phần {part.name}. Dùng bản sao lưu khác.") from error
        if digest.hexdigest() != part.sha256:
            raise BadArchive(f"{self.name} bị sửa ở phần {part.name}: không khớp mã băm. Dùng bản sao lưu khác.")

    def parts(self, folder: str) -> list[Part]:
        return [part for part in self.manifest.parts if part.name.startswith(f"{folder}/")]


@contextmanager
def unpacking(file: Path) -> Iterator[Unpacking]:
    """The archive in ``file``. Raises ``BadArchive``."""
    try:
        opened = zipfile.ZipFile(file)
    except DAMAGE as error:
        raise BadArchive(f"{file.name} không phải bản sao lưu, hoặc bị cắt cụt, bị hỏng.") from error
    with opened:
        yield Unpacking(opened, _manifest(opened, file.name), file.name)


def _manifest(opened: zipfile.ZipFile, name: str) -> Manifest:
    foreign = BadArchive(f"{name} không phải bản sao lưu của Sổ KH&CN.")
    try:
        if opened.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise foreign
        told: Mapping[str, Any] = json.loads(opened.read(MANIFEST))
        if told["product"] != PRODUCT:
            raise foreign
        form = int(told["form"])
    except DAMAGE as error:
        raise BadArchive(f"{name} bị hỏng ở danh mục của nó. Dùng bản sao lưu khác.") from error
    except (KeyError, ValueError, TypeError) as error:
        raise foreign from error
    if form > FORM:
        raise BadArchive(f"{name} do bản chương trình mới hơn ({told['version']}) làm ra: nâng cấp chương trình trước.")
    kept = {key: told[key] for key in ("version", "made_at", "vendor", "migrations", "seals", "tables")}
    return Manifest(**kept, parts=[Part(**part) for part in told["parts"]])
