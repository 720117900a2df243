"""The front door of foreign files: the right reader by content, one sentence for whatever cannot be read."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sokhcn.document.letters import Unreadable
from sokhcn.formats.html.render import render as as_html
from sokhcn.formats.pdf.render import render as as_pdf
from sokhcn.formats.text.render import render as as_text
from sokhcn.kernel.charsets import TCVN3
from sokhcn.reports.guarded import Caps
from sokhcn.reports.reading import Form, form_of, letters_of, read
from tests.documents import every_node

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MARKDOWN = "## **BÁO CÁO**\n\nĐã ban hành **06** văn bản (*05 kế hoạch và 01 quyết định*).\n".encode()


def zipped(*names: str, data: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, data)
    return made.getvalue()


def refused(data: bytes, name: str, caps: Caps = Caps(seconds=10)) -> str:  # noqa: B008
    with pytest.raises(Unreadable) as why:
        letters_of(data, name, caps)
    assert str(why.value.finding).startswith(f"{name}: ")
    return why.value.finding.id


def _named(value: object) -> str:
    """A case is called by its words; bytes say nothing, and those of an archive hold the time of day."""
    return value if isinstance(value, str) else "file"


def outcome(data: bytes, name: str, caps: Caps = Caps(seconds=10)) -> str:  # noqa: B008
    """The letters, or the id of the one finding there is instead."""
    try:
        return letters_of(data, name, caps).text
    except Unreadable as why:
        return why.finding.id


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "a.pdf", Form.DOCX),
        (b"%PDF-1.7", "a.docx", Form.PDF),
        (b"\n%PDF-1.4", "a", Form.PDF),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "a.zip", Form.ODT),
        (OLE + "WordDocument".encode("utf-16-le"), "a.docx", Form.DOC),
        (OLE + "WordDocument ObjectPool Workbook".encode("utf-16-le"), "a.doc", Form.DOC),  # a table from Excel in it
        (b"{\\rtf1 a}", "a.doc", Form.RTF),
        (b"<!DOCTYPE html><p>a", "a.txt", Form.HTML),
        (b"\xef\xbb\xbf <html>", "a.doc", Form.HTML),
        (b"<p>a</p>", "a.htm", Form.HTML),
        (b"<p>a</p>", "a.md", Form.MARKDOWN),
        (b"a", "a.MD", Form.MARKDOWN),
        (b"a", "a.docx", Form.TEXT),
        (b"a", "khong-duoi", Form.TEXT),
    ],
    ids=_named,
)
def test_content_decides_and_not_the_name(data: bytes, name: str, form: Form):
    assert form_of(data, name) is form


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.docx", "letters.empty"),
        (b" \n", "a.txt", "letters.empty"),
        (zipped("xl/workbook.xml"), "a.docx", "letters.strange"),
        (zipped("a.txt"), "a.docx", "letters.strange"),
        (b"\x89PNG\r\n", "a.pdf", "letters.strange"),
        (gzip.compress(b"a", mtime=0), "a.md", "letters.strange"),
        (b"MZ\x90", "a.doc", "letters.strange"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "letters.password"),
        (OLE + "Workbook".encode("utf-16-le"), "a.doc", "letters.strange"),
        (OLE, "a.doc", "letters.damaged"),
        (b"%PDF-1.7 nothing", "a.pdf", "letters.damaged"),
        (b"\0\1\2" * 200, "a.txt", "letters.binary"),
        (b"a" * (51 << 20), "a.txt", "letters.too_large"),
    ],
    ids=_named,
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, name: str, said: str):
    assert refused(data, name) == said


def test_letters_come_mended_through_the_door():
    text = as_text(every_node()).decode()
    found = letters_of(TCVN3.encoded(text).encode("cp1252", "replace"), "bc.txt")
    assert "Nghị quyết số 14-NQ/TU ngày 10/01/2022" in found.text
    assert [finding.id for finding in found.findings] == ["letters.legacy"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (as_text(every_node()), "a.txt"),
        (as_html(every_node()), "a.html"),
        (as_pdf(every_node(), own_font_only=True).pdf, "a.pdf"),
        (MARKDOWN, "a.md"),
    ],
    ids=_named,
)
def test_the_guarded_reading_is_the_same_as_the_plain_one(data: bytes, name: str):
    assert letters_of(data, name) == read(data, name)


def test_a_file_that_swells_in_memory_is_stopped():
    assert refused(b"*" * 6_000_000, "a.md", Caps(seconds=10, megabytes=120)) == "letters.too_large"


def test_a_file_that_takes_too_long_is_stopped():
    assert refused(b"[" * 6_000_000, "a.md", Caps(seconds=1)) == "letters.too_slow"


def test_a_laughing_page_stays_small():
    laugh = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY a0 "ha">{laugh}]><html><body><p>một &a11; hai</p></body></html>'
    assert len(letters_of(page.encode(), "a.html").text) < 2 * len(page)


@pytest.mark.parametrize("marks", [b"*", b"[", b"`a", b"**a _b ", b"> ", b"| a |\n|-|\n", b"<b>", b"&amp;", b"\\"])
def test_a_hundred_thousand_marks_end_in_letters(marks: bytes):
    data = (marks * (100_000 // len(marks))) + b"\n\nxong"
    assert outcome(data, "a.md").endswith("xong")


@settings(max_examples=10)
@given(
    st.binary(min_size=1, max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]), st.sampled_from([b"", b"<html>"])
)
def test_any_bytes_are_letters_or_one_sentence(data: bytes, name: str, before: bytes):
    assert outcome(before + data, name)
