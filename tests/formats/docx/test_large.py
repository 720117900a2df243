"""A file of 2,000 pages is read in seconds and little memory: measured, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.docx.foreign import foreign, p, r

SENTENCE = "Tổ chức theo dõi, quản lý đúng quy trình, quy định đối với nhiệm vụ khoa học và công nghệ "
RUN = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
)
SET = '<w:spacing w:before="120" w:line="360" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
MEASURE = r"""
import re, sys, time
from pathlib import Path
from sokhcn.formats.docx.letters import letters
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
read = letters(data)
seconds = time.process_time() - start
held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
print(seconds, int(held[1]) / 1024, len(read.lines))
"""


def of_pages(pages: int) -> bytes:
    """About as many pages: in turn a paragraph of three lines and a table of two rows."""
    return foreign("".join(_paragraph(n) + _table(n) for n in range(pages * 17 // 2)))


def _paragraph(n: int) -> str:
    words = (r(f"{SENTENCE}{n}", RUN), r(f" và {SENTENCE}", RUN), r("năm 2022.", RUN + "<w:b/>"))
    return f'<w:p w:rsidR="00AB12CD"><w:pPr>{SET}<w:rPr>{RUN}</w:rPr></w:pPr>{"".join(words)}</w:p>'


def _table(n: int) -> str:
    cells = "".join(f"<w:tc><w:tcPr><w:tcW w:w='2000'/></w:tcPr>{p(f'ô {n}', '', RUN)}</w:tc>" for _ in range(5))
    return f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>"


@pytest.mark.bench
def test_2000_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "large.docx"
    file.write_bytes(of_pages(2000))
    order = [sys.executable, "-c", MEASURE, str(file)]
    seconds, megabytes, lines = subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()
    with capsys.disabled():
        print(f"\n2,000 pages of .docx, {lines} lines: {float(seconds):.1f} s, {float(megabytes):.0f} MB")  # noqa: T201 # what a measurement is for
    assert int(lines) == 187_000
    assert float(megabytes) < 500


def test_a_file_is_read_block_by_block(tmp_path: Path) -> None:
    """Ten times the file takes hardly more memory than its own letters do."""
    held = []
    for pages in (10, 100):
        file = tmp_path / f"{pages}.docx"
        file.write_bytes(of_pages(pages))
        order = [sys.executable, "-c", MEASURE, str(file)]
        held.append(float(subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()[1]))
    assert held[1] - held[0] < 40
