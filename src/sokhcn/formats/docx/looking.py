"""Measuring a .docx: its pages and margins, and how each line that is read from it is set."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sokhcn.document.letterhead import RECIPIENTS
from sokhcn.document.letters import Letters, Line, Role
from sokhcn.document.look import Appearance, Set, Sheet, Spot
from sokhcn.formats.docx.elements import Element, W
from sokhcn.formats.docx.inheriting import Look, number_of
from sokhcn.formats.docx.letters import reading
from sokhcn.formats.docx.walking import is_on

_TWIPS_PER_MM: Final = 1440 / 25.4
_POINTS_PER_MM: Final = 72 / 25.4
_NUMBERED: Final = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*)[.\-]\s|[a-zđ]\)\s|PHẦN\s")
_ANNEX: Final = re.compile(r"\s*PHỤ LỤC\b", re.IGNORECASE)


def look(data: bytes) -> Appearance:
    """How the file looks. Raises ``Unreadable``, as reading its letters does."""
    made = reading(data)
    letters = made.made.letters(())
    looks = made.made.looks
    lines = tuple(_set(letters, line, looks[place], spot) for place, line, spot in _spots(letters, made.feet))
    return Appearance(tuple(_sheet(section) for section in made.sections), lines)


def _set(letters: Letters, line: Line, look: Look, spot: Spot) -> Set:
    said = letters.of(line)
    return Set(
        spot,
        (line.start, line.end),
        sum(not letter.isspace() for letter in said),
        line.hint.font,
        line.hint.size_pt,
        line.hint.bold,
        line.hint.italic,
        look.align or "left",
        round(look.line or 1.0, 3),
        look.line_rule not in (None, "auto"),
        look.before_pt or 0,
        look.after_pt or 0,
        round((look.first_line_pt or 0) / _POINTS_PER_MM, 1),
    )


def _sheet(section: Element) -> Sheet:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def millimetres(element: Element | None, name: str) -> float:
        return 0.0 if element is None else round(number_of(element.get(W + name)) / _TWIPS_PER_MM, 1)

    top, bottom, left, right = (millimetres(margins, side) for side in ("top", "bottom", "left", "right"))
    apart = is_on(section.find(W + "titlePg"))
    return Sheet(millimetres(size, "w"), millimetres(size, "h"), top, bottom, left, right, apart)


@dataclass(slots=True)
class _Passage:
    """How far down the file a line stands: its head, its title, its body, its closing, an appendix."""

    begun: bool = False
    annex: bool = False


def _spots(letters: Letters, feet: int) -> Iterator[tuple[int, Line, Spot]]:
    """Each line with the spot it stands on, going down the file."""
    ruled = {place for grid in letters.grids if grid.ruled for place in _cells(grid.rows)}
    apart = {place for grid in letters.grids if not grid.ruled for place in _cells(grid.rows)}
    recipients = _recipients(letters)
    passage = _Passage()
    for place, line in enumerate(letters.lines):
        spot = _spot(letters, place, (ruled, apart, recipients), passage)
        yield place, line, Spot.PAGE_NUMBER_BELOW if spot is Spot.PAGE_NUMBER and place >= feet else spot


def _spot(letters: Letters, place: int, tables: tuple[set[int], set[int], set[int]], passage: _Passage) -> Spot:
    line = letters.lines[place]
    ruled, apart, recipients = tables
    if line.role in _BY_ROLE:
        return _BY_ROLE[line.role]
    if place in ruled:
        return Spot.TABLE
    if place in recipients:
        return Spot.RECIPIENTS
    if place in apart:
        return Spot.HEAD if not passage.begun else Spot.SIGNATURE
    return _of_running_text(letters.of(line), line, passage)


_BY_ROLE: Final = MappingProxyType(
    {Role.FOOTNOTE: Spot.NOTE, Role.RUNNING_HEAD: Spot.RUNNING, Role.PAGE_NUMBER: Spot.PAGE_NUMBER}
)


def _of_running_text(said: str, line: Line, passage: _Passage) -> Spot:
    if passage.begun and line.hint.centred and _ANNEX.match(said):
        passage.annex = True
    if passage.annex:
        return Spot.APPENDIX
    if not passage.begun and line.hint.centred:
        return Spot.TITLE if line.hint.bold else Spot.HEAD
    passage.begun = True
    if line.hint.level is not None or (line.hint.bold and (_NUMBERED.match(said) or said == said.upper())):
        return Spot.HEADING
    return Spot.BODY


def _recipients(letters: Letters) -> set[int]:
    """The lines of the cell, or the lines on end, that follow ``Nơi nhận:``."""
    for grid in letters.grids:
        for cell in (cell for row in grid.rows for cell in row):
            if any(letters.of(letters.lines[place]).strip().startswith(RECIPIENTS) for place in cell):
                return set(cell)
    starts = (n for n, line in enumerate(letters.lines) if letters.of(line).strip().startswith(RECIPIENTS))
    start = next(starts, None)
    if start is None:
        return set()
    found = {start}
    for place in range(start + 1, len(letters.lines)):
        if not letters.of(letters.lines[place]).lstrip().startswith(("-", "–")):
            break
        found.add(place)
    return found


def _cells(rows: Iterable[Iterable[Iterable[int]]]) -> Iterator[int]:
    return (place for row in rows for cell in row for place in cell)
