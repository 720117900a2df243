"""A file is kept under its hash, once, and proved when it is read."""

import hashlib
import stat
from pathlib import Path
from typing import Any

import pytest

from sokhcn.records.store import MOST_MEGABYTES, Altered, keep, kept


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_a_file_comes_back_by_its_hash(folder: Path) -> None:
    sha256 = keep(b"b\xc3\xa1o c\xc3\xa1o")
    assert sha256 == hashlib.sha256(b"b\xc3\xa1o c\xc3\xa1o").hexdigest()
    assert kept(sha256) == b"b\xc3\xa1o c\xc3\xa1o"


def test_kept_twice_it_is_there_once_and_nobody_may_write_it(folder: Path) -> None:
    keep(b"x")
    keep(b"x")
    (file,) = files(folder)
    assert not file.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_a_file_that_was_altered_is_not_given(folder: Path) -> None:
    sha256 = keep(b"x")
    (file,) = files(folder)
    file.chmod(0o644)
    file.write_bytes(b"y")
    with pytest.raises(Altered, match="không còn nguyên"):
        kept(sha256)
    keep(b"x")
    assert kept(sha256) == b"x"


def test_a_file_that_is_gone_is_said_to_be() -> None:
    with pytest.raises(Altered):
        kept("0" * 64)


def test_only_a_hash_names_a_file() -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        kept("../../etc/passwd")


def test_a_file_beyond_the_limit_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="lớn hơn"):
        keep(bytes(MOST_MEGABYTES * 1_000_000 + 1))
    assert files(folder) == []
