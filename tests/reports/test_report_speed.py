"""How fast reports are read and checked, and how a .docx compares with its mere conversion; run by `make bench`."""

import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

import pytest

from sokhcn.checker.engine import check
from sokhcn.checker.subject import Subject
from sokhcn.reader.understanding import understand
from sokhcn.reports.reading import read
from tests.needs import SHARED
from tests.reader.plain import DECREE
from tests.returned.comparing import NAMES, bytes_of
from tests.returned.making import word

ROUNDS = 5
SEED = SHARED / "seed" / "bao-cao-2022-01.md"


def as_word(markdown: str) -> bytes:
    """The seed's lines as paragraphs of Word, bold where it is bold."""
    rows = (row.strip() for row in markdown.splitlines() if row.strip())
    return word("\n".join("** " + row.strip("#* ") if row.startswith(("#", "**")) else row for row in rows))


def examined(name: str, data: bytes) -> int:
    return len(check(Subject(understand(read(data, name), DECREE))))


def medians(*jobs: Callable[[], object]) -> list[float]:
    """The median time of each job, all of them in turn, so that a busy machine is busy for each."""
    taken: list[list[float]] = [[] for _ in jobs]
    for _ in range(ROUNDS):
        for job, times in zip(jobs, taken, strict=True):
            begun = time.perf_counter()
            job()
            times.append(time.perf_counter() - begun)
    return [median(times) for times in taken]


def told(line: str) -> None:
    sys.stdout.write(f"\n{line}")


@pytest.mark.bench
@pytest.mark.needs("shared")
def test_a_docx_is_read_in_a_tenth_of_the_time_of_its_conversion() -> None:
    converter = pytest.importorskip("markitdown").MarkItDown()
    data = as_word(SEED.read_text("utf-8"))
    ours, theirs = medians(
        lambda: understand(read(data, "seed.docx"), DECREE),
        lambda: converter.convert_stream(BytesIO(data), file_extension=".docx"),
    )
    told(f"seed.docx read {ours * 1000:.1f} ms, converted {theirs * 1000:.1f} ms: {ours / theirs:.3f}")
    assert ours <= theirs / 10


@pytest.mark.bench
@pytest.mark.needs("shared")
def test_so_is_it_by_commands(tmp_path: Path) -> None:
    pytest.importorskip("markitdown")
    file = tmp_path / "seed.docx"
    file.write_bytes(as_word(SEED.read_text("utf-8")))
    ours, theirs = medians(
        lambda: subprocess.run(
            [Path(sys.executable).with_name("sokhcn"), "read", file], check=True, capture_output=True
        ),
        lambda: subprocess.run([sys.executable, "-m", "markitdown", file], check=True, capture_output=True),
    )
    told(f"as commands: read {ours * 1000:.0f} ms, converted {theirs * 1000:.0f} ms: {ours / theirs:.3f}")


@pytest.mark.bench
def test_a_thousand_reports_read_and_checked_by_one_core() -> None:
    files = [(name, bytes_of(name)) for name in NAMES]
    examined(*files[0])
    begun = time.process_time()
    for number in range(1000):
        examined(*files[number % len(files)])
    spent = time.process_time() - begun
    told(f"1,000 reports read and checked in {spent:.1f} s of one core: {1000 / spent:.0f} a second")


@pytest.mark.bench
@pytest.mark.parametrize("name", ["03-thang-danh-sach.md", "11-ngat-dong.txt"])
def test_ten_times_the_text_costs_at_most_twelve_times_the_time(name: str) -> None:
    text = bytes_of(name).decode()
    head, mark, body = text.partition("I. ")
    body, foot_mark, foot = body.partition("Trên đây")
    whole = [f"{head}{(mark + body) * times}{foot_mark}{foot}".encode() for times in (20, 200)]
    once, tenfold = medians(*(lambda data=data: examined(name, data) for data in whole))
    told(f"{name}: {len(whole[0]):,} bytes {once:.2f} s, ten times as many {tenfold:.2f} s: {tenfold / once:.1f}")
    assert tenfold <= 12 * once
