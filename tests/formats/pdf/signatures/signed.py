"""Files signed by the tests' own people, in three revisions: leader, number and day, agency; and ways to spoil them."""

import io
from datetime import UTC, datetime, timedelta
from functools import cache

import pypdfium2
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from sokhcn.document.build import para, section
from sokhcn.document.nodes import Document
from sokhcn.formats.pdf.render import render
from sokhcn.formats.pdf.signatures.examining import Approved, Examined, examine
from sokhcn.formats.pdf.signatures.keys import key_in_file
from sokhcn.formats.pdf.signatures.making import Mark, filled_in, sign, with_blanks
from sokhcn.formats.pdf.signatures.places import blanks, seal_room, signer_room
from sokhcn.formats.pdf.signatures.seen import seen
from sokhcn.formats.pdf.signatures.stamps import Box, picture_size, picture_stamp
from tests.documents import CLOSING, HEAD
from tests.signing import PASSWORD, Authority, authority, key_file, picture, trusting

SYMBOL, LEADER, AGENCY = HEAD.symbol, CLOSING.signature.name, "Sở Khoa học và Công nghệ"
AT = datetime(2022, 1, 17, 2, 0, tzinfo=UTC)
NOW = AT + timedelta(hours=1)
OURS = authority()


@cache
def approved(figure: str = "06") -> bytes:
    said = para(f"Đã tham mưu ban hành {figure} văn bản chỉ đạo, điều hành lĩnh vực KH&CN.")
    return render(Document(HEAD, (section("x", 1, "I", "KẾT QUẢ", said),), CLOSING), own_font_only=True).pdf


def room() -> Box:
    found = signer_room(seen(approved()), CLOSING.signature.lines, LEADER)
    assert found is not None
    return found


def led(data: bytes, giver: Authority = OURS) -> bytes:
    """``data`` with the leader's signature."""
    png = picture("#1a3fa0")
    box = room().shrunk(*picture_size(png))
    mark = Mark("LanhDao", "Chữ ký", box, picture_stamp(png, box, "Chữ ký"))
    return sign(data, key_in_file(key_file(giver, LEADER), PASSWORD), mark, AT)


def numbered(data: bytes) -> bytes:
    at = blanks(seen(approved()), SYMBOL)
    assert at is not None
    return filled_in(data, at, number="15", day="17")


def sealed(data: bytes, giver: Authority = OURS) -> bytes:
    """``data`` with the agency's signature."""
    png = picture("#d02020", "ring", (425, 425))
    box = seal_room(room().shrunk(400, 160))
    mark = Mark("CoQuan", "Dấu", box, picture_stamp(png, box, "Dấu"))
    return sign(data, key_in_file(key_file(giver, AGENCY), PASSWORD), mark, AT + timedelta(minutes=9))


@cache
def by_leader() -> bytes:
    at = blanks(seen(approved()), SYMBOL)
    assert at is not None
    return led(with_blanks(approved(), at))


@cache
def whole() -> bytes:
    """The genuine file in three revisions."""
    return sealed(numbered(by_leader()))


def examined(data: bytes, *trusted: Authority) -> Examined:
    return examine(data, Approved(approved(), SYMBOL), trusting(*(trusted or (OURS,))), NOW)


def rewritten(data: bytes, other: bytes) -> bytes:
    """``data`` with an increment that puts the first page of ``other`` in the place of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    form = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(other)))
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    page[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"/Other Do"))
    names = generic.DictionaryObject({pdf_name("/Other"): form})
    page[pdf_name("/Resources")] = generic.DictionaryObject({pdf_name("/XObject"): names})
    writer.mark_update(reference)
    return _written(writer)


def drawn(data: bytes, stamp: bytes, box: Box) -> bytes:
    """``data`` with an increment that writes a small PDF into the page itself, as other programs do."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    form = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(stamp)))
    name = f"/Drawn{len(data)}"
    draw = generic.StreamObject(stream_data=f"q 1 0 0 1 {box.left} {box.bottom} cm {name} Do Q".encode())
    named = generic.DictionaryObject({pdf_name(name): form})
    resources = generic.DictionaryObject({pdf_name("/XObject"): named})
    writer.add_stream_to_page(box.page, writer.add_object(draw), resources)
    return _written(writer)


def scanned(data: bytes) -> bytes:
    """The pages of ``data`` as pictures without a letter, as a scanner makes them."""
    made, source = io.BytesIO(), pypdfium2.PdfDocument(data)
    source[0].render(scale=1).to_pil().convert("RGB").save(made, "PDF")
    source.close()
    return made.getvalue()


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
