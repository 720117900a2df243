"""A file of ours that LibreOffice opened and saved again is still the same document."""

import subprocess
from pathlib import Path

import pytest

from sokhcn.document.nodes import Document
from sokhcn.formats.docx.read import read
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx import word_variants as word
from tests.formats.docx.opened import awkward
from tests.needs import program

pytestmark = pytest.mark.needs("soffice")


def resaved(data: bytes, folder: Path) -> bytes:
    """The file after LibreOffice wrote it as .docx."""
    (folder / "report.docx").write_bytes(data)
    settings = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    order = [program("soffice"), "--headless", settings, "--convert-to", "docx:MS Word 2007 XML"]
    order += ["--outdir", folder / "out", folder / "report.docx"]
    subprocess.run(order, check=True, capture_output=True, timeout=120)
    return (folder / "out" / "report.docx").read_bytes()


@pytest.mark.parametrize("document", [every_node(), awkward()], ids=["usual", "awkward"])
def test_the_document_is_the_same(document: Document, tmp_path: Path) -> None:
    returned = read(resaved(render(document, edition="2022-01/1"), tmp_path))
    assert returned.document == document
    assert returned.edition == "2022-01/1"
    kinds = {finding.id for finding in returned.findings}
    assert kinds <= {"returned.unnamed", "returned.figure_unwrapped"}


def test_a_figure_retyped_before_is_named_although_its_control_lost_its_name(tmp_path: Path) -> None:
    data = word.edited(render(every_node()), word.retype("num:advice.issued", "04"))
    said = [str(finding) for finding in read(resaved(data, tmp_path)).findings]
    assert "mục “1. Công tác tham mưu văn bản”: Số advice.issued đã bị gõ lại: 02 → 04." in said
