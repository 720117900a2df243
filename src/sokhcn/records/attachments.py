"""Files that belong to a row: the paper it was entered from, drawings, minutes. Each is checked, named and hashed."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from django.db import models

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept

MOST_MEGABYTES = 25
LONGEST_NAME = 150
ZIPPED, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# By ending: what the file begins with, and the type that browsers are told. Nothing that a computer would run.
KINDS: Mapping[str, tuple[tuple[bytes, ...], str]] = {
    "pdf": ((b"%PDF-",), "application/pdf"),
    "docx": ((ZIPPED,), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ((ZIPPED,), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "odt": ((ZIPPED,), "application/vnd.oasis.opendocument.text"),
    "ods": ((ZIPPED,), "application/vnd.oasis.opendocument.spreadsheet"),
    "doc": ((COMPOUND,), "application/msword"),
    "xls": ((COMPOUND,), "application/vnd.ms-excel"),
    "rtf": ((b"{\\rtf",), "application/rtf"),
    "png": ((b"\x89PNG\r\n\x1a\n",), "image/png"),
    "jpg": ((b"\xff\xd8\xff",), "image/jpeg"),
    "jpeg": ((b"\xff\xd8\xff",), "image/jpeg"),
    "tif": ((b"II*\x00", b"MM\x00*"), "image/tiff"),
    "tiff": ((b"II*\x00", b"MM\x00*"), "image/tiff"),
}
# A Word or Excel file with a program in it carries this part.
MACROS = b"vbaProject.bin"


class Attachment(Kept):
    """One file of one row; the bytes lie under ``sha256`` in the store. Taking it off the row leaves them there."""

    register = models.CharField(max_length=80, editable=False)
    row = models.BigIntegerField(editable=False)
    name = models.CharField("Tên tệp", max_length=LONGEST_NAME)
    about = models.CharField("Nội dung", max_length=250, blank=True, default="")
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField("Cỡ (byte)", editable=False)

    searched: ClassVar[tuple[str, ...]] = ("name", "about")
    found_alone: ClassVar[bool] = False

    class Meta(Kept.Meta):
        verbose_name = "tệp kèm theo"
        indexes = [models.Index(fields=["register", "row"], name="attachment_of_row")]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "row", "sha256"],
                condition=models.Q(trashed_at=None),
                name="attachment_once",
                violation_error_message="Tệp này đã kèm theo dòng này.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def media_type(self) -> str:
        return KINDS[ending_of(self.name)][1]


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def plain_name(name: str) -> str:
    """The name without folders and signs that file systems refuse, cut to what is kept, its ending intact."""
    last = re.sub(r'[\x00-\x1f<>:"|?*]', "", re.split(r"[\\/]", name)[-1]).strip(" .")
    stem, ending = PurePath(last).stem, PurePath(last).suffix
    return stem[: LONGEST_NAME - len(ending)] + ending


def unfit(name: str, data: bytes) -> Finding | None:
    """Why this file cannot be attached, or None."""
    ending = ending_of(name)
    if not data:
        return must("attachment.empty", "Tệp {name} rỗng.", name=name)
    if len(data) > MOST_MEGABYTES * 1_000_000:
        template = "Tệp {name} lớn hơn {most} MB."
        return must(
            "attachment.size", template, suggestion="Chia nhỏ hoặc nén ảnh lại.", name=name, most=MOST_MEGABYTES
        )
    if ending not in KINDS:
        template = "Không nhận tệp loại “{ending}”."
        return must(
            "attachment.kind", template, suggestion="Nhận: {kinds}.", ending=ending or name, kinds=", ".join(KINDS)
        )
    if not data.startswith(KINDS[ending][0]):
        template = "Tệp {name} không phải tệp {ending}: bên trong là loại khác."
        return must("attachment.content", template, suggestion="Lưu lại đúng loại rồi kèm.", name=name, ending=ending)
    if data.startswith((ZIPPED, COMPOUND)) and _has_macros(data):
        template = "Tệp {name} có macro."
        return must("attachment.macro", template, suggestion="Lưu lại thành tệp không có macro rồi kèm.", name=name)
    return None


def _has_macros(data: bytes) -> bool:
    return MACROS in data or "_VBA_PROJECT".encode("utf-16-le") in data
