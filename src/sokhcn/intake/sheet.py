"""A sheet as it came: headings and lines of text, from a .csv file in whatever encoding and dialect Excel wrote it."""

import csv
import io
import re
from dataclasses import dataclass

from sokhcn.kernel.finding import Finding, must

LONGEST_CELL = 20_000
QUOTED = re.compile(r'"[^"]*"')
HINT = re.compile(r"sep=([,;\t])\s*?(?:\r|\n|$)", re.IGNORECASE)
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """``lines`` pairs each line's number in the file with its cells; empty lines are left out."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]


class UnreadableSheet(Exception):
    """The file is no table of text; ``finding`` says what, where and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def read_csv(data: bytes, name: str) -> Sheet:
    """The sheet in ``data``. Comma, semicolon or tab is found out. Raises ``UnreadableSheet``."""
    text = _decoded(data, name)
    told, delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (told and start == 1):
                rows.append((start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        template = "Không đọc được dòng này: dấu nháy kép không khớp, hoặc ô dài quá {most} chữ."
        where = f"{name}, dòng {reader.line_num}"
        finding = must("intake.csv", template, where=where, most=LONGEST_CELL)
        raise UnreadableSheet(finding) from error
    if not rows:
        raise UnreadableSheet(must("intake.empty", "Tệp không có dòng nào, kể cả dòng tiêu đề.", where=name))
    return Sheet(name, tuple(cell.strip() for cell in rows[0][1]), tuple(rows[1:]))


def _delimiter(text: str) -> tuple[bool, str]:
    """The mark between cells, and whether Excel's own first line ``sep=;`` says so; else the commonest in headings."""
    if hint := HINT.match(text):
        return True, hint[1]
    lines = (line for line in QUOTED.sub("", text).splitlines() if line.strip())
    return False, max(",;\t", key=next(lines, "").count)


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
