"""Any .docx to letters: what stands on its pages in reading order, numbers of lists and all, and how each line looks.

Text comes as the file holds it, and ``source`` is the same text: letters in old encodings and loose marks are mended
for all forms of file in one place above, by the font that each line's hint names.

A file of 2,000 pages (187,000 paragraphs, most of them cells; 68 MB of XML, five million letters) took 12.7 s of a busy
machine (70 µs a paragraph) and 190 MB: blocks are parsed, read and dropped one by one. ``make bench`` measures it.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace

from sokhcn.document.letters import Grid, Letters, Origin, Role, Unreadable
from sokhcn.formats.docx.elements import NAMESPACES, Element, W
from sokhcn.formats.docx.gathering import Gathered, Stretch
from sokhcn.formats.docx.inheriting import Look, Looks, looks_of, number_of
from sokhcn.formats.docx.keys import full_keys
from sokhcn.formats.docx.names import identity_of_tag
from sokhcn.formats.docx.numbering import Numbers, numbers_of
from sokhcn.formats.docx.opening import NotADocx, Package, opened, refusing
from sokhcn.formats.docx.seen import has_borders
from sokhcn.formats.docx.walking import NOTES, Run, Walk
from sokhcn.kernel.finding import Finding, Severity, must

_MC = f"{{{NAMESPACES['mc']}}}"
_CELL_PROPERTIES = W + "tcPr"
_MERGED = W + "vMerge"
_SPAN = W + "gridSpan"
_BOX = W + "txbxContent"
_NOTES = tuple(zip(("footnotes", "endnotes"), NOTES, strict=True))
_WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml", _MC + "AlternateContent")


@dataclass(slots=True)
class Reading:
    """One file in reading."""

    looks: Looks
    numbers: Numbers
    keys: dict[str, str]
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    made: Gathered = field(default_factory=Gathered)
    walk: Walk = field(default_factory=Walk)
    pictures: int = 0
    sections: list[Element] = field(default_factory=list)
    feet: int = 0  # the first line that stands in a footer
    _paragraphs: int = 0
    _places: dict[Element, int] = field(default_factory=dict)
    _carried: tuple[Stretch, ...] = ()

    def block(self, block: Element) -> None:
        """A block of the body. Its paragraphs are numbered in the order of the file, those in boxes too."""
        inside = list(block.iter(W + "p"))
        self._places = {element: self._paragraphs + place for place, element in enumerate(inside)}
        self._paragraphs += len(inside)
        self.sections += [deepcopy(end) for end in block.iter(W + "sectPr")]
        self.blocks((block,), Role.BODY)

    def blocks(self, blocks: Iterable[Element], role: Role) -> None:
        for block in blocks:
            if block.tag == W + "p":
                self._paragraph(block, role)
            elif block.tag == W + "tbl":
                self._table(block)
            elif block.tag in _WRAPPERS:
                self.blocks(self.walk.inside(block), role)

    def _paragraph(self, block: Element, role: Role) -> None:
        look = self.looks.paragraph(block)
        words = (*self._carried, *self._stretches(self.walk.runs(block), look))
        if look.ends_deleted and self.walk.mark_is_deleted(block.find(W + "pPr")):
            self._carried = words
            return
        self._carried = ()
        label = self.numbers.next(look.number, look.number_level, _style_of(block)) if look.number else ""
        if label:
            words = (Stretch(label, words[0].look if words else look), *words)
        if any(word.text.strip() for word in words[bool(label) :]):
            self.made.paragraph(words, look, Origin(self._places.get(block)), role)
        if self.walk.aside:
            self._beside(role)

    def _stretches(self, runs: Iterable[Run], paragraph: Look) -> Iterator[Stretch]:
        for run in runs:
            look = self.looks.run(run.properties, paragraph)
            if look.hidden or not run.text:
                continue
            text = run.text.upper() if look.caps and len(run.text.upper()) == len(run.text) else run.text
            identity = identity_of_tag(run.tag, self.keys) if run.tag else None
            known = (identity.kind.value, identity.key) if identity else None
            yield Stretch(text, look, known, run.control)

    def _beside(self, role: Role) -> None:
        """What belongs to a paragraph and stands elsewhere on the page: text boxes, footnotes and endnotes."""
        aside, self.walk.aside = self.walk.aside, []
        for element in aside:
            if element.tag in NOTES:
                self._note(element)
                continue
            self.pictures += 1
            for box in _boxes(element):
                self.blocks(box, role)

    def _note(self, mark: Element) -> None:
        note = self.notes.get((mark.tag, mark.get(W + "id", "")))
        if note is not None:
            self.blocks(note, Role.FOOTNOTE)

    def _table(self, table: Element) -> None:
        """The lines of the cells, row by row; a cell over several columns or rows is followed by empty ones."""
        rows = tuple(tuple(self._cell(cell) for cell in self.walk.cells(row)) for row in self.walk.rows(table))
        grid = tuple(tuple(place for cell in row for place in cell) for row in rows)
        if any(cell for row in grid for cell in row):
            self.made.grids.append(Grid(grid, has_borders(table) or self._style_has_borders(table)))

    def _cell(self, cell: Element) -> tuple[tuple[int, ...], ...]:
        first, span, goes_on = len(self.made.lines), 1, False
        properties = cell[0] if len(cell) and cell[0].tag == _CELL_PROPERTIES else ()
        for child in properties:
            if child.tag == _MERGED:  # it continues the cell above, unless it says that it begins
                goes_on = child.get(W + "val", "continue") == "continue"
            elif child.tag == _SPAN:
                span = max(1, min(int(number_of(child.get(W + "val"), 1)), 100))
        if not goes_on:
            self.blocks(cell, Role.CELL)
        return (tuple(range(first, len(self.made.lines))), *((),) * (span - 1))

    def _style_has_borders(self, table: Element) -> bool:
        named = table.find(f"{W}tblPr/{W}tblStyle")
        own = "" if named is None else named.get(W + "val", "")
        for _ in range(20):
            style = self.looks.styles.get(own)
            if style is None:
                return False
            if (borders := style.find(f"{W}tblPr/{W}tblBorders")) is not None:
                return any(side.get(W + "val", "nil") not in ("nil", "none") for side in borders)
            based = style.find(W + "basedOn")
            own = "" if based is None else based.get(W + "val", "")
        return False

    def running(self, part: Element) -> None:
        """A header or footer: words that run on every page, or no more than the page number."""
        for block in part:
            first = len(self.made.lines)
            counts = any(_is_page(field) for field in block.iter(W + "fldSimple", W + "instrText"))
            self.blocks((block,), Role.RUNNING_HEAD)
            for place, line in enumerate(self.made.lines[first:], first):
                said = "".join(self.made.pieces)[line.start : line.end] if counts else ""
                number = counts and not any(letter.isalpha() for letter in said)
                self.made.lines[place] = replace(line, role=Role.PAGE_NUMBER if number else Role.RUNNING_HEAD)


def letters(data: bytes) -> Letters:
    """The letters of a .docx. Raises ``Unreadable``, whatever the bytes are."""
    done = reading(data)
    return done.made.letters(tuple(_told(done.walk)))


def reading(data: bytes) -> Reading:
    """The file read to its end. Raises ``Unreadable``."""
    try:
        package = opened(data)
        with refusing():
            begun = _begun(package)
            for block in package.blocks():
                begun.block(block)
            for kind in ("header", "footer"):
                begun.feet = len(begun.made.lines)
                for part in package.all_of(kind):
                    begun.running(part)
    except NotADocx as refusal:
        raise Unreadable(must(f"letters.{refusal.reason}", str(refusal))) from refusal
    if not any(line.role not in (Role.RUNNING_HEAD, Role.PAGE_NUMBER) for line in begun.made.lines):
        raise Unreadable(_empty(begun))
    return begun


def _begun(package: Package) -> Reading:
    looks = looks_of(package.one_of("styles"), package.one_of("theme"))
    numbers = numbers_of(package.one_of("numbering"), looks.styles)
    notes = {
        (mark, note.get(W + "id", "")): note
        for relation, mark in _NOTES
        for part in package.all_of(relation)
        for note in part
        if note.get(W + "type", "normal") == "normal"
    }
    return Reading(looks, numbers, full_keys(package), notes)


def _style_of(block: Element) -> str:
    named = block.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else named.get(W + "val", "")


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing. One in alternatives is told twice, for new programs and for old ones; one in a box
    is read with it."""
    holders = iter(element) if element.tag == _MC + "AlternateContent" else iter((element,))
    for holder in holders:
        found = [box for box in holder.iter(_BOX) if not any(outer.tag == _BOX for outer in _above(box, holder))]
        if found:
            yield from found
            return


def _above(box: Element, holder: Element) -> Iterator[Element]:
    for parent in box.iterancestors():
        if parent is holder:
            return
        yield parent


def _is_page(field: Element) -> bool:
    code = field.get(W + "instr") or field.text or ""
    return code.split()[:1] == ["PAGE"]


def _empty(reading: Reading) -> Finding:
    if reading.pictures:
        template = "Tài liệu chỉ có hình, không có chữ nào đọc được."
        return must("letters.image_only", template, suggestion="Hãy nộp bản gõ, không nộp bản quét.")
    return must("letters.empty", "Tài liệu không có chữ nào.", suggestion="Hãy chọn tệp có nội dung.")


def _told(walk: Walk) -> Iterator[Finding]:
    if walk.tracked:
        template = "Còn {count} chỗ theo dõi sửa đổi; đọc như đã chấp nhận hết."
        yield Finding("letters.tracked", Severity.LOOK, template, {"count": walk.tracked.total()})
    if walk.comments:
        yield Finding("letters.comments", Severity.HINT, "Có {count} ghi chú ngoài lề.", {"count": walk.comments})
