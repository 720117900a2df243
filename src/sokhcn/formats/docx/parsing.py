"""A line that people typed, taken as it stands: pieces to nodes, numbers and labels off their words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from sokhcn.document.nodes import Break, Cite, Emph, Inline, Num, Strong, Text
from sokhcn.document.strokes import Part, Stroke
from sokhcn.formats.docx.names import HEADINGS, ITEMS, Identity, Kind, Style, identity_of_bookmark, identity_of_tag
from sokhcn.formats.docx.seen import Piece, Pieces, Seen, said_by
from sokhcn.kernel.numerals import read_number

_BY_STYLE: Final[Mapping[Style, Part]] = MappingProxyType(
    {
        Style.PARENT_AGENCY: Part.PARENT_AGENCY,
        Style.AGENCY: Part.AGENCY,
        Style.NATIONAL_NAME: Part.FIXED,
        Style.MOTTO: Part.FIXED,
        Style.SERIAL: Part.SERIAL,
        Style.DATED: Part.DATED,
        Style.TYPE_NAME: Part.TYPE_NAME,
        Style.SUBJECT: Part.SUBJECT,
        Style.ADDRESSEE: Part.ADDRESSEE,
        Style.ADDRESSEES: Part.ADDRESSEE,
        **dict.fromkeys(HEADINGS, Part.SECTION),
        Style.BODY: Part.PARAGRAPH,
        **dict.fromkeys(ITEMS, Part.ITEM),
        Style.RECIPIENTS_WORD: Part.FIXED,
        Style.RECIPIENT: Part.RECIPIENT,
        Style.SIGNATURE_LINE: Part.SIGNATURE_LINE,
        Style.SIGNATURE_NAME: Part.SIGNATURE_NAME,
        Style.APPENDIX_LABEL: Part.APPENDIX,
        Style.APPENDIX_TITLE: Part.APPENDIX_TITLE,
        Style.APPENDIX_REFERENCE: Part.APPENDIX_REFERENCE,
        Style.UNIT: Part.UNIT,
    }
)
_ROW_KINDS: Final[Mapping[Style, str]] = MappingProxyType(
    {
        Style.TABLE_GROUP: "group",
        Style.TOTAL_LEFT: "total",
        Style.TOTAL_CENTRE: "total",
        Style.TOTAL_RIGHT: "total",
    }
)
_NUMBER: Final = re.compile(r"(?:((?:[IVXLC]+|\d+(?:\.\d+)*))[.\-]|([a-zđ]\)|\d+\)))\s+")
_LABEL: Final = re.compile(r"([-–+*•]|\d+(?:\.\d+)*[.)]|[a-zđ][.)])\s+")
_SERIAL: Final = re.compile(r"\s*Số\s*:\s*([^/\s]*)\s*(?:/\s*(.*))?", re.DOTALL)
_DATED: Final = re.compile(r"\s*(?:(.*?),?\s+)?ngày\s*(\d{0,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\s*")
_NAME: Final = re.compile(r"\s*(?:Kính gửi\s*:\s*)?(?:[-–]\s*)?(.*?)\s*[.;]?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What the file says of its controls: full keys by tag or bookmark, values by key and words."""

    full_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[tuple[str, str], int | Decimal] = field(default_factory=lambda: MappingProxyType({}))

    def figure(self, key: str, text: str) -> Inline:
        """A figure with these words; plain words where they are no number."""
        value = self.values.get((key, text))
        if value is None:
            value = read_number(text.strip().removesuffix("%"))
        return Text(text) if value is None else Num(key, value, text)

    def identity(self, piece: Piece) -> Identity | None:
        return identity_of_tag(piece.tag, self.full_keys) if piece.tag else None

    def nodes(self, pieces: Iterable[Piece]) -> tuple[Inline, ...]:
        """Pieces as nodes: words of one look together."""
        result: list[Inline] = []
        for (bold, italic), group in groupby(pieces, lambda piece: (piece.bold, piece.italic)):
            inner = self._leaves(group)
            inner = (Emph(inner),) if italic and inner else inner
            result += (Strong(inner),) if bold and inner else inner
        return tuple(result)

    def _leaves(self, pieces: Iterable[Piece]) -> tuple[Inline, ...]:
        result: list[Inline] = []
        for _, group in groupby(pieces, lambda piece: piece.control):
            same = tuple(group)
            identity, text = self.identity(same[0]), said_by(same)
            if identity is None:
                result += _texts(text)
            elif identity.kind is Kind.FIGURE:
                result.append(self.figure(identity.key, text))
            else:
                result.append(Cite(identity.key, text))
        return tuple(result)


