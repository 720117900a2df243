"""Tables: single black lines, a header that repeats, rows that stay whole, columns that share the page."""

from copy import deepcopy
from functools import lru_cache
from itertools import accumulate

from sokhcn.document.nodes import Align, Column, Inline, Row, RowKind, Table, Text
from sokhcn.formats.docx.elements import Element, paragraph, said, w, writable
from sokhcn.formats.docx.inlines import TITLE, runs
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.press import Press

_BODY = {Align.LEFT: Style.TABLE_LEFT, Align.CENTRE: Style.TABLE_CENTRE, Align.RIGHT: Style.TABLE_RIGHT}
_TOTAL = {Align.LEFT: Style.TOTAL_LEFT, Align.CENTRE: Style.TOTAL_CENTRE, Align.RIGHT: Style.TOTAL_RIGHT}


def table(press: Press, node: Table, room_twips: int) -> tuple[Element, ...]:
    """The unit line, the table, and the paragraph that keeps it from running into a table below."""
    unit = (paragraph(Style.UNIT, said(node.unit)),) if node.unit else ()
    widths = shares(node.columns, room_twips)
    properties = w(
        "tblPr",
        w("tblStyle", val=Style.TABLE),
        w("tblW", w=room_twips, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    rows = (_row(press, row, node.columns, widths) for row in node.rows)
    return (*unit, w("tbl", properties, grid, _header(node.columns, widths), *rows), paragraph(Style.SPACER))


def shares(columns: tuple[Column, ...], room: int) -> tuple[int, ...]:
    """The widths of columns: their shares of the room, with nothing left over."""
    whole = sum(column.width for column in columns)
    edges = [round(room * reached / whole) for reached in accumulate(column.width for column in columns)]
    return tuple(right - left for left, right in zip([0, *edges], edges, strict=False))


def _header(columns: tuple[Column, ...], widths: tuple[int, ...]) -> Element:
    cells = (
        _cell(width, 1, paragraph(Style.TABLE_HEAD, said(column.title)))
        for column, width in zip(columns, widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(press: Press, row: Row, columns: tuple[Column, ...], widths: tuple[int, ...]) -> Element:
    """A row with fewer cells than columns lets its last cell span the rest: a group's heading."""
    last = len(row.cells) - 1
    styles = tuple(_style(row.kind, columns[place].align) for place in range(last + 1))
    made = deepcopy(_blank((*widths[:last], sum(widths[last:])), len(columns) - last, styles))
    cells: list[Element] = list(made)[1:]
    for cell, content in zip(cells, row.cells, strict=True):
        _say(press, cell[-1], content)
    return made


def _say(press: Press, blank: Element, content: tuple[Inline, ...]) -> None:
    """Plain words, as most cells hold, go into the run that stands there; others take its place."""
    if len(content) == 1 and isinstance(content[0], Text):
        blank[-1][-1].text = writable(content[0].text)
    else:
        del blank[-1]
        blank.extend(runs(press, content, TITLE))


def _style(kind: RowKind, align: Align) -> Style:
    match kind:
        case RowKind.BODY:
            return _BODY[align]
        case RowKind.GROUP:
            return Style.TABLE_GROUP
        case RowKind.TOTAL:
            return _TOTAL[align]


@lru_cache(256)
def _blank(widths: tuple[int, ...], span: int, styles: tuple[Style, ...]) -> Element:
    """A row of cells that say nothing yet, to be copied: a long table has many alike, and copying one is one call."""
    spans = (*(1 for _ in widths[1:]), span)
    cells = (
        _cell(width, over, paragraph(style, said(""))) for width, over, style in zip(widths, spans, styles, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _cell(width: int, span: int, content: Element) -> Element:
    spanning = w("gridSpan", val=span) if span > 1 else None
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), spanning, w("vAlign", val="center")), content)
