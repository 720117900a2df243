"""The front door of foreign files: which reader a file needs, by what it holds and not by its name, and its letters."""

import importlib
import re
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from sokhcn.document.letters import Letters, Unreadable
from sokhcn.document.mending import mended
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.reports.guarded import DEFAULT, Answer, Caps, guarded

MOST_MEGABYTES = 50
MOST_BYTES = MOST_MEGABYTES << 20
_FORMS = ".docx, .pdf, .md, .txt, .html, .doc, .odt hoặc .rtf"


class Form(StrEnum):
    """What a file holds."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"


# Form and the module whose ``letters(data)`` reads it, imported only when such a file comes.
READERS = (
    (Form.DOCX, "sokhcn.formats.docx.letters"),
    (Form.PDF, "sokhcn.formats.pdf.letters"),
    (Form.HTML, "sokhcn.formats.html.letters"),
    (Form.MARKDOWN, "sokhcn.formats.markdown.letters"),
    (Form.TEXT, "sokhcn.formats.text.letters"),
)
CONVERTED = (Form.DOC, Form.ODT, Form.RTF)  # to .docx, by LibreOffice

# How other files begin, and what they are called.
_STRANGE = (
    (b"\x89PNG", "ảnh"),
    (b"\xff\xd8\xff", "ảnh"),
    (b"GIF8", "ảnh"),
    (b"II*\x00", "ảnh"),
    (b"MM\x00*", "ảnh"),
    (b"Rar!", "tệp nén"),
    (b"7z\xbc\xaf", "tệp nén"),
    (b"\x1f\x8b", "tệp nén"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
)
_OFFICE = ((b"xl/", "bảng tính"), (b"ppt/", "bản trình chiếu"))
_OLD_OFFICE = (("Workbook", "bảng tính"), ("PowerPoint Document", "bản trình chiếu"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"<(?:p|div|table|br|h[1-6]|span)\b[^>]{0,500}>", re.IGNORECASE)


def letters_of(data: bytes, name: str, caps: Caps = DEFAULT) -> Letters:
    """The letters of a file, read under caps and mended. ``Unreadable`` carries one finding; nothing else is raised."""
    return opened(f"{__name__}:read", data, name, caps, Letters)


def opened(job: str, data: bytes, name: str, caps: Caps, kind: type[Answer]) -> Answer:
    """What ``job`` makes of a file under caps. ``Unreadable`` carries one finding; nothing else is raised."""
    try:
        form = form_of(data, name)
        if form in CONVERTED:
            data = _converted(data, form)
        return guarded(job, data, name, caps, kind)
    except Unreadable as refused:
        raise Unreadable(_at(refused.finding, name)) from refused


def read(data: bytes, name: str) -> Letters:
    """The letters of a file, mended, in this very process: for files that can be trusted."""
    module = dict(READERS)[form_of(data, name)]
    made: Letters = importlib.import_module(module).letters(data)
    return mended(made)


def form_of(data: bytes, name: str) -> Form:
    """What ``data`` holds; only among kinds of text does the name decide."""
    if len(data) > MOST_BYTES:
        template = "Tệp lớn hơn {most} MB."
        raise _refused("letters.too_large", template, "Hãy chia tệp thành các tệp nhỏ hơn.", most=MOST_MEGABYTES)
    if not data:
        raise _refused("letters.empty", "Tệp rỗng (0 byte).", "Hãy chọn tệp có nội dung.")
    return _packed(data) or _plain(data, name)


def _packed(data: bytes) -> Form | None:
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"{\\rtf"):
        return Form.RTF
    for mark, kind in _STRANGE:
        if data.startswith(mark):
            raise _strange(kind)
    return None


def _zipped(data: bytes) -> Form:
    """Which office file a zip is, by the names in it: nothing is unpacked here."""
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return Form.ODT
    if b"word/" in data:
        return Form.DOCX
    raise _strange(next((word for mark, word in _OFFICE if mark in data), "tệp nén"))


def _strange(kind: str) -> Unreadable:
    return _refused("letters.strange", "Đây là {kind}, không phải văn bản.", f"Hãy chọn tệp {_FORMS}.", kind=kind)


def _ole(data: bytes) -> Form:
    """An old Word file; a .docx with a password looks alike from outside."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _refused("letters.password", "Tệp có mật khẩu, không mở được.", "Hãy bỏ mật khẩu rồi thử lại.")
    if "WordDocument".encode("utf-16-le") in data:  # whatever else: a text may hold a workbook as its table or chart
        return Form.DOC
    for stream, kind in _OLD_OFFICE:
        if stream.encode("utf-16-le") in data:
            raise _strange(kind)
    # LibreOffice would take the wreck for a text.
    raise _refused("letters.damaged", "Tệp hỏng, không đọc được.", "Hãy lấy lại bản khác của tệp.")


def _plain(data: bytes, name: str) -> Form:
    suffix = name.rpartition(".")[2].lower()
    if _PAGE.match(data[:4096].lstrip(b"\xef\xbb\xbf")) or (suffix in ("html", "htm", "xhtml") and _TAGS.search(data)):
        return Form.HTML
    return Form.MARKDOWN if suffix in ("md", "markdown", "mdown") else Form.TEXT


def _converted(data: bytes, form: Form) -> bytes:
    from sokhcn.formats.office.convert import docx_of

    return docx_of(data, form.value)


def _refused(id: str, template: str, suggestion: str, **values: object) -> Unreadable:
    return Unreadable(Finding(id, Severity.MUST, template, MappingProxyType(values), suggestion=suggestion))


def _at(finding: Finding, name: str) -> Finding:
    return replace(finding, where=name)
