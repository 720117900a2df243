"""The lines of a Markdown file: which are headings, quotes, tables, code, and where the words of each stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from sokhcn.kernel.tracing import Span

_LINE = re.compile(r"[^\r\n]*")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_REFERENCE = re.compile(r" {0,3}\[[^\]]{1,200}\]:\s*\S+.{0,300}")
_COMMENT = re.compile(r"\s*<!--")
_STARTS_ANEW = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])[ \t]+\S")
_PIPE = re.compile(r"(?<!\\)\|")


class Kind(Enum):
    """What a line is; the words of ``MARK`` are all marks."""

    WORDS = auto()
    HEADING = auto()
    ROW = auto()
    CODE = auto()
    MARK = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A line: its place in the file, that of its words, how deep a heading it is."""

    kind: Kind
    line: Span
    words: Span
    level: int | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the marks of the line before may end on this one."""
        return self.kind is Kind.WORDS


def blocks(text: str) -> list[Block]:
    """Every line of ``text``."""
    lines = list(_lines(text))
    found: list[Block] = []
    place = _after_preamble(text, lines)
    found += [Block(Kind.MARK, line, (line[1], line[1])) for line in lines[:place]]
    while place < len(lines):
        size, made = _next(text, lines, place, found)
        found += made
        place += size
    return found


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for piece in re.split(r"(\r\n|\n|\r|\f)", text):
        if piece not in ("\r\n", "\n", "\r", "\f"):
            yield at, at + len(piece)
        at += len(piece)


def _after_preamble(text: str, lines: Sequence[Span]) -> int:
    """Settings between two lines ``---`` at the head of the file are no words of it."""
    if not lines or text[slice(*lines[0])].rstrip() != "---":
        return 0
    ends = (n for n in range(1, min(len(lines), 50)) if text[slice(*lines[n])].rstrip() in ("---", "..."))
    end = next(ends, 0)
    keys = [text[slice(*line)] for line in lines[1:end]]
    return end + 1 if end and all(re.match(r"[\w-]+:|\s|$|#", key) for key in keys) else 0


def _next(text: str, lines: Sequence[Span], place: int, before: Sequence[Block]) -> tuple[int, list[Block]]:
    """The block that begins on line ``place``, and how many lines it has."""
    start, end = lines[place]
    if _FENCE.fullmatch(text, start, end):
        return _code(text, lines, place)
    if _COMMENT.match(text, start, end) and (size := _comment(text, lines, place)):
        return size, [Block(Kind.MARK, line, (line[1], line[1])) for line in lines[place : place + size]]
    quoted = _QUOTE.match(text, start, end)
    first = quoted.end() if quoted else start
    if _is_table(text, lines, place):
        return _table(text, lines, place)
    return 1, [_line(text, (start, end), first, before)]


def _line(text: str, line: Span, first: int, before: Sequence[Block]) -> Block:
    end = line[1]
    if not text[first:end].strip():
        return Block(Kind.BLANK, line, (end, end))
    if heading := _HEADING.match(text, first, end):
        closing = _CLOSING.search(text, heading.end(), end)
        return Block(Kind.HEADING, line, (heading.end(), closing.start() if closing else end), len(heading[1]))
    under_words = bool(before) and before[-1].kind is Kind.WORDS and not _starts_anew(text, before[-1])
    if _RULE.fullmatch(text, first, end) or (under_words and _UNDERLINE.fullmatch(text, first, end)):
        return Block(Kind.MARK, line, (end, end))
    if _REFERENCE.fullmatch(text, first, end):
        return Block(Kind.MARK, line, (end, end))
    return Block(Kind.WORDS, line, (first, end))


def _starts_anew(text: str, block: Block) -> bool:
    return bool(_STARTS_ANEW.match(text, *block.words))


def starts_anew(text: str, block: Block) -> bool:
    """Whether a line begins a paragraph of its own: an item of a list, or anything but words."""
    return block.kind is not Kind.WORDS or _starts_anew(text, block)


def _code(text: str, lines: Sequence[Span], place: int) -> tuple[int, list[Block]]:
    """Lines between fences stand as they are; without a second fence, to the end."""
    fence = text[slice(*lines[place])].strip()
    mark = fence[0] * (len(fence) - len(fence.lstrip(fence[0])))
    end = place + 1
    while end < len(lines) and not _closes(text[slice(*lines[end])].strip(), mark):
        end += 1
    inside = [Block(Kind.CODE, line, line) for line in lines[place + 1 : end]]
    marks = [Block(Kind.MARK, line, (line[1], line[1])) for line in (lines[place], *lines[end : end + 1])]
    return end + 1 - place, [marks[0], *inside, *marks[1:]]


def _closes(line: str, mark: str) -> bool:
    return line.startswith(mark) and not line.strip(mark[0])


def _comment(text: str, lines: Sequence[Span], place: int) -> int:
    """How many lines a comment has that fills its lines; 0 where words stand behind it or it never ends."""
    close = text.find("-->", lines[place][0])
    if close < 0:
        return 0
    last = next(n for n in range(place, len(lines)) if lines[n][1] >= close + 3)
    return last + 1 - place if not text[close + 3 : lines[last][1]].strip() else 0


def _is_table(text: str, lines: Sequence[Span], place: int) -> bool:
    if place + 1 >= len(lines) or "|" not in text[slice(*lines[place])]:
        return False
    below = lines[place + 1]
    return "|" in text[slice(*below)] and "-" in text[slice(*below)] and bool(_DELIMITERS.fullmatch(text, *below))


def _table(text: str, lines: Sequence[Span], place: int) -> tuple[int, list[Block]]:
    end = place + 2
    while end < len(lines) and "|" in text[slice(*lines[end])]:
        end += 1
    rows = [Block(Kind.ROW, line, line) for line in lines[place:end]]
    rows[1] = Block(Kind.MARK, lines[place + 1], (lines[place + 1][1], lines[place + 1][1]))
    return end - place, rows


def cells(text: str, row: Block) -> list[Span]:
    """The places of the cells of a row, between its bars."""
    start, end = row.words
    bars = [found.start() for found in _PIPE.finditer(text, start, end)]
    first = bars.pop(0) + 1 if bars and not text[start : bars[0]].strip() else start
    last = bars.pop() if bars and not text[bars[-1] + 1 : end].strip() else end
    edges = [first, *(edge for bar in bars for edge in (bar, bar + 1)), last]
    return list(zip(edges[::2], edges[1::2], strict=True))
