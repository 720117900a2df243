"""A .csv file or pasted text as a grid, in whatever encoding and dialect Excel wrote it."""

import csv
import io
import re

from sokhcn.kernel.finding import must
from sokhcn.kernel.grid import Grid, UnreadableSheet

LONGEST_CELL = 20_000
QUOTED = re.compile(r'"[^"]*"')
HINT = re.compile(r"sep=([,;\t])\s*?(?:\r\n|\r|\n|$)", re.IGNORECASE)
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_separated(data: bytes, name: str) -> Grid:
    """The rows as Excel shows them: a cell of many lines is in one row, an empty row has no cells.

    Comma, semicolon or tab is found out. Raises ``UnreadableSheet``.
    """
    text = _decoded(data, name)
    begins, delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text[begins:], newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    try:
        rows.extend(tuple(cells) if any(cell.strip() for cell in cells) else () for cells in reader)
    except csv.Error as error:
        template = "Không đọc được dòng này: dấu nháy kép không khớp, hoặc ô dài quá {most} chữ."
        where = f"{name}, dòng {reader.line_num}"
        finding = must("intake.csv", template, where=where, most=LONGEST_CELL)
        raise UnreadableSheet(finding) from error
    if not any(rows):
        raise UnreadableSheet(must("intake.empty", "Tệp không có dòng nào, kể cả dòng tiêu đề.", where=name))
    return Grid("", rows)


def _delimiter(text: str) -> tuple[int, str]:
    """Where the rows begin and the mark between cells: as Excel's own first line ``sep=;`` says, else the commonest in
    headings."""
    if hint := HINT.match(text):
        return hint.end(), hint[1]
    lines = (line for line in QUOTED.sub("", text).splitlines() if line.strip())
    return 0, max(",;\t", key=next(lines, "").count)


def _decoded(data: bytes, name: str) -> str:
    encoding = next((encoding for bom, encoding in BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        advice = "Trong Excel, lưu tệp theo loại “CSV UTF-8 (Comma delimited)”."
        finding = must(
            "intake.encoding", "Tệp không phải UTF-8 (byte thứ {at}).", where=name, suggestion=advice, at=error.start
        )
        raise UnreadableSheet(finding) from error
    if "\x00" in text:
        raise UnreadableSheet(must("intake.binary", "Tệp không phải văn bản CSV.", where=name))
    return text
