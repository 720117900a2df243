"""How fast foreign files are read; run by `make bench`."""

import io
import resource
import time

import pypdfium2 as pdfium
import pytest

from sokhcn.document.build import para, section
from sokhcn.document.nodes import Document
from sokhcn.formats.pdf.render import render as as_pdf
from sokhcn.reports.guarded import Caps
from sokhcn.reports.reading import letters_of
from tests.documents import CLOSING, HEAD
from tests.needs import SHARED

SENTENCE = "Tham mưu ban hành Báo cáo số 08/BC-UBND ngày 11/01/2022 về kết quả hỗ trợ 05 doanh nghiệp trong tháng. "


def long_pdf(pages: int) -> bytes:
    """Pages full of text, many times the same twenty."""
    report = Document(HEAD, (section("a", 1, "I", "KẾT QUẢ", *[para(SENTENCE * 6) for _ in range(100)]),), CLOSING)
    source, made, out = pdfium.PdfDocument(as_pdf(report).pdf), pdfium.PdfDocument.new(), io.BytesIO()
    while len(made) < pages:
        made.import_pages(source, list(range(1, len(source) - 1)))
    made.save(out)
    return out.getvalue()


def measured(data: bytes, name: str) -> None:
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    found = letters_of(data, name, Caps(seconds=120))  # the clock of a busy machine is not what is measured
    seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"\n{name}: {len(data):,} bytes, {len(found.lines):,} lines, {seconds:.2f} s ({cpu:.2f} s of a core)", end="")  # noqa: T201
    print(f", at most {after.ru_maxrss // 1024} MB, {[str(one) for one in found.findings]}")  # noqa: T201


@pytest.mark.bench
@pytest.mark.needs("shared")
def test_the_seed_and_ten_megabytes_of_it():
    seed = (SHARED / "seed" / "bao-cao-2022-01.md").read_bytes()
    measured(seed, "seed.md")
    measured(seed * 100, "seed-100.md")
    measured(seed * 1100, "seed-1100.md")
    measured(seed * 1100, "seed-1100.txt")


@pytest.mark.bench
def test_a_report_and_two_thousand_pages():
    measured(long_pdf(20), "pages-20.pdf")
    measured(long_pdf(2000), "pages-2000.pdf")
