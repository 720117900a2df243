"""Short words to build WordprocessingML with: ``w("p", w("pPr", …), …)``, in the order the caller gives."""

import re
from copy import deepcopy
from typing import Final

from lxml import etree

from sokhcn.formats.docx.names import Style

Element = etree._Element

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
W: Final = f"{{{NAMESPACES['w']}}}"
R: Final = f"{{{NAMESPACES['r']}}}"
_W_ONLY: Final = {"w": NAMESPACES["w"]}
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TWIPS_PER_MM: Final = 1440 / 25.4
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = re.compile(" {2,}")
_LINE_ENDS: Final = re.compile("[\t\r\n]+")


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the ``w`` namespace; its attributes are of the same namespace; absent children are left out."""
    node = etree.Element(W + tag, {W + name: str(value) for name, value in attributes.items()}, _W_ONLY)
    for child in children:
        if child is not None:
            node.append(child)
    return node


def on(tag: str, wanted: bool = True) -> Element | None:
    """A switch such as ``w:b``, present when wanted."""
    return w(tag) if wanted else None


def paragraph(style: Style, *content: Element, more: tuple[Element, ...] = ()) -> Element:
    """A paragraph of a style; ``more`` are properties that only this paragraph has."""
    return w("p", w("pPr", w("pStyle", val=style), *more), *content)


def said(text: str, properties: Element | None = None) -> Element:
    """A run that says ``text``."""
    run = deepcopy(_SAYING)
    run[0].text = writable(text)
    if properties is not None:
        run.insert(0, properties)
    return run


def _saying() -> Element:
    """A run that says nothing yet, to be copied: most of a file is such runs, and copying one is one call."""
    words = w("t")
    words.set(_XML_SPACE, "preserve")
    return w("r", words)


_SAYING: Final = _saying()


def new_line() -> Element:
    """A run that starts a new line in the same paragraph."""
    return w("r", w("br"))


def writable(text: str) -> str:
    """The text without what XML cannot hold; ends of lines inside a sentence read as spaces."""
    return text if text.isprintable() else _UNWRITABLE.sub("", _LINE_ENDS.sub(" ", text))


def blanks_kept(text: str) -> str:
    """Room left for a number or a day, in spaces that do not vanish where a line ends."""
    return _BLANKS.sub(lambda blank: "\N{NO-BREAK SPACE}" * len(blank[0]), text)


def twips_of_mm(millimetres: float) -> int:
    return round(millimetres * _TWIPS_PER_MM)


def twips_of_pt(points: float) -> int:
    return round(points * 20)


def borderless_table(
    widths: tuple[int, int], *rows: tuple[tuple[Element, ...], ...], above_twips: int = 0, between_twips: int = 0
) -> Element:
    """A table that only places things side by side: no lines, no row that breaks over pages, room as told."""
    room = (("top", above_twips), ("left", 0), ("bottom", 0), ("right", 0))
    padding = w("tblCellMar", *(w(side, w=twips, type="dxa") for side, twips in room))
    properties = w(
        "tblPr", w("tblW", w=sum(widths), type="dxa"), w("jc", val="center"), w("tblLayout", type="fixed"), padding
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(widths, cells, between_twips) for cells in rows))


def _row(widths: tuple[int, int], cells: tuple[tuple[Element, ...], ...], between_twips: int) -> Element:
    left, right = cells
    apart = w("tcMar", w("right", w=between_twips, type="dxa")) if between_twips else None
    first = w("tc", w("tcPr", w("tcW", w=widths[0], type="dxa"), apart), *left)
    second = w("tc", w("tcPr", w("tcW", w=widths[1], type="dxa")), *right)
    return w("tr", w("trPr", w("cantSplit")), first, second)
