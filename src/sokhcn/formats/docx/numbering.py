"""Automatic numbers of lists as paper shows them, computed from ``word/numbering.xml`` (ISO 29500-1, 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sokhcn.formats.docx.elements import Element, W
from sokhcn.formats.docx.inheriting import number_of
from sokhcn.formats.docx.signs import shown
from sokhcn.formats.docx.walking import is_on
from sokhcn.kernel.numerals import roman

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_HIGHEST_ROMAN: Final = 3999
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts. ``restarts_after`` is the level (from 1) whose step starts it anew, 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restarts_after: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as paragraphs name it: the pattern it follows, levels of its own, and where it begins anew."""

    pattern: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbers:
    """The lists of one file and how far each has counted."""

    listings: Mapping[str, Listing] = field(default_factory=lambda: MappingProxyType({}))
    _counted: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def next(self, number: str | None, level: int | None, style: str) -> str:
        """The number before the next paragraph of a list, with the space after it; empty where there is none."""
        listing = self.listings.get(number or "")
        if listing is None or number == "0":
            return ""
        own = self._own(listing, style) if level is None else level
        if own not in listing.levels:
            return ""
        counted = self._counted.setdefault(listing.pattern, [None] * _LEVELS)
        self._begin(number or "", listing, counted)
        _step(listing, counted, own)
        return _written(listing, counted, own)

    def _own(self, listing: Listing, style: str) -> int:
        return next((place for place, level in listing.levels.items() if style and level.style == style), 0)

    def _begin(self, number: str, listing: Listing, counted: list[int | None]) -> None:
        """The first paragraph of a list that overrides starts: these levels count from there."""
        if number not in self._begun:
            self._begun.add(number)
            for level in listing.starts:
                counted[level] = None


def _step(listing: Listing, counted: list[int | None], own: int) -> None:
    for above in range(own):
        if counted[above] is None:
            counted[above] = _start(listing, above)
    last = counted[own]
    counted[own] = _start(listing, own) if last is None else last + 1
    for below in range(own + 1, _LEVELS):
        after = listing.levels.get(below, Level()).restarts_after
        if after is None or (after and own < after):
            counted[below] = None


def _start(listing: Listing, level: int) -> int:
    return listing.starts.get(level, listing.levels.get(level, Level()).start)


def _written(listing: Listing, counted: list[int | None], own: int) -> str:
    level = listing.levels[own]

    def value(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        format = listing.levels.get(place, Level()).format
        return counted_as(counted[place] or 0, "decimal" if level.is_legal else format)

    text = shown(level.text) if level.format == "bullet" else _PLACE.sub(value, level.text)
    return text and (text if level.suffix == "nothing" else f"{text} ")


def counted_as(value: int, format: str) -> str:
    """A count in a number format; those of other languages as decimals."""
    match format:
        case "upperRoman" | "lowerRoman" if 0 < value <= _HIGHEST_ROMAN:
            return roman(value) if format == "upperRoman" else roman(value).lower()
        case "upperLetter" | "lowerLetter" if value > 0:
            letter = _LETTERS[(value - 1) % 26] * min((value - 1) // 26 + 1, 20)
            return letter.upper() if format == "upperLetter" else letter
        case "decimalZero":
            return f"{value:02d}"
        case "none" | "bullet":
            return ""
        case _:
            return str(value)


def numbers_of(numbering: Element | None, styles: Mapping[str, Element]) -> Numbers:
    """The lists that a file describes."""
    if numbering is None:
        return Numbers()
    patterns = {node.get(W + "abstractNumId", ""): node for node in numbering.iter(W + "abstractNum")}
    named = {node.get(W + "numId", ""): node for node in numbering.iter(W + "num")}
    found = {own: listing for own, node in named.items() if (listing := _listing(node, patterns, named, styles))}
    return Numbers(found)


def _listing(
    node: Element, patterns: Mapping[str, Element], named: Mapping[str, Element], styles: Mapping[str, Element]
) -> Listing | None:
    own = _value(node, "abstractNumId")
    pattern = patterns.get(own)
    if pattern is None:
        return None
    if link := _value(pattern, "numStyleLink"):
        number = styles[link].find(f"{W}pPr/{W}numPr/{W}numId") if link in styles else None
        target = named.get("" if number is None else number.get(W + "val", ""))
        own = own if target is None else _value(target, "abstractNumId")
        pattern = patterns.get(own, pattern)
    levels = _levels(pattern)
    starts: dict[int, int] = {}
    for change in node.iter(W + "lvlOverride"):
        place = int(number_of(change.get(W + "ilvl")))
        levels |= _levels(change)
        if 0 <= place < _LEVELS and (start := change.find(W + "startOverride")) is not None:
            starts[place] = int(number_of(start.get(W + "val"), 1))
    return Listing(own, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    found = {int(number_of(node.get(W + "ilvl"))): _level(node) for node in parent.findall(W + "lvl")}
    return {place: level for place, level in found.items() if 0 <= place < _LEVELS}


def _level(node: Element) -> Level:
    restart = node.find(W + "lvlRestart")
    return Level(
        start=int(number_of(_value(node, "start"), 1)),
        format=_value(node, "numFmt") or "decimal",
        text=_value(node, "lvlText"),
        suffix=_value(node, "suff") or "tab",
        restarts_after=None if restart is None else int(number_of(restart.get(W + "val"))),
        is_legal=is_on(node.find(W + "isLgl")),
        style=_value(node, "pStyle"),
    )


def _value(node: Element, name: str) -> str:
    child = node.find(W + name)
    return "" if child is None else child.get(W + "val", "")
