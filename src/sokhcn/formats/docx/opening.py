"""Opening a .docx that anybody may have made: nothing is fetched or expanded, and what is no .docx is refused."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from types import MappingProxyType
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from sokhcn.formats.docx.elements import NAMESPACES, Element, W

MOST_ENTRIES: Final = 10_000
MOST_UNZIPPED: Final = 200_000_000  # of one part; the text of 2,000 pages takes about 40 million
MOST_RATIO: Final = 400  # a table of equal rows is squeezed to a hundredth; a bomb to a thousandth
_SMALL: Final = 10_000_000  # below it no ratio harms
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Strict OOXML says the same under other names (ISO 29500-1 against -4).
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", NAMESPACES["r"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", NAMESPACES["a"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NAMESPACES["wp"].encode()),
)
_BLOCKS: Final = tuple(W + tag for tag in ("p", "tbl", "sdt", "customXml", "bookmarkStart", "sectPr"))
_FAULTS: Final = (
    BadZipFile,
    zlib.error,
    struct.error,
    etree.LxmlError,
    EOFError,
    OSError,
    KeyError,
    IndexError,
    OverflowError,
    ValueError,
    AssertionError,
    NotImplementedError,
    RuntimeError,  # a zip entry under a password; a tree too deep
)


class NotADocx(ValueError):
    """The file is no .docx that can be read. The message says to a person what it is and what to do; ``reason`` says it
    in a word."""

    def __init__(self, sentence: str, reason: str = "damaged") -> None:
        super().__init__(sentence)
        self.reason = reason


@contextmanager
def refusing() -> Iterator[None]:
    """Whatever a damaged file makes the libraries say becomes one sentence."""
    try:
        yield
    except NotADocx:
        raise
    except _FAULTS as error:
        raise NotADocx("Tệp .docx bị hỏng. Mở bằng Word, lưu lại dạng .docx rồi nộp lại.") from error


@dataclass(frozen=True, slots=True)
class Package:
    """An opened file: its parts by name, and what the main part is related to, by the last word of the relation."""

    file: ZipFile
    main: str
    related: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    targets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def all_of(self, relation: str) -> tuple[Element, ...]:
        """The parts of a relation of the main part (``styles``), parsed; those that are missing are left out."""
        names = set(self.file.namelist())
        return tuple(self.xml(name) for name in self.related.get(relation, ()) if name in names)

    def one_of(self, relation: str) -> Element | None:
        """The first part of a relation, or None."""
        return next(iter(self.all_of(relation)), None)

    def xml(self, name: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(self.bytes_of(name), parser)

    def blocks(self) -> Iterator[Element]:
        """The blocks of the body in order; each is emptied after its turn, so that a long file takes little memory."""
        events = etree.iterparse(
            BytesIO(self.bytes_of(self.main)),
            events=("end",),
            tag=_BLOCKS,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in events:
            parent = element.getparent()
            if parent is None or parent.tag != W + "body":
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del parent[0]
        if events.root is None or events.root.tag != W + "document":
            raise NotADocx("Tệp .docx bị hỏng: phần chính không phải văn bản Word.")

    def bytes_of(self, name: str) -> bytes:
        """The letters of a part, transitional names for strict ones. Raises ``NotADocx`` for a bomb."""
        entry = self.file.getinfo(name)
        squeezed = max(entry.compress_size, 1)
        if entry.file_size > MOST_UNZIPPED or (entry.file_size > _SMALL and entry.file_size / squeezed > MOST_RATIO):
            raise NotADocx(
                f"Tệp giải nén ra quá lớn ({entry.file_size // 1_000_000} MB trong {name}): không đọc.", "bomb"
            )
        data = self.file.read(entry)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise NotADocx(f"Tệp có khai báo DTD trong {name}; Word không ghi như vậy: không đọc.", "bomb")
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return data


def opened(data: bytes) -> Package:
    """The package in ``data``. Raises ``NotADocx``: empty, another kind of file, under a password, damaged, a bomb."""
    _refuse_others(data)
    with refusing():
        file = ZipFile(BytesIO(data))
        entries = len(file.infolist())
        if entries > MOST_ENTRIES:
            raise NotADocx(f"Tệp có {entries} phần bên trong, quá {MOST_ENTRIES}: không đọc.", "bomb")
        start = Package(file, "")
        if "_rels/.rels" not in file.namelist():
            raise NotADocx("Tệp nén này không phải tài liệu Word (.docx).", "strange")
        main = next(iter(_relations(start, "")[0].get("officeDocument", ())), "")
        if not main.startswith("word/"):
            raise NotADocx(
                "Tệp này không phải tài liệu Word (.docx); có thể là bảng tính hoặc tệp khác đổi đuôi.", "strange"
            )
        related, targets = _relations(start, main)
        return Package(file, main, MappingProxyType(related), MappingProxyType(targets))


def _refuse_others(data: bytes) -> None:
    if not data:
        raise NotADocx("Tệp rỗng (0 byte). Chọn lại tệp.", "empty")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise NotADocx("Tệp đặt mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu lại rồi nộp lại.", "password")
        raise NotADocx("Tệp là dạng Word cũ (.doc). Mở bằng Word, lưu lại dạng .docx rồi nộp lại.", "old")
    if not data.startswith(b"PK"):
        raise NotADocx("Tệp không phải tài liệu Word (.docx).", "strange")


def _relations(package: Package, source: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """What a part is related to: by the last word of the relation, and by id."""
    folder, _, name = source.rpartition("/")
    rels = join(folder, "_rels", f"{name}.rels")
    related: dict[str, tuple[str, ...]] = {}
    targets: dict[str, str] = {}
    if rels not in package.file.namelist():
        return related, targets
    for relation in package.xml(rels).iter(_RELATIONS):
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        target = normpath(join("/" + folder, relation.get("Target", ""))).lstrip("/")
        related[kind] = (*related.get(kind, ()), target)
        targets[relation.get("Id", "")] = target
    return related, targets


def properties_of(package: Package) -> Mapping[str, str]:
    """The custom properties of the file by name."""
    if "docProps/custom.xml" not in package.file.namelist():
        return {}
    found = package.xml("docProps/custom.xml")
    return {node.get("name", ""): "".join(str(text) for text in node.itertext()) for node in found}
