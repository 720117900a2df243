"""What a zipped workbook would take up, found out before anybody unpacks it: bytes, and the area of each sheet.

Sizes that the file tells of itself are not believed: its parts are unpacked piece by piece and counted, up to a limit.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_UNZIPPED = 300_000_000
MOST_ENTRIES = 5_000
PIECE = 1 << 20
OVERLAP = 512  # bytes: no tag that is looked for is longer
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
# A sheet without these has at most 26 columns and 99,999 rows, and needs no closer look.
WIDE_OR_LONG = re.compile(rb'r="(?:[A-Z]{2,3}[0-9]|[A-Z]?[0-9]{6})')
CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})[0-9]')
ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="([0-9]{1,8})"([^>]*)')
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
LOCAL_HEADER = 30


class Bomb(Exception):
    """The file unpacks to more than any workbook of an office."""


@dataclass(slots=True)
class Surveyed:
    """One sheet: at most so many rows and columns, and the numbers of the rows that are hidden."""

    rows: int = 99_999
    columns: int = 26
    hidden: set[int] = field(default_factory=set)


def survey(data: bytes) -> dict[str, Surveyed]:
    """Each sheet by its name in the archive. Raises ``Bomb``, or what ``zipfile`` and ``zlib`` raise."""
    left = MOST_UNZIPPED
    found: dict[str, Surveyed] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Bomb
    for entry in entries:
        is_sheet = SHEETS.fullmatch(entry.filename) is not None
        closer = False
        for piece in _pieces(data, entry):
            left -= len(piece)
            if left < 0:
                raise Bomb
            closer = closer or (is_sheet and bool(WIDE_OR_LONG.search(piece) or b' hidden="' in piece))
        if is_sheet:
            found[entry.filename] = _measured(data, entry) if closer else Surveyed()
    return found


def _measured(data: bytes, entry: zipfile.ZipInfo) -> Surveyed:
    sheet, before = Surveyed(1, 1), b""
    for piece in _pieces(data, entry):
        seen = before + piece
        sheet.columns = max(sheet.columns, *(_number(name) for name in {b"A", *CELL.findall(seen)}))
        for row, more in ROW.findall(seen):
            sheet.rows = max(sheet.rows, int(row))
            if HIDDEN.search(more):
                sheet.hidden.add(int(row))
        before = piece[-OVERLAP:]
    return sheet


def _pieces(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    head = data[entry.header_offset : entry.header_offset + LOCAL_HEADER]
    names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start = entry.header_offset + LOCAL_HEADER + names
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile("a workbook is deflated or stored")
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed and not unpacking.eof:
        yield unpacking.decompress(packed, PIECE)
        packed = unpacking.unconsumed_tail


def _number(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number
