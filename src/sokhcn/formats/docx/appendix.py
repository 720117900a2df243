"""An appendix: a section of its own, numbered from 1, under its label, title and reference (Annex I, Part III)."""

from collections.abc import Iterator

from sokhcn.document.nodes import Appendix
from sokhcn.formats.docx.body import blocks
from sokhcn.formats.docx.controls import bookmarked
from sokhcn.formats.docx.elements import Element, paragraph, said, w
from sokhcn.formats.docx.names import Identity, Kind, Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.rules import rule
from sokhcn.formats.docx.widths import rule_pt, wrapped


def appendix(press: Press, node: Appendix) -> Iterator[Element]:
    """The head of the appendix and its blocks."""
    room, size = press.usable_twips(landscape=node.landscape), press.profile.title_pt
    label = bookmarked(press, Identity(Kind.APPENDIX, node.key), (said(node.label),))
    yield paragraph(Style.APPENDIX_LABEL, *label)
    yield paragraph(Style.APPENDIX_TITLE, said(node.title))
    if node.reference:
        yield paragraph(Style.APPENDIX_REFERENCE, said(node.reference))
    lines = wrapped(node.reference or node.title, room / 20, size, bold=not node.reference)
    yield rule(press, rule_pt(lines, size, bold=not node.reference), room, more=(w("keepNext"),))
    yield from blocks(press, node.blocks, room)
