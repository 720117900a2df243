"""The closing: distribution list and signature side by side, never torn apart and never alone on a page."""

from collections.abc import Sequence

from sokhcn.document.letterhead import listed
from sokhcn.document.nodes import Closing
from sokhcn.formats.docx.elements import Element, W, borderless_table, paragraph, said, twips_of_pt, w
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.press import Press
from sokhcn.formats.docx.widths import wrapped

_LEFT_SHARE = 0.47
_LINES_WITH_CLOSING = 2


def closing(press: Press, node: Closing) -> Element:
    """The table below the body. Every paragraph keeps with the next, so that the row stays on the page of the body."""
    room = press.usable_twips()
    left = round(room * _LEFT_SHARE)
    recipients = (
        paragraph(Style.RECIPIENTS_WORD, said("Nơi nhận:")),
        *(paragraph(Style.RECIPIENT, said(line)) for line in listed(node.recipients)),
    )
    signature = (
        *(paragraph(Style.SIGNATURE_LINE, said(line)) for line in node.signature.lines),
        paragraph(Style.SIGNATURE_NAME, said(node.signature.name)),
    )
    above = twips_of_pt(press.profile.paragraph_gap_pt)
    placed = borderless_table((left, room - left), (recipients, signature), above_twips=above)
    for element in placed.iter(W + "p"):
        keep_with_next(element)
    return placed


def keep_last_lines(press: Press, body: Sequence[Element]) -> None:
    """Keeps the last paragraphs of the body with the closing: as many as hold two lines."""
    lines = 0
    for element in reversed(body):
        if lines >= _LINES_WITH_CLOSING:
            return
        for line in _last_row(element):
            keep_with_next(line)
        lines += _height(press, element)


def keep_with_next(element: Element) -> None:
    properties = element.find(W + "pPr")
    if properties is not None and properties.find(W + "keepNext") is None:
        properties.insert(1, w("keepNext"))


def _last_row(element: Element) -> tuple[Element, ...]:
    if element.tag == W + "p":
        return (element,)
    return tuple(element.findall(W + "tr")[-1].iter(W + "p"))


def _height(press: Press, element: Element) -> int:
    """Lines of a paragraph, roughly; an empty one is none, a table's last row counts as one."""
    if element.tag != W + "p":
        return 1
    text = "".join(node.text or "" for node in element.iter(W + "t"))
    return len(wrapped(text, press.usable_twips() / 20, press.profile.body_pt)) if text else 0
