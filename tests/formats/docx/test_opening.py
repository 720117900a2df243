"""Whatever is no .docx that can be read is refused in one Vietnamese sentence, and nothing else escapes."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.letters import letters
from sokhcn.formats.docx.opening import NotADocx
from sokhcn.formats.docx.read import read
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.word_variants import rewritten

DATA = render(every_node())
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, blob in parts.items():
            file.writestr(name, blob)
    return stream.getvalue()


def with_main(blob: bytes) -> bytes:
    return rewritten(DATA, lambda name, old: blob if name == "word/document.xml" else old)


def bomb() -> bytes:
    """30 MB of blanks in a few kilobytes."""
    return with_main(b'<w:document xmlns:w="x">' + b" " * 30_000_000 + b"</w:document>")


def of_another_program() -> bytes:
    stream = BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x">&f;</w:document>'
DEEP = b'<w:document xmlns:w="x">' + b"<w:p>" * 5000 + b"</w:p>" * 5000 + b"</w:document>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng"),
        ("Sở Khoa học".encode("utf-16"), "không phải tài liệu Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
        (OLE, "dạng Word cũ"),
        (b"PK\x03\x04" + bytes(50), "bị hỏng"),
        (DATA[: len(DATA) // 2], "bị hỏng"),
        (zipped({"a.txt": b"x"}), "không phải tài liệu Word"),
        (rewritten(DATA, lambda name, old: None if name == "word/document.xml" else old), "bị hỏng"),
        (rewritten(DATA, lambda name, old: old.replace(b"word/document", b"xl/workbook")), "có thể là bảng tính"),
        (with_main(LAUGHS), "khai báo DTD"),
        (with_main(OUTSIDE), "khai báo DTD"),
        (with_main(DEEP), "bị hỏng"),
        (with_main(b"<not xml"), "bị hỏng"),
        (bomb(), "quá lớn"),
        (zipped({f"{n}.txt": b"" for n in range(10_001)}), "10001 phần bên trong"),
        (with_main(b'<d xmlns="x"/>'), "phần chính không phải văn bản Word"),
        (of_another_program(), "không do Sổ KH&CN ghi ra"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_files_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(NotADocx, match=sentence):
        read(data)


def attempt(data: bytes) -> None:
    """Any other exception fails the test."""
    with suppress(NotADocx):
        read(data)
    with suppress(Unreadable):
        letters(data)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_are_read_or_refused(place: int, put: bytes) -> None:
    attempt(DATA[:place] + put + DATA[place + len(put) :])


with ZipFile(BytesIO(DATA)) as file:
    PARTS = {name: file.read(name) for name in file.namelist()}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.floats(0, 1), st.sampled_from([b"", b"x", b"<", b'"', b"0", b"-1", b"[]"]))
def test_damaged_parts_are_read_or_refused(name: str, where: float, put: bytes) -> None:
    blob = PARTS[name]
    place = int(where * len(blob))
    attempt(zipped({**PARTS, name: blob[:place] + put + blob[place + max(len(put), 1) :]}))
