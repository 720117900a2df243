"""Whether a pack is whole: every file as its manifest says, none missing, none added, and not a byte between them."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from sokhcn.formats.pack.names import MANIFEST, zipped
from sokhcn.kernel.finding import Finding, must

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def faults(data: bytes) -> tuple[Finding, ...]:
    """Everything wrong with the pack ``data``; nothing where it is as it was written.

    Who makes a whole new pack with a manifest of its own is found by the hash of the pack that was written down.
    """
    try:
        files = _unpacked(data)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, UnicodeError, RuntimeError):
        return (must("pack.broken", "Tệp không phải một gói minh chứng, hoặc đã hỏng đến mức không mở được."),)
    if MANIFEST not in files:
        return (must("pack.manifest", "Gói không có danh mục {name}.", name=MANIFEST),)
    found = tuple(_compared(files))
    if not found and zipped(files) != data:
        return (must("pack.between", "Các tệp còn nguyên, nhưng phần vỏ ZIP của gói đã bị sửa hoặc đóng lại."),)
    return found


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
            raise ValueError("a pack stores its files as they are")
        if sum(entry.file_size for entry in entries) > len(data):
            raise ValueError("more than the file holds")
        return {entry.filename: _content(archive, entry) for entry in entries}


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What stands there, whatever its checksum says: the manifest judges it."""
    entry.CRC = None  # type: ignore[assignment] # the way to read without the check
    with archive.open(entry) as opened:
        return opened.read()


def _compared(files: Mapping[str, bytes]) -> Iterator[Finding]:
    told: dict[str, str] = {}
    for number, line in enumerate(files[MANIFEST].decode("utf-8", "replace").splitlines(), 1):
        if not (found := _LINE.fullmatch(line)):
            yield must("pack.manifest", "Danh mục {name} hỏng ở dòng {number}.", name=MANIFEST, number=number)
            continue
        told[found[2]] = found[1]
    for name in sorted(told.keys() - files.keys()):
        yield must("pack.missing", "Thiếu tệp {name}.", name=name)
    for name in sorted(files.keys() - told.keys() - {MANIFEST}):
        yield must("pack.added", "Tệp {name} không có trong danh mục: đã thêm vào.", name=name)
    for name in sorted(files.keys() & told.keys()):
        if hashlib.sha256(files[name]).hexdigest() != told[name]:
            yield must("pack.altered", "Tệp {name} đã bị sửa.", name=name)
