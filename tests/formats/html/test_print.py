"""The page as a browser prints it: head, page fall, closing."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from sokhcn.document.build import para, section
from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME
from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.html.render import render
from tests.documents import HEAD, every_node
from tests.needs import program
from tests.pages import page_texts

pytestmark = pytest.mark.needs("chromium")

LARGEST = Profile(
    top_mm=25, left_mm=35, right_mm=20, national_name_pt=13, motto_pt=14, agency_pt=13, dated_pt=14, line_spacing=1.5
)


def printed(document: Document, folder: Path, profile: Profile = DECREE_30) -> list[str]:
    """The text of each page that Chromium prints."""
    page, pdf = folder / "report.html", folder / "report.pdf"
    page.write_bytes(render(document, profile))
    switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    order = [
        program("chromium"),
        *switches,
        f"--user-data-dir={folder / 'user'}",
        f"--print-to-pdf={pdf}",
        page.as_uri(),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    return page_texts(pdf.read_bytes())


def test_a_long_agency_leaves_the_motto_under_the_national_name(tmp_path: Path) -> None:
    head = replace(HEAD, parent_agency="ỦY BAN NHÂN DÂN TỈNH NINH THUẬN", number="1234", dated=DateLine(17, 12, 2022))
    head = replace(head, place="Phan Rang - Tháp Chàm")
    text = printed(replace(every_node(), head=head), tmp_path, LARGEST)[0]
    assert f"{NATIONAL_NAME} {MOTTO}" in text
    assert "Phan Rang - Tháp Chàm, ngày 17 tháng 12 năm 2022 BÁO CÁO" in text


def test_appendices_count_their_own_pages(tmp_path: Path) -> None:
    *_, first, second = printed(every_node(20), tmp_path)
    assert first.startswith("Phụ lục DANH MỤC")
    assert second.startswith("2 TT Tên nhiệm vụ")


def test_the_closing_takes_two_lines_with_it(tmp_path: Path) -> None:
    body = section("x", 1, "I", "NỘI DUNG", *(para("Đoạn.") for _ in range(24)), para("Hết./."))
    last = printed(replace(every_node(), sections=(body,), appendices=()), tmp_path)[-1].replace(" ", "")
    assert last.startswith("2Đoạn.Hết./.Nơinhận:")  # Chromium tells the letters of some fonts one by one
