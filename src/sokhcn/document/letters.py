"""What a file says before anyone understands it: letters in reading order, and where and how each line stands.

Readers of formats make it; the floor of readers understands it. Two texts belong to it: ``source``, the text as it was
read (of a .md or .txt file every character of it), and ``text``, the same letters without marks, in NFC and repaired.
Whatever is found in ``text`` is told to people by its place in ``source``.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from sokhcn.kernel.finding import Finding
from sokhcn.kernel.tracing import Span, Trace

__all__ = ["Grid", "Hint", "Known", "Letters", "Line", "Origin", "Role", "Span", "Unreadable"]


class Unreadable(Exception):
    """A file gives no letters. ``finding`` says why and what to do, in one sentence for people."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line stands in its file: the paragraph of a .docx (from 0); page (from 1) and box of a .pdf, in points
    from the page's lower left corner as left, bottom, right, top."""

    paragraph: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """How a line looks. Hints are never the truth: numbering and wording are. ``font`` is the name in the file."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    size_pt: float | None = None
    level: int | None = None
    font: str | None = None


class Role(StrEnum):
    """What a line is on its page."""

    BODY = "body"
    CELL = "cell"
    FOOTNOTE = "footnote"
    RUNNING_HEAD = "running_head"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` of its ``Letters``: a paragraph where the format knows paragraphs, else one line.

    Automatic list numbers are part of it, as paper shows them.
    """

    start: int
    end: int
    origin: Origin = Origin()
    hint: Hint = Hint()
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each with the places of its lines in ``Letters.lines``. ``ruled`` says it has borders."""

    rows: tuple[tuple[tuple[int, ...], ...], ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """A figure (``num``) or paper (``cite``) whose identity the file itself tells, as our own .docx does."""

    start: int
    end: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Letters:
    """One file's letters. ``jumps`` are pairs of places in ``text`` and ``source`` from which both run side by side;
    ``wide`` are places in ``text`` of letters that stand for several in ``source``, with how many."""

    text: str
    source: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    known: tuple[Known, ...] = ()
    jumps: tuple[tuple[int, int], ...] = ((0, 0),)
    findings: tuple[Finding, ...] = field(default=())
    wide: tuple[tuple[int, int], ...] = ()

    def of(self, line: Line) -> str:
        """The letters of one line."""
        return self.text[line.start : line.end]

    @property
    def trace(self) -> Trace:
        """The way from ``text`` to ``source``."""
        return Trace(self.jumps, self.wide)

    def in_source(self, start: int, end: int) -> Span:
        """The place in ``source`` of ``text[start:end]``; marks at either end stay outside. O(log of the jumps)."""
        return self.trace.span(start, end)
