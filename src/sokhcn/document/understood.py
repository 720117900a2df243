"""What reading yields: what a text says, each thing with its place in ``Letters.text``.

The reader makes these; the checker examines them, and proposals for registers are made from them.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sokhcn.document.letters import Letters, Span
from sokhcn.kernel.finding import Finding


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of a legal or administrative document.

    ``date`` and ``issuer`` are what is said at this mention, else None. ``refers_to`` is the place, in the tuple of
    citations, of the mention that introduced the same paper; None for that one itself. ``code`` is number, year and
    symbol as written, in NFC and without stray spaces; ``year`` may stand without a symbol (Luật Đất đai 2024).
    ``text`` is what stands at ``span``, on one line. ``date_text`` is the date as printed, also where no such day is
    or a draft left it blank and ``date`` is None. The ``…_span`` say where a part stands, which may be before the
    mention or behind it.
    """

    span: Span
    text: str
    type: str
    number: str | None
    year: int | None
    symbol: str | None
    code: str | None
    date: datetime.date | None = None
    issuer: str | None = None
    subject: str | None = None
    refers_to: int | None = None
    date_text: str = ""
    code_span: Span | None = None
    date_span: Span | None = None
    issuer_span: Span | None = None
    subject_span: Span | None = None


class CountKind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    RATIO = "ratio"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Count:
    """A number that counts, measures or prices something. ``noun`` is what, ``unsure`` why its value may be another.

    ``value`` is as printed; ``scale`` is what a word behind it multiplies by (triệu, tỷ). ``upper`` ends a range
    (93-95%), ``of`` a ratio (07/09 sở). ``elided``: the noun stands at another number.
    """

    span: Span
    text: str
    value: Decimal
    noun: str
    kind: CountKind = CountKind.COUNT
    approximate: bool = False
    unsure: str = ""
    scale: int = 1
    upper: Decimal | None = None
    of: Decimal | None = None
    elided: bool = False


class BreakdownKind(StrEnum):
    """A sum names all its parts; ``part`` names some (trong đó); ``list`` counts the items that follow."""

    SUM = "sum"
    PART = "part"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count and its parts. ``total`` and ``parts`` are places in the tuple of counts; ``items`` those of a list."""

    span: Span
    text: str
    kind: BreakdownKind
    total: int
    parts: tuple[int, ...] = ()
    items: tuple[Span, ...] = ()
    consistent: bool = True


class Confidence(StrEnum):
    """How sure a reading is; the value is the word that people read."""

    SURE = "chắc"
    LOOK = "cần xem"
    UNCLEAR = "không rõ"


@dataclass(frozen=True, slots=True)
class Claim:
    """A count of the text taken for an indicator: ``count`` is its place in the tuple of counts, ``why`` the rule that
    paired them, in Vietnamese."""

    key: str
    count: int
    confidence: Confidence
    why: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: ``level`` 1 for I., 2 for 1. below it; ``number`` as written without its mark, or None."""

    span: Span
    level: int
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """Consecutive items. ``under`` is the place of their heading in the tuple of headings, ``lead`` of their lead
    sentence in the text; ``kind`` is ``bullet``, ``numbered`` or ``lettered``; ``where`` the numbers it stands under,
    such as ``II.1``, or ``recipients``."""

    kind: str
    items: tuple[Span, ...]
    under: int | None = None
    lead: Span | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """Everything above the title; what a draft leaves blank is None. The ``…_span`` say where a thing stands."""

    parent_agency: str | None = None
    agency: str | None = None
    number: str | None = None
    symbol: str | None = None
    number_text: str | None = None
    place: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    date_text: str | None = None
    motto: str | None = None
    number_span: Span | None = None
    date_span: Span | None = None

    @property
    def date(self) -> datetime.date | None:
        """The whole date, where it is one."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A reporting period as a title names it: the ``kernel.periods`` kind, its first and last day."""

    kind: str
    first: datetime.date
    last: datetime.date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Type and subject, and the periods that the subject names."""

    type: str | None = None
    type_text: str | None = None
    subject: str | None = None
    period: Stretch | None = None
    next_period: Stretch | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs: authority (``KT. GIÁM ĐỐC``) and position as printed, and the full name; ``signed_mark`` is what a
    copy prints in place of the signature, such as ``(Đã ký)``."""

    authority: str | None = None
    position: str | None = None
    name: str | None = None
    signed_mark: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An appendix that stands in the file: its label, title and place."""

    label: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that the text refers to and that is no citation: a standard, or a paper without number and date."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Understood:
    """A whole document as understood. ``paragraphs`` are logical ones, in reading order: page breaks are mended.

    ``flow`` is ``letters.text``, letter for letter in its place, with each paragraph on one line and page furniture
    blank: what sentences are searched in.
    """

    letters: Letters
    flow: str
    header: Header
    title: Title
    addressees: tuple[str, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[Span, ...]
    items: tuple[ItemList, ...]
    citations: tuple[Citation, ...]
    counts: tuple[Count, ...]
    breakdowns: tuple[Breakdown, ...]
    recipients: tuple[str, ...]
    signature: SignatureBlock
    annexes: tuple[Annex, ...] = ()
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
