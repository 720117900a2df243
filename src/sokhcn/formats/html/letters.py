"""A web page to letters: its words as a browser shows them, its tables, and what our own pages say figures are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sokhcn.document.decoding import decoded
from sokhcn.document.gathering import Gathering
from sokhcn.document.letters import Grid, Hint, Known, Letters, Role, Unreadable
from sokhcn.formats.html.listing import Numbers, label
from sokhcn.formats.html.looks import BLOCKS, SILENT, Look, deeper, is_hidden, is_ruled
from sokhcn.kernel.finding import Finding, must

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|encoding=[\"']([\w-]+)", re.IGNORECASE)
_LABELLED = re.compile(r"\s*(?:[-–—+•*]|\(?\w{1,4}[.)])\s")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 250


@dataclass(slots=True)
class _Table:
    """A table that is open: its finished rows, the row and the cell in the making."""

    ruled: bool
    rows: list[tuple[tuple[int, ...], ...]] = field(default_factory=list)
    row: list[tuple[int, ...]] = field(default_factory=list)
    begins: int = 0  # the number of lines before the cell


@dataclass(slots=True)
class _Page:
    """A page in the making."""

    made: Gathering = field(default_factory=Gathering)
    looks: list[Look] = field(default_factory=lambda: [Look()])
    tables: list[_Table] = field(default_factory=list)
    numbers: list[Numbers] = field(default_factory=list)
    named: list[tuple[etree._Element, int]] = field(default_factory=list)
    start: int = 0
    spaced: bool = True
    weight: list[int] = field(default_factory=lambda: [0, 0, 0])  # letters of the line: all, bold, italic
    pending: str = ""  # the label of a list item whose words have not begun
    shown: Look = field(default_factory=Look)

    def words(self, text: str | None) -> None:
        if text and self.looks[-1].kept:
            for piece in text.splitlines(keepends=True):
                self._words(piece.rstrip("\r\n"))
                if piece.endswith(("\r", "\n")):
                    self.end()
        elif text:
            self._words(text)

    def _words(self, text: str) -> None:
        shown = text if self.looks[-1].kept else _SPACES.sub(" ", text)
        if self.spaced and not self.looks[-1].kept:
            shown = shown.lstrip(" ")
        if not shown:
            return
        if self.made.size == self.start:
            self.shown = self.looks[-1]
            self._label(shown)
        self.made.put(shown)
        self.spaced = shown.endswith(" ")
        letters = len(shown) - shown.count(" ")
        self.weight[0] += letters
        self.weight[1] += letters * self.looks[-1].bold
        self.weight[2] += letters * self.looks[-1].italic

    def _label(self, shown: str) -> None:
        if self.pending and not _LABELLED.match(shown):
            self.made.put(self.pending)
        self.pending = ""

    def end(self) -> None:
        """The line is over, if it has begun."""
        if self.made.size > self.start:
            every, bold, italic = self.weight
            look = self.shown
            hint = Hint(
                bold=bold * 10 > every * 8,
                italic=italic * 10 > every * 8,
                centred=look.centred,
                level=look.level,
                font=look.font,
            )
            role = Role.CELL if self.tables and self.tables[-1].ruled else Role.BODY
            self.made.line(self.start, hint=hint, role=role)
            self.made.put("\n")
        self.start = self.made.size
        self.spaced, self.weight = True, [0, 0, 0]


def letters(data: bytes) -> Letters:
    """The letters of an .html file. Nothing is fetched, scripts and styles say nothing; ``source`` is ``text``."""
    text, findings = _decoded(data)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise _empty() from error
    if root is None:
        raise _empty()
    page = _Page()
    _walk(root, page)
    page.end()
    if not page.made.lines:
        raise _empty()
    page.made.findings += findings
    return page.made.letters()


def _empty() -> Unreadable:
    return Unreadable(must("letters.empty", "Trang không có chữ nào.", suggestion="Hãy chọn tệp có nội dung."))


def _decoded(data: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The encoding that the page names, if it can be so; else what its bytes show."""
    named = _CHARSET.search(data[:2048])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode((named[1] or named[2]).decode()), ()
        except (LookupError, UnicodeDecodeError):
            pass
    found = decoded(data)
    return found.text, found.findings


def _walk(root: etree._Element, page: _Page) -> None:
    """Every element that shows, opened, filled and closed."""
    walk = etree.iterwalk(root, events=("start", "end"))
    depth = 0
    for event, element in walk:
        if event == "start":
            depth += 1
            if depth > _DEEPEST or element.tag in SILENT or is_hidden(element):
                depth -= 1
                walk.skip_subtree()
                page.words(element.tail)
                continue
            _open(element, page)
            page.words(element.text)
        elif element.tag not in SILENT and not is_hidden(element):
            depth -= 1
            _close(element, page)
            page.words(element.tail)


def _open(element: etree._Element, page: _Page) -> None:
    tag = element.tag
    if tag in BLOCKS or tag == "br":
        page.end()
    page.looks.append(deeper(page.looks[-1], element))
    if tag == "table":
        page.tables.append(_Table(is_ruled(element)))
    elif tag in ("td", "th") and page.tables:
        page.tables[-1].begins = len(page.made.lines)
    elif tag in ("ol", "ul"):
        page.numbers.append(Numbers.of(element))
    elif tag == "li":
        page.pending = label(element, page.numbers[-1] if page.numbers else None)
    elif "gap" in (element.get("class") or "").split():
        page.words(" ")
    if element.get("data-key") or element.get("data-paper"):
        page.named.append((element, page.made.size))


def _close(element: etree._Element, page: _Page) -> None:
    tag = element.tag
    if page.named and page.named[-1][0] is element:
        page.made.known.extend(_known(element, page.named.pop()[1], page.made.size))
    if tag in BLOCKS:
        page.end()
    page.looks.pop()
    if tag in ("ol", "ul"):
        page.numbers.pop()
    elif tag == "li":
        page.pending = ""
    elif page.tables:
        _close_table(element, page)


def _close_table(element: etree._Element, page: _Page) -> None:
    table = page.tables[-1]
    if element.tag in ("td", "th"):
        table.row.append(tuple(range(table.begins, len(page.made.lines))))
    elif element.tag == "tr" and table.row:
        table.rows.append(tuple(table.row))
        table.row = []
    elif element.tag == "table":
        page.tables.pop()
        if any(cell for row in table.rows for cell in row):
            page.made.grids.append(Grid(tuple(table.rows), table.ruled))


def _known(element: etree._Element, start: int, end: int) -> Iterator[Known]:
    for kind, key in (("num", element.get("data-key")), ("cite", element.get("data-paper"))):
        if key and end > start:
            yield Known(start, end, kind, key)
