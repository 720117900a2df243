"""Signing a PDF and filling in its number and day, each as an increment: what was signed before stays byte for byte."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from sokhcn.formats.pdf.signatures.places import Blanks
from sokhcn.formats.pdf.signatures.stamps import Box, text_stamp

NUMBER, DAY = "SoVanBan", "NgayVanBan"
PRINTED = 4  # the annotation's flag that it is printed, too
READ_ONLY = 1
CENTRED = 1


class NotSigned(Exception):
    """The file cannot be signed or numbered; the message says why, and nothing was made."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is seen of a signature: a small PDF in its place. ``field`` is the signature's name in the file."""

    field: str
    about: str
    box: Box | None = None
    stamp: bytes = b""


class _Dated(PdfSigner):
    """Signs at the moment that its mark says."""

    at: datetime | None = None

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at or session.system_time
        return session


class _Stamp(PdfContent):
    """The first page of a small PDF as the content of a mark."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        self.resources.xobject[pdf_name("/Mark")] = form
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Mark Do"


def sign(data: bytes, signer: Signer, mark: Mark, at: datetime) -> bytes:
    """``data`` with one signature more (PAdES). Raises ``NotSigned``."""
    about = PdfSignatureMetadata(field_name=mark.field, reason=mark.about, subfilter=SigSeedSubFilter.PADES)
    spec = SigFieldSpec(mark.field, readable_field_name=mark.about)
    style = None
    if mark.box is not None:
        corners: Any = tuple(round(at, 2) for at in (mark.box.left, mark.box.bottom, mark.box.right, mark.box.top))
        spec = SigFieldSpec(mark.field, mark.box.page, corners, readable_field_name=mark.about)
        style = StaticStampStyle(border_width=0, background=_Stamp(mark.stamp), background_layout=_whole())
    pen = _Dated(about, signer, stamp_style=style, new_field_spec=spec)
    pen.at = at
    try:
        out: io.BytesIO = pen.sign_pdf(_opened(data))
    except (PdfError, SigningError, ValueError) as error:
        raise NotSigned(f"Không ký được tệp này: {error}") from error
    return out.getvalue()


def _whole() -> layout.SimpleBoxLayoutRule:
    middle = layout.AxisAlignment.ALIGN_MID
    return layout.SimpleBoxLayoutRule(x_align=middle, y_align=middle, margins=layout.Margins.uniform(0))


def with_blanks(data: bytes, at: Blanks) -> bytes:
    """``data`` with two empty fields where number and day will stand: filling them in leaves a signature valid."""
    writer = _opened(data)
    fields = generic.ArrayObject()
    for name, about, box in ((NUMBER, "Số văn bản", at.number), (DAY, "Ngày ban hành", at.day)):
        fields.append(_field(writer, name, about, box))
    form = generic.DictionaryObject({pdf_name("/Fields"): fields, pdf_name("/SigFlags"): generic.NumberObject(1)})
    if "/AcroForm" in writer.root:
        raise NotSigned("Tệp đã có biểu mẫu: hãy ký bản PDF vừa xuất từ ấn bản.")
    writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
    writer.update_root()
    return _written(writer)


def _field(writer: IncrementalPdfFileWriter, name: str, about: str, box: Box) -> generic.IndirectObject:
    page, _ = writer.find_page_for_modification(box.page)
    corners = (box.left, box.bottom, box.right, box.top)
    empty = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): _numbers(0, 0, box.width, box.height),
        },
        stream_data=b"",
    )
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): generic.pdf_string(name),
            pdf_name("/TU"): generic.pdf_string(about),
            pdf_name("/Ff"): generic.NumberObject(READ_ONLY),
            pdf_name("/F"): generic.NumberObject(PRINTED),
            pdf_name("/Q"): generic.NumberObject(CENTRED),
            pdf_name("/DA"): generic.pdf_string("/Helv 0 Tf 0 g"),
            pdf_name("/Rect"): _numbers(*corners),
            pdf_name("/P"): page,
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): writer.add_object(empty)}),
        }
    )
    reference = writer.add_object(field)
    writer.register_annotation(page, reference)
    return reference


def filled_in(data: bytes, at: Blanks, *, number: str, day: str) -> bytes:
    """``data`` with number and day in their fields. Raises ``NotSigned``."""
    writer = _opened(data)
    for name, text, box, italic in ((NUMBER, number, at.number, False), (DAY, day, at.day, True)):
        reference = _found(writer, name)
        field = reference.get_object()
        if field.get("/V"):
            raise NotSigned("Tệp này đã có số và ngày.")
        stamp = PdfFileReader(io.BytesIO(text_stamp((text,), box, at.size, italic=italic)))
        field[pdf_name("/V")] = generic.pdf_string(text)
        field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.import_page_as_xobject(stamp)})
        writer.mark_update(reference)
    return _written(writer)


def _found(writer: IncrementalPdfFileWriter, name: str) -> generic.IndirectObject:
    fields: Sequence[Any] = writer.root["/AcroForm"]["/Fields"] if "/AcroForm" in writer.root else ()
    for at in range(len(fields)):
        reference = fields.raw_get(at)  # type: ignore[attr-defined] # an array of references
        if reference.get_object().get("/T") == name:
            return reference  # type: ignore[no-any-return]
    raise NotSigned("Tệp này không có chỗ ghi số, ngày: ghi số vào tệp mà lãnh đạo đã ký bằng lệnh sign leader.")


def _numbers(*numbers: float) -> generic.ArrayObject:
    return generic.ArrayObject(generic.FloatObject(round(number, 2)) for number in numbers)


def _opened(data: bytes) -> IncrementalPdfFileWriter:
    try:
        return IncrementalPdfFileWriter(io.BytesIO(data))
    except (PdfError, ValueError) as error:
        raise NotSigned("Không mở được tệp PDF này.") from error


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
