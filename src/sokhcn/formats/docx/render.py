"""A Document as the bytes of a .docx in the layout of Decree 30/2020/NĐ-CP."""

from collections.abc import Iterator

from lxml import etree

from sokhcn.document.nodes import Appendix, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.document.strokes import flat
from sokhcn.formats.docx.appendix import appendix
from sokhcn.formats.docx.body import sections
from sokhcn.formats.docx.closing import closing, keep_last_lines
from sokhcn.formats.docx.elements import NAMESPACES, Element, W, paragraph, writable
from sokhcn.formats.docx.kept import keep, part_of
from sokhcn.formats.docx.letterhead import letterhead
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.package import Envelope, packed
from sokhcn.formats.docx.page import section_end
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.seen import Eyes
from sokhcn.formats.docx.styling import OWN_STYLES

_REGIONS = {"vi": "vi-VN", "en": "en-GB"}


def render(document: Document, profile: Profile = DECREE_30, edition: str = "") -> bytes:
    """The file of one document; the same document, profile and edition give the same bytes.

    ``edition`` is the label of the edition it is printed from (``2022-01/3``), which the file tells when it comes back.
    """
    press = Press(profile)
    top = letterhead(press, document.head)
    text = tuple(sections(press, document.sections))
    keep_last_lines(press, text)
    root = etree.Element(W + "document", nsmap=NAMESPACES)
    body = etree.SubElement(root, W + "body")
    body.extend((*top, *text, closing(press, document.closing), *_ends(press, document.appendices)))
    kept = keep(flat(document), Eyes(OWN_STYLES).lines(body))
    language = _REGIONS.get(document.language, writable(document.language))
    return packed(press, root, Envelope(document.head, language, part_of(kept), edition))


def _ends(press: Press, appendices: tuple[Appendix, ...]) -> Iterator[Element]:
    """The appendices. A section's page setup stands where it ends: in a low last paragraph, at last in the body."""
    landscape = False
    for node in appendices:
        yield paragraph(Style.SECTION_END, more=(section_end(press, landscape=landscape),))
        yield from appendix(press, node)
        landscape = node.landscape
    yield paragraph(Style.SECTION_END)
    yield section_end(press, landscape=landscape)
