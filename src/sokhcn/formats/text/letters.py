"""A text file to letters: every line as it stands, with page numbers, running heads and ruled tables told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sokhcn.document.decoding import decoded
from sokhcn.document.letters import Letters, Line, Role
from sokhcn.formats.text.ruled import with_tables

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+|\f")
_NUMBER = re.compile(r"[-–—\s]*(?:Trang\s*)?(?P<number>\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_APART = 8  # lines at least between one page number and the next
_EDGE = 2  # lines at the top and bottom of a page that may be a running head


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that has letters: where it begins and ends, and on which page it stands."""

    start: int
    end: int
    page: int
    number: int  # of the line in the file


def letters(data: bytes) -> Letters:
    """The letters of a .txt file. ``text`` and ``source`` are the same."""
    found = decoded(data)
    rows = tuple(_rows(found.text))
    roles = dict(_page_numbers(found.text, rows)) | dict(_running_heads(found.text, rows))
    lines = tuple(Line(row.start, row.end, role=roles.get(place, Role.BODY)) for place, row in enumerate(rows))
    lines, grids = with_tables(found.text, lines)
    return Letters(found.text, found.text, lines, grids, findings=found.findings)


def _rows(text: str) -> Iterator[_Row]:
    page = number = 0
    at = 0
    for found in _LINE.finditer(text):
        number += text.count("\n", at, found.start())
        at = found.start()
        if found[0] == "\f":
            page += 1
            continue
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words)
            yield _Row(start, start + len(words), page, number)


def _page_numbers(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, Role]]:
    """Numbers alone on a line: at the edge of a page, or one more each time and pages apart."""
    alone = [
        (place, int(found["number"]))
        for place, row in enumerate(rows)
        if row.end - row.start < 20 and (found := _NUMBER.fullmatch(text, row.start, row.end))
    ]
    edges = set(_edges(rows))
    for number, (place, value) in enumerate(alone):
        beside = alone[max(number - 1, 0) : number] + alone[number + 1 : number + 2]
        follows = any(
            abs(value - other) == 1 and (value > other) == (place > there) and abs(place - there) > _APART
            for there, other in beside
        )
        if place in edges or follows:
            yield place, Role.PAGE_NUMBER


def _edges(rows: Sequence[_Row]) -> Iterator[int]:
    """The first and last lines of each page, where form feeds part pages."""
    if not rows or not rows[-1].page:
        return
    yield from (*range(min(_EDGE, len(rows))), *range(max(len(rows) - _EDGE, 0), len(rows)))
    for place, row in enumerate(rows):
        if row.page != rows[max(place - 1, 0)].page:
            yield from range(max(place - _EDGE, 0), min(place + _EDGE, len(rows)))


def _running_heads(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, Role]]:
    """Lines at the edge of pages that stand on another page too, but for their numbers."""
    seen: dict[str, list[int]] = {}
    for place in sorted(set(_edges(rows))):
        words = re.sub(r"\d+", "#", text[rows[place].start : rows[place].end])
        seen.setdefault(words, []).append(place)
    for words, places in seen.items():
        if len({rows[place].page for place in places}) > 1 and words.strip("# -–—"):
            yield from ((place, Role.RUNNING_HEAD) for place in places)
