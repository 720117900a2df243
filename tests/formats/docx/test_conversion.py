"""The file as LibreOffice lays it out: pages, numbers, one line where one line is due."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from sokhcn.document.nodes import Document
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.opened import awkward
from tests.needs import program

pytestmark = pytest.mark.needs("soffice")


def pages(document: Document, folder: Path) -> list[str]:
    """The text of each page after LibreOffice made a PDF of the file."""
    (folder / "report.docx").write_bytes(render(document))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    order = [
        program("soffice"),
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / "report.docx",
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(folder / "report.pdf") as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def test_the_usual_report_is_laid_out_page_by_page(tmp_path: Path) -> None:
    first, last, annex = pages(every_node(), tmp_path)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
    assert not first.startswith("1")
    assert last.startswith("2\n")
    assert "Nguyễn Tấn Quang" in last
    assert annex.startswith("Phụ lục\n")
    assert "Cộng" in annex


def test_an_awkward_report_numbers_each_appendix_from_1_and_leaves_no_page_blank(tmp_path: Path) -> None:
    texts = pages(awkward(), tmp_path)
    assert all(text.strip() for text in texts)
    annex = next(place for place, text in enumerate(texts) if text.startswith("Phụ lục\n"))
    assert texts[annex + 1].startswith("2\nTT")
    assert texts[annex + 2].startswith("Phụ lục II\n")
