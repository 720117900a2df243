"""The nodes of a document: closed, frozen and dumb. Renderers and readers know formats; nodes know none.

Every union below is closed: a function that takes one ends in ``assert_never``, so that mypy names each place that
must answer when a node is added. The tree holds what a reader of the paper sees, in reading order, and for figures and
papers also what they are.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

# --- inside a sentence ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emph:
    """Italic words: in reports, a detail in brackets."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold words."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Num:
    """A figure where it is printed: ``text`` is what stands on paper (``06``), ``key`` the indicator it answers.

    ``counted`` is what the registers count where somebody, with a reason, had another number printed.
    """

    key: str
    value: int | Decimal
    text: str
    counted: int | Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A mention of a paper: ``paper`` is its identity in the citation register, ``text`` the mention as printed."""

    paper: str
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a title; in running text it reads as a space."""


Inline = Text | Emph | Strong | Num | Cite | Break

# --- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list. ``label`` is printed as it stands (``-``, ``+``, ``1.``, ``a)``): papers number by hand."""

    label: str
    children: tuple[Inline, ...]
    below: "tuple[Item, ...]" = ()


@dataclass(frozen=True, slots=True)
class Items:
    """Consecutive items of one list."""

    items: tuple[Item, ...]


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is its share of the page, relative to the other columns."""

    title: str
    width: float = 1.0
    align: Align = Align.LEFT


class RowKind(StrEnum):
    """A body row, a heading that groups the rows below it, or a total."""

    BODY = "body"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: as many cells as the table has columns; a ``GROUP`` row may have one cell that spans them all."""

    cells: tuple[tuple[Inline, ...], ...]
    kind: RowKind = RowKind.BODY


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header that repeats on every page; ``unit`` prints above it (``Đơn vị tính: triệu đồng``)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str = ""


Block = Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the body. ``level`` 1 prints ``I. TITLE``, level 2 ``1. Title``; ``number`` is None where none stands.

    ``key`` names what it reports on (``advice``, ``assessment``, ``plan``) and is unique in the document.
    """

    key: str
    level: int
    number: str | None
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()


# --- around the body --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date in the head; a draft has no ``day`` yet, and that is its normal state."""

    day: int | None
    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Head:
    """Everything above the body (Decree 30/2020/NĐ-CP, Annex I): agencies, number, date, title, addressees."""

    parent_agency: str
    agency: str
    number: str | None
    symbol: str
    place: str
    dated: DateLine
    type_name: str
    subject: tuple[Inline, ...]
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: ``lines`` as printed (``KT. GIÁM ĐỐC``, ``PHÓ GIÁM ĐỐC``) and the full name, without titles."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What follows the body: the distribution list (without dashes and punctuation) and the signature."""

    recipients: tuple[str, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Appendix:
    """An annex on pages of its own. ``label`` is ``Phụ lục`` or ``Phụ lục I``; ``reference`` stands below the title."""

    key: str
    label: str
    title: str
    reference: str
    blocks: tuple[Block, ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole administrative document."""

    head: Head
    sections: tuple[Section, ...]
    closing: Closing
    appendices: tuple[Appendix, ...] = ()
    language: str = "vi"
