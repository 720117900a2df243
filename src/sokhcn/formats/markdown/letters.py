"""A Markdown file to letters: its words without marks, each letter with its place in the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from sokhcn.document.decoding import decoded
from sokhcn.document.letters import Grid, Hint, Letters, Line, Role
from sokhcn.formats.markdown.blocks import Block, Kind, blocks, cells, starts_anew
from sokhcn.formats.markdown.inlines import Inlines, read, sorted_edits
from sokhcn.kernel.tracing import Span, Trace, edited

_MOST = 0.8  # of a line's letters, for the line to be bold or italic
_DECORATION = frozenset("─═━_=*-– ")


@dataclass(slots=True)
class _Page:
    """A file in the making: where its lines stand in the file, and its tables as places of lines."""

    source: str
    inlines: Inlines = field(default_factory=Inlines)
    lines: list[tuple[Span, int | None, Role]] = field(default_factory=list)
    grids: list[list[tuple[tuple[int, ...], ...]]] = field(default_factory=list)

    def add(self, span: Span, level: int | None = None, role: Role = Role.BODY) -> int:
        self.lines.append((span, level, role))
        return len(self.lines) - 1


def letters(data: bytes) -> Letters:
    """The letters of a .md file. ``source`` is the file itself, marks included."""
    found = decoded(data)
    page = _Page(found.text)
    _read(page, blocks(found.text))
    text, trace = edited(found.text, sorted_edits(page.inlines.edits))
    return Letters(
        text=text,
        source=found.text,
        lines=tuple(_lines(page, text, trace)),
        grids=tuple(Grid(tuple(rows)) for rows in page.grids),
        jumps=trace.jumps,
        findings=found.findings,
        wide=trace.wide,
    )


def _read(page: _Page, found: Sequence[Block]) -> None:
    """Line by line; the marks of a paragraph may end on a later line of it."""
    open_block: list[Block] = []
    in_table = False
    for block in found:
        if starts_anew(page.source, block):
            _paragraph(page, open_block)
            open_block = []
        _mark(page, block)
        if block.kind is Kind.ROW:
            _row(page, block, goes_on=in_table)
        elif block.kind is Kind.CODE:
            page.add(block.words)
        elif block.kind in (Kind.WORDS, Kind.HEADING):
            page.add(block.words, block.level)
            open_block.append(block)
        if block.kind is not Kind.MARK:
            in_table = block.kind is Kind.ROW
    _paragraph(page, open_block)


def _mark(page: _Page, block: Block) -> None:
    """Take away what stands before and behind a line's words."""
    (start, end), (first, last) = block.line, block.words
    edits = page.inlines.edits
    edits += [(at, to, "") for at, to in ((start, first), (last, end)) if to > at and block.kind is not Kind.BLANK]


def _paragraph(page: _Page, lines: Sequence[Block]) -> None:
    if lines:
        read(page.source, lines[0].words[0], lines[-1].words[1], page.inlines)


def _row(page: _Page, block: Block, *, goes_on: bool) -> None:
    """A row of a table: each cell a line, the bars between them gone."""
    spans = cells(page.source, block)
    at = block.words[0]
    for start, end in spans:
        page.inlines.edits += [(at, start, "")] if start > at else []
        read(page.source, start, end, page.inlines)
        at = end
    page.inlines.edits += [(at, block.words[1], "")] if block.words[1] > at else []
    row = tuple((page.add(span, role=Role.CELL),) if page.source[slice(*span)].strip() else () for span in spans)
    if goes_on:
        page.grids[-1].append(row)
    else:
        page.grids.append([row])


def _lines(page: _Page, text: str, trace: Trace) -> Iterator[Line]:
    bold = _Covered.by(_here(page.inlines.bold, trace, len(text)))
    italic = _Covered.by(_here(page.inlines.italic, trace, len(text)))
    for (start, end), level, role in page.lines:
        first, last = trace.back(start, len(text)), trace.back(end, len(text))
        words = text[first:last]
        first += len(words) - len(words.lstrip())
        last = max(first, last - len(words) + len(words.rstrip()))
        hint = Hint(bold=bold.mostly(first, last), italic=italic.mostly(first, last), level=level)
        yield Line(first, last, hint=hint, role=role)


def _here(spans: Sequence[Span], trace: Trace, length: int) -> list[Span]:
    return sorted((trace.back(start, length), trace.back(end, length)) for start, end in spans)


@dataclass(frozen=True, slots=True)
class _Covered:
    """Stretches apart from each other, and how many letters they cover up to the end of each."""

    starts: list[int]
    ends: list[int]
    sums: list[int]

    @classmethod
    def by(cls, spans: Sequence[Span]) -> Self:
        made = cls([], [], [0])
        for start, end in spans:
            first = max(start, made.ends[-1] if made.ends else 0)
            if end > first:
                made.starts.append(first)
                made.ends.append(end)
                made.sums.append(made.sums[-1] + end - first)
        return made

    def mostly(self, start: int, end: int) -> bool:
        """Whether the greater part of a line is covered."""
        return end > start and self._up_to(end) - self._up_to(start) >= _MOST * (end - start)

    def _up_to(self, place: int) -> int:
        number = bisect_right(self.starts, place)
        beyond = max(self.ends[number - 1] - place, 0) if number else 0
        return self.sums[number] - beyond
