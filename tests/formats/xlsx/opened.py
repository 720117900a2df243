"""A workbook opened for a test: what each cell holds, and of which type."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Opened:
    """Sheets by name: the root of each, its cells as text or number, and how many formulas it has."""

    names: list[str]
    roots: list[etree._Element]

    def sheet(self, name: str) -> etree._Element:
        return self.roots[self.names.index(name)]

    def rows(self, name: str) -> list[list[str | float | None]]:
        return [[_held(cell) for cell in row] for row in self.sheet(name).iter(f"{MAIN}row")]

    def has(self, name: str, tag: str) -> bool:
        return self.sheet(name).find(f".//{MAIN}{tag}") is not None


def opened(data: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        book = etree.fromstring(parts.read("xl/workbook.xml"))
        names = [sheet.get("name") or "" for sheet in book.iter(f"{MAIN}sheet")]
        return Opened(
            names, [etree.fromstring(parts.read(f"xl/worksheets/sheet{n + 1}.xml")) for n in range(len(names))]
        )


def _held(cell: etree._Element) -> str | float | None:
    text = "".join(cell.itertext())
    if cell.get("t") == "inlineStr":
        return text
    return float(text) if text else None
