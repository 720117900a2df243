"""An appendix: a section of its own, numbered from 1, under its label, title and reference (Annex I, Part III)."""

from collections.abc import Iterator

from sokhcn.document.nodes import Appendix, Table
from sokhcn.formats.docx.body import blocks
from sokhcn.formats.docx.centred import Centred
from sokhcn.formats.docx.controls import bookmarked
from sokhcn.formats.docx.elements import Element, blanks_kept, paragraph, said, w
from sokhcn.formats.docx.names import Identity, Kind, Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.rules import rule


def appendix(press: Press, node: Appendix) -> Iterator[Element]:
    """The head of the appendix and its blocks; nothing below a last table, lest it alone fill one more page."""
    room, size = press.usable_twips(landscape=node.landscape), press.profile.title_pt
    label = bookmarked(press, Identity(Kind.APPENDIX, node.key), (said(node.label),))
    title = Centred(node.title, room, size, bold=True)
    printed = blanks_kept(node.reference)
    reference = Centred(printed, room, size)
    yield paragraph(Style.APPENDIX_LABEL, *label)
    yield paragraph(Style.APPENDIX_TITLE, said(node.title), more=title.even())
    if node.reference:
        yield paragraph(Style.APPENDIX_REFERENCE, said(printed), more=reference.even())
    yield rule(press, (reference if node.reference else title).rule_pt(), room, more=(w("keepNext"),))
    content = tuple(blocks(press, node.blocks, room))
    ends_in_table = bool(node.blocks) and isinstance(node.blocks[-1], Table)
    yield from content[:-1] if ends_in_table else content
