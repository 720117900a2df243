"""Two versions of a document as a Word file: what was put in and taken out stands as tracked changes.

Word's own marks and not mere underlines: people step through them, accept or reject them, and print them as they like.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from lxml import etree

from sokhcn.document.blackline import Mark, Marked, Piece
from sokhcn.document.nodes import Head
from sokhcn.document.profile import DECREE_30
from sokhcn.document.strokes import Part
from sokhcn.formats.docx.annotating import AUTHOR
from sokhcn.formats.docx.elements import NAMESPACES, Element, W, on, paragraph, said, w, writable
from sokhcn.formats.docx.kept import part_of
from sokhcn.formats.docx.names import ITEMS, Style
from sokhcn.formats.docx.package import Envelope, packed
from sokhcn.formats.docx.page import section_end
from sokhcn.formats.docx.press import Press

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEADINGS = (Part.SECTION, Part.APPENDIX)


def render(title: str, lines: Iterable[Marked], head: Head, at: datetime) -> bytes:
    """The file; the same texts and moment give the same bytes. ``at`` is when the changes were made, as Word tells it.

    It has no controls: a comparison is to be read, and is never taken back as an edited report.
    """
    press = Press(DECREE_30)
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    root = etree.Element(W + "document", nsmap=NAMESPACES)
    body = etree.SubElement(root, W + "body")
    body.append(paragraph(Style.SUBJECT, said(title)))
    body.extend(_paragraph(press, line, moment) for line in lines)
    body.extend((paragraph(Style.SECTION_END), section_end(press, landscape=False)))
    return packed(press, root, Envelope(head, "vi-VN", part_of(())))


def _paragraph(press: Press, line: Marked, moment: str) -> Element:
    style = ITEMS[min(line.depth, len(ITEMS) - 1)] if line.part is Part.ITEM else Style.BODY
    more = tuple(_end(press, line, moment))
    return paragraph(style, *(_piece(press, piece, line, moment) for piece in line.pieces), more=more)


def _end(press: Press, line: Marked, moment: str) -> Iterator[Element]:
    """A paragraph that stands in one version only came or went with its end."""
    marks = {piece.mark for piece in line.pieces}
    if len(marks) == 1 and not marks & {Mark.SAME}:
        yield w("rPr", _change(press, "ins" if marks == {Mark.IN} else "del", moment))


def _piece(press: Press, piece: Piece, line: Marked, moment: str) -> Element:
    bold = w("rPr", on("b"), on("bCs")) if line.part in _HEADINGS else None
    if piece.mark is Mark.IN:
        changed = _change(press, "ins", moment)
        changed.append(said(piece.text, bold))
        return changed
    if piece.mark is Mark.OUT:
        changed = _change(press, "del", moment)
        changed.append(_deleted(piece.text, bold))
        return changed
    return said(piece.text, bold)


def _change(press: Press, tag: str, moment: str) -> Element:
    return w(tag, id=press.next_id(), author=AUTHOR, date=moment)


def _deleted(text: str, properties: Element | None) -> Element:
    words = w("delText")
    words.set(_XML_SPACE, "preserve")
    words.text = writable(text)
    return w("r", properties, words)
