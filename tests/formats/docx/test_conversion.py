"""The file as LibreOffice lays it out: pages, numbers, one line where one line is due."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME
from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.opened import awkward
from tests.needs import program

pytestmark = pytest.mark.needs("soffice")


# The upper limits of the decree: the narrowest lines and the largest letters of the head.
LARGEST = Profile(
    top_mm=25, left_mm=35, right_mm=20, national_name_pt=13, motto_pt=14, agency_pt=13, dated_pt=14, line_spacing=1.5
)


def pages(document: Document, folder: Path, profile: Profile = DECREE_30) -> list[str]:
    """The text of each page after LibreOffice made a PDF of the file."""
    (folder / "report.docx").write_bytes(render(document, profile))
    settings = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    order = [
        program("soffice"),
        "--headless",
        settings,
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


def test_at_the_limits_of_the_decree_no_line_of_the_head_breaks_but_the_agencies(tmp_path: Path) -> None:
    whole = every_node()
    head = replace(whole.head, number="1234", place="Phan Rang - Tháp Chàm", dated=DateLine(17, 12, 2022))
    first = pages(replace(whole, head=head), tmp_path, LARGEST)[0].split("\n")
    assert first[:6] == ["UBND TỈNH", "NINH THUẬN", "SỞ KHOA HỌC", "VÀ CÔNG NGHỆ", NATIONAL_NAME, MOTTO]
    assert "Phan Rang - Tháp Chàm, ngày 17 tháng 12 năm 2022" in first[6]
