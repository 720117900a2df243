"""A document as people read it on a screen: its paragraphs, in which figures, units, papers, dates and bodies are told
apart."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sokhcn.document.letters import Span
from sokhcn.document.understood import Understood

# What a stretch is, by its colour on the palette: 0 is plain.
KINDS = ("", "paper", "body", "date", "unit", "figure")
PAPER, BODY, DATE, UNIT, FIGURE = range(1, 6)
NUMBER = re.compile(r"\d[\d.,]*(?:\s?[-–/]\s?\d[\d.,]*)?\s?%?")
DAY_WORD = "ngày "
SHORTEST_NAME = 4  # letters: a shorter one would be met within other words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one ``kind``, empty for plain ones."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, from ``start`` on in the text; a heading has a ``level`` from 1, anything else 0."""

    start: int
    level: int
    stretches: tuple[Stretch, ...]


def passages(text: Understood, bodies: Iterable[str] = ()) -> tuple[Passage, ...]:
    """The paragraphs of ``text`` in reading order; ``bodies`` are more names to be marked wherever they stand. Linear
    in the text for each name."""
    painted = _painted(text, bodies)
    levels = sorted((heading.span[0], heading.level) for heading in text.headings)
    return tuple(_passage(text.flow, painted, span, levels) for span in _lines(text.flow))


def passage_at(found: Sequence[Passage], place: int) -> Passage | None:
    """The passage in which ``place`` of the text lies."""
    number = bisect_right(found, place, key=lambda passage: passage.start) - 1
    return found[max(number, 0)] if found else None


def _lines(flow: str) -> Iterator[Span]:
    start = 0
    for line in flow.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            yield first, first + len(words)
        start += len(line) + 1


def _passage(flow: str, painted: bytearray, span: Span, levels: Sequence[tuple[int, int]]) -> Passage:
    number = bisect_right(levels, (span[0], 99)) - 1
    level = levels[number][1] if number >= 0 and levels[number][0] >= span[0] else 0
    stretches, place = [], span[0]
    for colour, run in groupby(painted[span[0] : span[1]]):
        length = sum(1 for _ in run)
        stretches.append(Stretch(flow[place : place + length], KINDS[colour]))
        place += length
    return Passage(span[0], level, tuple(stretches))


def _painted(text: Understood, bodies: Iterable[str]) -> bytearray:
    """The colour of each letter; what is painted later lies on top."""
    painted, flow = bytearray(len(text.flow)), text.flow

    def paint(span: Span, colour: int) -> None:
        painted[span[0] : span[1]] = bytes([colour]) * (span[1] - span[0])

    issuers = {flow[slice(*cited.issuer_span)] for cited in text.citations if cited.issuer_span}
    for name in {*issuers, *bodies}:
        for start in _places(flow, name):
            paint((start, start + len(name)), BODY)
    for cited in text.citations:
        end = cited.code_span[1] if cited.code_span else cited.span[1]
        paint((min(cited.span[0], end), end), PAPER)
        if cited.date_span:
            first, last = cited.date_span
            paint((first + len(DAY_WORD) * flow.startswith(DAY_WORD, first), last), DATE)
    for count in text.counts:
        number = NUMBER.search(flow, *count.span)
        if number:
            end = number.start() + len(number.group().rstrip())
            after = end + len(flow[end : count.span[1]]) - len(flow[end : count.span[1]].lstrip())
            paint((after, count.span[1]), UNIT)
            paint((number.start(), end), FIGURE)
    return painted


def _places(flow: str, name: str) -> Iterator[int]:
    place = flow.find(name) if len(name) >= SHORTEST_NAME else -1
    while place >= 0:
        yield place
        place = flow.find(name, place + len(name))
