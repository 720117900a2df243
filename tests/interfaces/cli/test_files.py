"""Commands on what is no ordinary file: they answer at once, in one sentence."""

import os
from pathlib import Path

import pytest

from sokhcn.interfaces.cli.files import content
from sokhcn.reports.reading import MOST_BYTES
from tests.interfaces.cli.test_commands import Run, run

pytestmark = pytest.mark.django_db
__all__ = ["run"]


@pytest.mark.parametrize("command", ["read", "check", "propose", "recompile"])
@pytest.mark.parametrize(
    ("name", "words"), [("ống", "đường ống"), ("thư mục.docx", "thư mục"), ("không.docx", "không có")]
)
def test_what_is_no_file_is_refused(run: Run, tmp_path: Path, command: str, name: str, words: str) -> None:
    os.mkfifo(tmp_path / "ống")
    (tmp_path / "thư mục.docx").mkdir()
    done = run(command, str(tmp_path / name))
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_of_a_huge_file_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    with (tmp_path / "lớn.txt").open("wb") as file:
        file.truncate(MOST_BYTES * 4)
    assert len(content(tmp_path / "lớn.txt")) == MOST_BYTES + 1
