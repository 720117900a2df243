"""Going through WordprocessingML as it is met in the wild: what Word and others wrap around a run is looked through."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sokhcn.formats.docx.elements import NAMESPACES, Element, W
from sokhcn.formats.docx.signs import sign

_MC: Final = f"{{{NAMESPACES['mc']}}}"
_OFF: Final = ("0", "false", "off", "none")
_INSERTED: Final = (W + "ins", W + "moveTo")
DELETED: Final = (W + "del", W + "moveFrom")
_WRAPPERS: Final = (
    *_INSERTED,
    *(W + tag for tag in ("smartTag", "hyperlink", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent")),
    _MC + "AlternateContent",
)
_RUN: Final = W + "r"
_T: Final = W + "t"
_PROPERTIES: Final = W + "rPr"
_ROW, _ROW_PROPERTIES, _CELL = W + "tr", W + "trPr", W + "tc"
NOTES: Final = (W + "footnoteReference", W + "endnoteReference")
ASIDE: Final = (*NOTES, _MC + "AlternateContent", W + "drawing", W + "pict", W + "object")
_OURS: Final = ("num:", "cite:")
# What a run holds besides w:t, and how it reads. A soft hyphen is only a place to break.
_SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}


class Run(NamedTuple):
    """A stretch of text with its own properties (``w:rPr``) and, inside a control of ours, its tag.

    LibreOffice keeps a control and drops its tag: such a one has a number and no tag.
    """

    text: str
    properties: Element | None
    control: int = 0
    tag: str = ""

    @property
    def bold(self) -> bool:
        return self.properties is not None and is_on(self.properties.find(W + "b"))

    @property
    def italic(self) -> bool:
        return self.properties is not None and is_on(self.properties.find(W + "i"))


@dataclass(slots=True)
class Walk:
    """One passage through a file: which fields are open, what was tracked, how many comments stand there.

    ``aside`` gathers what runs hold besides words (drawings, marks of notes) for those who want to read on there.
    """

    tracked: Counter[tuple[str, str]] = field(default_factory=Counter)
    comments: int = 0
    aside: list[Element] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    _controls: int = 0

    def runs(self, element: Element, control: int = 0, tag: str = "") -> Iterator[Run]:
        """The runs of a paragraph that are to be read, in order."""
        for child in element:
            if child.tag == _RUN:
                text = self._text(child)
                if text or control:
                    yield Run(text, child[0] if len(child) and child[0].tag == _PROPERTIES else None, control, tag)
            elif child.tag in DELETED:
                self._note(child)
            elif child.tag in _WRAPPERS:
                yield from self._wrapped(child, control, tag)

    def inside(self, wrapper: Element) -> Iterator[Element]:
        """The children that a wrapper stands for: the content of a control, the first choice of alternatives."""
        if wrapper.tag == W + "sdt":
            content = wrapper.find(W + "sdtContent")
            placeholder = is_on(wrapper.find(f"{W}sdtPr/{W}showingPlcHdr"))
            return iter(()) if content is None or placeholder else iter(content)
        if wrapper.tag == _MC + "AlternateContent":
            choice = next(iter(wrapper), None)
            return iter(()) if choice is None else iter(choice)
        return iter(wrapper)

    def rows(self, table: Element) -> Iterator[Element]:
        """The rows of a table that are not deleted."""
        for child in table:
            if child.tag == _ROW:
                properties = child_of(child, _ROW_PROPERTIES)
                gone = None if properties is None else child_of(properties, DELETED[0])
                if gone is None:
                    yield child
                else:
                    self._note(gone)
            elif child.tag in _WRAPPERS:
                yield from (row for inner in self.inside(child) for row in self._if(inner, "tr"))

    def cells(self, row: Element) -> Iterator[Element]:
        """The cells of a row; what continues a cell above it is none of its own but keeps its place."""
        for child in row:
            if child.tag == _CELL:
                yield child
            elif child.tag in _WRAPPERS:
                yield from (cell for inner in self.inside(child) for cell in self._if(inner, "tc"))

    def mark_is_deleted(self, properties: Element | None) -> bool:
        """Whether the end of the paragraph with these properties is deleted, so that it runs on into the next."""
        marks = None if properties is None else child_of(properties, _PROPERTIES)
        gone = () if marks is None else [mark for mark in marks if mark.tag in DELETED]
        for mark in gone:
            self._note(mark)
        return bool(gone)

    def _if(self, element: Element, tag: str) -> Iterator[Element]:
        if element.tag == W + tag:
            yield element

    def _wrapped(self, child: Element, control: int, tag: str) -> Iterator[Run]:
        if child.tag in _INSERTED:
            self._note(child)
        if child.tag == W + "sdt":
            named = child.find(f"{W}sdtPr/{W}tag")
            own = "" if named is None else named.get(W + "val", "")
            if own.startswith(_OURS) or (not own and not control):
                self._controls += 1
                yield from self._controlled(child, self._controls, own)
                return
        holder: Element | None = child
        if child.tag == W + "sdt":
            holder = child.find(W + "sdtContent")
        elif child.tag == _MC + "AlternateContent":
            holder = next(iter(child), None)
        if holder is None:
            return
        yield from self.runs(holder, control, tag)

    def _controlled(self, child: Element, control: int, tag: str) -> Iterator[Run]:
        """The runs of a control of ours; one that is empty is told by a run without text."""
        content = child.find(W + "sdtContent")
        hidden = is_on(child.find(f"{W}sdtPr/{W}showingPlcHdr"))
        runs = () if content is None or hidden else tuple(self.runs(content, control, tag))
        yield from runs or (Run("", None, control, tag),)

    def _text(self, run: Element) -> str:
        result = ""
        for child in run:
            tag = child.tag
            if tag == _T:
                result += "" if any(self._fields) else (child.text or "").replace("\r", " ").replace("\n", " ")
            elif tag != _PROPERTIES:
                result += self._sign(child)
        return result

    def _sign(self, child: Element) -> str:
        """What stands in a run besides words, as it reads."""
        if child.tag == W + "fldChar":
            self._turn(child.get(W + "fldCharType", ""))
        elif child.tag == W + "commentReference":
            self.comments += 1
        elif child.tag in ASIDE:
            self.aside.append(child)
        elif not any(self._fields):
            return _said(child)
        return ""

    def _turn(self, kind: str) -> None:
        """A field begins with its code, which nobody reads, and goes on with its result."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, mark: Element | None) -> None:
        if mark is not None:
            self.tracked[mark.get(W + "author", ""), mark.get(W + "date", "")[:10]] += 1


def _said(child: Element) -> str:
    if child.tag == W + "br":
        return "\n" if child.get(W + "type", "textWrapping") == "textWrapping" else ""
    if child.tag == W + "sym":
        return sign(child.get(W + "char", ""))
    return _SIGNS.get(child.tag, "")


def child_of(element: Element, tag: str) -> Element | None:
    """The first child with ``tag``; among the few children of a paragraph quicker found so than by a path."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as ``w:b`` stands there and is on."""
    return switch is not None and switch.get(W + "val", "1").lower() not in _OFF
