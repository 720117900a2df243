"""A pack is whole, or what is wrong with it is said: any byte, any file."""

import hashlib
import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.formats.pack.names import MANIFEST, manifest, zipped
from sokhcn.formats.pack.verify import faults
from sokhcn.formats.pack.write import pack

FILES = {"index.html": "<p>Gói minh chứng</p>".encode(), "bao-cao.pdf": b"%PDF-1.7 \x00\xff", "dong.xlsx": b"PK" * 40}
WHOLE = pack(FILES)
names = st.text("abcdefghij-.", min_size=1, max_size=12)


def ids(data: bytes) -> list[tuple[str, str]]:
    return [(fault.id, str(fault.values.get("name", ""))) for fault in faults(data)]


@given(st.dictionaries(names, st.binary(max_size=200), max_size=6))
def test_what_was_packed_is_whole_and_always_the_same(files: Mapping[str, bytes]) -> None:
    data = pack(files)
    assert faults(data) == ()
    assert data == pack(dict(reversed(files.items())))


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_any_byte_that_is_altered_is_found(place: int, change: int) -> None:
    altered = bytearray(WHOLE)
    altered[place] ^= change
    assert faults(bytes(altered))


@given(st.integers(0, len(WHOLE)), st.binary(min_size=1, max_size=9))
def test_anything_put_in_or_cut_off_is_found(place: int, more: bytes) -> None:
    assert faults(WHOLE[:place] + more + WHOLE[place:])
    assert faults(WHOLE[:place]) or place == len(WHOLE)


def test_an_altered_a_missing_and_an_added_file_are_named() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        told = {name: archive.read(name) for name in archive.namelist()}
    assert ids(zipped({**told, "dong.xlsx": b"x"})) == [("pack.altered", "dong.xlsx")]
    assert ids(zipped({name: data for name, data in told.items() if name != "dong.xlsx"})) == [
        ("pack.missing", "dong.xlsx")
    ]
    assert ids(zipped({**told, "them.txt": b""})) == [("pack.added", "them.txt")]
    assert ids(zipped(FILES)) == [("pack.manifest", MANIFEST)]


def test_a_pack_that_another_program_packed_again_is_said_to_be() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted({**FILES, MANIFEST: manifest(FILES)}.items()):
            archive.writestr(name, data)
    assert [fault.id for fault in faults(made.getvalue())] == ["pack.between"]


def test_a_bomb_and_a_text_are_no_pack() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(1_000_000))
    assert [fault.id for fault in faults(made.getvalue())] == ["pack.broken"]
    assert [fault.id for fault in faults(b"xin ch\xc3\xa0o")] == ["pack.broken"]


def test_the_manifest_is_what_a_common_program_checks(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        archive.extractall(tmp_path)
    lines = (tmp_path / MANIFEST).read_text().splitlines()
    assert f"{hashlib.sha256(FILES['dong.xlsx']).hexdigest()}  dong.xlsx" in lines
    if program := shutil.which("sha256sum"):
        assert subprocess.run([program, "-c", MANIFEST], cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_the_manifest_belongs_to_the_pack() -> None:
    with pytest.raises(ValueError, match=MANIFEST):
        pack({MANIFEST: b""})
