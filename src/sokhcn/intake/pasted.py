"""Tables of a web page as grids: what Excel, WPS and Word put on the clipboard, and exports that are called .xls."""

import re
from collections.abc import Iterator

from lxml import etree

from sokhcn.kernel.finding import must
from sokhcn.kernel.grid import Area, Grid, UnreadableSheet

BREAKS = frozenset({"br", "p", "div", "li"})
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
TOO_NARROW = re.compile(r"#+")
NUMBER = "{urn:schemas-microsoft-com:office:excel}num"
MOST_SPAN, MOST_CELLS = 1_000, 5_000_000
CLIPBOARD = re.compile(r"Version:[\d.]+\s+Start", re.IGNORECASE)
LEADING = 4_096


def is_page(text: str) -> bool:
    """Whether ``text`` is a page with a table, as a clipboard or an export of another program holds it."""
    begins = text[:LEADING].lstrip("\ufeff \t\r\n")
    return (begins.startswith("<") or bool(CLIPBOARD.match(begins))) and "<table" in text.lower()


def read_page(text: str, name: str) -> tuple[Grid, ...]:
    """A grid for each table of a page that stands in no other. Raises ``UnreadableSheet``."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text[text.index("<") :].encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableSheet(must("intake.page", "Không đọc được bảng đã dán.", where=name)) from error
    tables = root.iter("table") if root is not None else ()
    grids = [_grid(table, name) for table in tables if next(table.iterancestors("table"), None) is None]
    if not (held := tuple(grid for grid in grids if grid.rows)):
        advice = "Chọn cả các ô của bảng, kể cả dòng tiêu đề, rồi sao chép lại."
        raise UnreadableSheet(must("intake.empty", "Không có ô nào trong phần dán.", where=name, suggestion=advice))
    return held


def _grid(table: etree._Element, name: str) -> Grid:
    """The cells in their places; one that reaches over several stands in the first, the others are empty."""
    taken: dict[tuple[int, int], str] = {}
    merged: list[Area] = []
    hidden: list[int] = []
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for top, row in enumerate(rows):
        if HIDDEN.search(row.get("style") or ""):
            hidden.append(top + 1)
        left = 0
        for cell in row.iterchildren("td", "th"):
            while (top, left) in taken:
                left += 1
            down, over = _span(cell, "rowspan", len(rows) - top), _span(cell, "colspan", MOST_SPAN)
            if len(taken) + down * over > MOST_CELLS:
                raise UnreadableSheet(must("intake.size", "Bảng đã dán lớn quá.", where=name))
            taken |= {(top + d, left + o): "" for d in range(down) for o in range(over)}
            taken[top, left] = _text(cell)
            if down > 1 or over > 1:
                merged.append(Area(top, left, top + down - 1, left + over - 1))
            left += over
    width = max((left for _, left in taken), default=-1) + 1
    cells = [tuple(taken.get((top, left), "") for left in range(width)) for top in range(len(rows))]
    return Grid("", cells if any(map(any, cells)) else [], tuple(merged), tuple(hidden))


def _span(cell: etree._Element, name: str, most: int) -> int:
    told = (cell.get(name) or "1").strip()
    return min(int(told), most, MOST_SPAN) if told.isdecimal() and len(told) < 7 and int(told) else 1


def _text(cell: etree._Element) -> str:
    """What the cell shows; where Excel shows only ####, the number that it keeps beside."""
    text = re.sub(r"[ \t\r\n\f]+", " ", "".join(_pieces(cell))).replace("\v", "\n").strip()
    number = cell.get("x:num") or cell.get(NUMBER) or ""
    return number if TOO_NARROW.fullmatch(text) and number else text


def _pieces(cell: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            yield "\v" if element.tag == "br" or (element.tag in BREAKS and element.getprevious() is not None) else ""
            yield element.text or ""
        elif element is not cell:
            yield element.tail or ""