def _texts(text: str) -> list[Inline]:
    result: list[Inline] = []
    for place, line in enumerate(text.replace("\t", " ").split("\n")):
        result += ([Break()] if place else []) + ([Text(line)] if line else [])
    return result


def part_by_style(line: Seen) -> Part | None:
    """What a line is by its style or its place in a table; None where that does not say."""
    if line.is_row:
        return Part.TABLE if line.is_header else Part.ROW
    return _BY_STYLE.get(line.style) if line.style else None


def typed(line: Seen, part: Part, known: Known, facts: Mapping[str, Any]) -> Stroke:
    """The stroke of a line as somebody typed it; ``facts`` are those of the line it was before, or none."""
    if line.is_row:
        return _typed_row(line, part, known, facts)
    pieces = line.cells[0]
    text = said_by(pieces)
    match part:
        case Part.SERIAL | Part.DATED:
            return Stroke(part, (known.nodes(pieces),), facts=_head_facts(part, text, facts))
        case Part.ADDRESSEE | Part.RECIPIENT:
            name = _NAME.fullmatch(text)
            return Stroke(part, (known.nodes(cut(pieces, *name.span(1)) if name else pieces),))
        case Part.SECTION:
            return _typed_section(line, known, facts)
        case Part.ITEM:
            label = _LABEL.match(text)
            depth = ITEMS.index(line.style) if line.style in ITEMS else 0
            told = {"depth": depth, "first": False, **facts, "label": label[1] if label else ""}
            return Stroke(part, (known.nodes(cut(pieces, label.end() if label else 0)),), facts=told)
        case _:
            return Stroke(part, (known.nodes(pieces),), facts=facts)


def _typed_row(line: Seen, part: Part, known: Known, facts: Mapping[str, Any]) -> Stroke:
    cells = tuple(known.nodes(cell) for cell in line.cells)
    if part is Part.TABLE:
        fits = len(facts.get("widths", ())) == len(cells)
        return Stroke(part, cells, facts=facts if fits else {})
    kind = _ROW_KINDS.get(line.style, "body") if line.style else "body"
    return Stroke(Part.ROW, cells, facts=facts or {"kind": kind})


def _typed_section(line: Seen, known: Known, facts: Mapping[str, Any]) -> Stroke:
    pieces = line.cells[0]
    number = _NUMBER.match(said_by(pieces))
    depth = HEADINGS.index(line.style) if line.style in HEADINGS else 0
    keys = (identity_of_bookmark(name, known.full_keys) for name in line.bookmarks)
    key = next((found.key for found in keys if found), "")
    told = {"key": key, "level": depth + 1, "depth": depth, **facts}
    told["number"] = (number[1] or number[2]) if number else None
    return Stroke(Part.SECTION, (known.nodes(cut(pieces, number.end() if number else 0)),), facts=told)


def _head_facts(part: Part, text: str, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    if part is Part.SERIAL:
        serial = _SERIAL.fullmatch(text)
        return {"number": serial[1] or None, "symbol": (serial[2] or "").strip()} if serial else facts
    day = _DATED.fullmatch(text.replace("\N{NO-BREAK SPACE}", " "))
    if not day:
        return facts
    written = {"day": int(day[2]) if day[2] else None, "month": int(day[3]), "year": int(day[4])}
    return {"place": day[1] or "", **written}


def cut(pieces: Pieces, start: int, end: int | None = None) -> Pieces:
    """The pieces between two places of their text."""
    result, at = [], 0
    for piece in pieces:
        left = max(start - at, 0)
        right = len(piece.text) if end is None else min(end - at, len(piece.text))
        at += len(piece.text)
        if left < right or (piece.control and not piece.text):
            result.append(piece._replace(text=piece.text[left:right]))
    return tuple(result)
