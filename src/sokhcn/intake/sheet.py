"""A sheet as it came: headings and lines of text, from a .csv file in whatever encoding and dialect Excel wrote it."""

import csv
import io
from dataclasses import dataclass

from sokhcn.kernel.finding import Finding, must

LONGEST_CELL = 20_000
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
    """The sheet in ``data``. Comma, semicolon or tab is found out from the heading line. Raises ``UnreadableSheet``."""
    text = _decoded(data, name)
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        finding = must(
            "intake.csv", "Không đọc được dòng này: {why}.", where=f"{name}, dòng {reader.line_num}", why=error
        )
        raise UnreadableSheet(finding) from error
    if not rows:
        raise UnreadableSheet(must("intake.empty", "Tệp không có dòng nào, kể cả dòng tiêu đề.", where=name))
    return Sheet(name, tuple(cell.strip() for cell in rows[0][1]), tuple(rows[1:]))


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
