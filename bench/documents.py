"""A report of four pages with an appendix of 300 rows: .docx against docxtpl, PDF against LibreOffice.

PDF is made cold, each time in a process of its own.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from bench.measuring import Line, against, seconds, tell
from sokhcn.document.build import para, section
from sokhcn.document.nodes import Document, Table
from sokhcn.document.walk import words
from sokhcn.formats.docx.render import render as docx
from sokhcn.formats.json.render import dump
from sokhcn.formats.pdf.render import render as pdf

ROWS, PARAGRAPHS = 300, 48
COLD = """
import json, sys
from sokhcn.formats.json.read import load
from sokhcn.formats.pdf.render import render
render(load(json.load(open(sys.argv[1], encoding="utf-8"))))
"""
SENTENCE = (
    "Thực hiện nhiệm vụ số {n}, Sở đã phối hợp với các sở, ban, ngành và địa phương hướng dẫn, kiểm tra và đôn đốc "
    "việc triển khai các nội dung khoa học, công nghệ và đổi mới sáng tạo trên địa bàn tỉnh (minh họa)."
)


def report() -> Document:
    from tests.documents import every_node

    short = every_node(ROWS)
    told = (para(SENTENCE.format(n=n)) for n in range(1, PARAGRAPHS + 1))
    return replace(short, sections=(*short.sections, section("more", 2, None, "KẾT QUẢ CHI TIẾT", *told)))


def template(document: Document) -> tuple[bytes, dict[str, Any]]:
    """A template for docxtpl and what fills it: every line of ``document``, and its table row by row."""
    from docx import Document as Word

    table = next(block for block in document.appendices[0].blocks if isinstance(block, Table))
    word = Word()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}", document.appendices[0].title):
        word.add_paragraph(line)
    grid = word.add_table(rows=4, cols=len(table.columns), style="Table Grid")
    for n, column in enumerate(table.columns):
        grid.cell(0, n).text, grid.cell(2, n).text = column.title, f"{{{{ row[{n}] }}}}"
    grid.cell(1, 0).text, grid.cell(3, 0).text = "{%tr for row in rows %}", "{%tr endfor %}"
    file = BytesIO()
    word.save(file)
    body = replace(document, appendices=())
    rows = [[words(cell) for cell in row.cells] + [""] * (len(table.columns) - len(row.cells)) for row in table.rows]
    return file.getvalue(), {"lines": list(lines_of(body)), "rows": rows}


def lines_of(document: Document) -> list[str]:
    from sokhcn.formats.text.render import render

    return [line.strip() for line in render(document).decode().split("\n\n") if line.strip()]


def fill(made: bytes, told: dict[str, Any]) -> bytes:
    from docxtpl import DocxTemplate

    word, file = DocxTemplate(BytesIO(made)), BytesIO()
    word.render(told)
    word.save(file)
    return file.getvalue()


def against_docxtpl(document: Document) -> Line:
    made, told = template(document)
    size = len(docx(document)) / 1024, len(fill(made, told)) / 1024
    what = f".docx with {ROWS} rows ({size[0]:.0f} KB) against docxtpl ({size[1]:.0f} KB)"
    return against(what, lambda: docx(document), lambda: fill(made, told), 1)


def against_libreoffice(document: Document, soffice: Path) -> Line:
    with tempfile.TemporaryDirectory() as folder:
        told, file, profile = Path(folder) / "report.json", Path(folder) / "report.docx", Path(folder) / "office"
        told.write_text(json.dumps(dump(document)), encoding="utf-8")
        file.write_bytes(docx(document))
        ours = [sys.executable, "-c", COLD, told]
        settings = [
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        theirs = [soffice, *settings, file]
        what = f"PDF of {_pages(document)} pages, cold, against LibreOffice"
        return against(what, lambda: _run(ours), lambda: _run(theirs), 1 / 4)


def _run(command: list[Any]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _pages(document: Document) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf(document).pdf))


def main() -> None:
    from tests.needs import program

    document, soffice = report(), program("soffice")
    lines = [against_docxtpl(document)]
    lines += [against_libreoffice(document, soffice)] if soffice else [Line("PDF: LibreOffice is missing", seconds(0))]
    tell("Documents", lines)


if __name__ == "__main__":
    main()
