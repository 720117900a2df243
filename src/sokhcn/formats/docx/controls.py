"""Content controls and bookmarks: how a figure, a paper or a section stays itself while people edit in Word."""

from sokhcn.formats.docx.elements import Element, said, w, writable
from sokhcn.formats.docx.names import TAG_LIMIT, Identity, Kind
from sokhcn.formats.docx.press import Press

_READABLE = {Kind.FIGURE: "Số liệu", Kind.PAPER: "Văn bản"}


def control(press: Press, identity: Identity, text: str, properties: Element | None) -> Element:
    """A control around a few words: its text may be edited, the control itself not deleted by accident.

    It is a rich text control, not ``w:text``: in a plain one LibreOffice drops the italic of a bracketed detail.
    """
    alias = f"{_READABLE[identity.kind]} {identity.key}"[:TAG_LIMIT]
    return w(
        "sdt",
        w(
            "sdtPr",
            w("alias", val=writable(alias)),
            w("tag", val=writable(press.named(identity))),
            w("id", val=press.next_id()),
            w("lock", val="sdtLocked"),
        ),
        w("sdtContent", said(text, properties)),
    )


def bookmarked(press: Press, identity: Identity, content: tuple[Element, ...]) -> tuple[Element, ...]:
    """The content of a heading inside the bookmark that keeps its key."""
    number = press.next_id()
    start = w("bookmarkStart", id=number, name=press.named(identity))
    return (start, *content, w("bookmarkEnd", id=number))
