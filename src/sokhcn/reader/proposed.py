"""A row that a report proposes for a register: the cells as texts, where they were read, and how sure that is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Self

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Claim, Confidence, Count, Understood
from sokhcn.kernel.dates import written
from sokhcn.kernel.periods import Period
from sokhcn.reader.chapters import Chapter, chapters, passage_of
from sokhcn.reader.claims import is_plain

INCOMPLETE = "Theo báo cáo; cần bổ sung chi tiết"
UNNAMED = "Giữ chỗ theo số liệu của báo cáo; cần thay bằng chi tiết thật"
MOST = 5_000  # rows that one count stands for: with more, somebody had better bring the list itself


@dataclass(frozen=True, slots=True)
class Proposed:
    """``register`` is a slug, ``cells`` texts by the heading of their column; ``span`` is a place in the text.

    ``stands_for`` is the indicator whose count a placeholder makes up, for things that are counted and not named.
    """

    register: str
    cells: Mapping[str, str]
    span: Span
    confidence: Confidence
    why: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of what was done in the period, claimed for an indicator, with the chapter it stands in."""

    key: str
    chapter: Chapter
    count: Count
    confidence: Confidence

    @property
    def number(self) -> int:
        """How many rows it stands for; none where it is no whole number or more than anybody would detail."""
        value = self.count.value * self.count.scale
        return int(value) if value == int(value) and 0 <= value <= MOST else 0

    @property
    def passage(self) -> Span:
        """The paragraph or item it stands in."""
        return passage_of(self.chapter.text, self.count.span[0])

    @property
    def is_in_brackets(self) -> bool:
        before = self.chapter.text.flow[self.passage[0] : self.count.span[0]]
        return before.count("(") > before.count(")")

    @property
    def brackets(self) -> str:
        """What the brackets behind it hold, those inside them too; empty where none follow in the same clause."""
        flow, last = self.chapter.text.flow, self.passage[1]
        start = next((place for place in range(self.count.span[1], last) if flow[place] in "();."), last)
        if start == last or flow[start] != "(":
            return ""
        depth = 0
        for place in range(start, last):
            depth += {"(": 1, ")": -1}.get(flow[place], 0)
            if depth == 0:
                return " ".join(flow[start + 1 : place].split())
        return ""

    def named(self, register: str, cells: Mapping[str, str]) -> Proposed:
        """A row that it counts and that is named beside it: as sure as the count."""
        return Proposed(register, cells, self.count.span, self.confidence, self.count.text)

    def unnamed(self, register: str, cells: Mapping[str, str]) -> Proposed:
        """A placeholder for something that it only counts: never sure."""
        confidence = Confidence.LOOK if self.confidence is Confidence.SURE else self.confidence
        return Proposed(register, cells, self.count.span, confidence, self.count.text, self.key)


@dataclass(frozen=True, slots=True)
class Proposing:
    """What an area's ``proposals.py`` works with: the text, its chapters on what was done and what they count by
    indicator, and the period that it reports on."""

    text: Understood
    period: Period
    chapters: tuple[Chapter, ...]
    told: tuple[Counted, ...]
    meant: Mapping[date, date]

    @classmethod
    def of(cls, text: Understood, claims: Sequence[Claim], period: Period, meant: Mapping[date, date]) -> Self:
        """``text`` as its ``claims`` read it; ``meant`` are the days that it prints wrongly, with the right ones."""
        done = tuple(chapter for chapter in chapters(text) if not chapter.planned)
        claimed = {text.counts[claim.count].span: claim for claim in claims if is_plain(claim)}
        counts = ((chapter, count) for chapter in done for count in chapter.counts() if count.span in claimed)
        told = (Counted(claimed[n.span].key, c, n, claimed[n.span].confidence) for c, n in counts)
        return cls(text, period, done, tuple(_once(told)), meant)

    def under(self, *words: str) -> tuple[Chapter, ...]:
        """Chapters that stand under a heading with one of ``words``."""
        return tuple(chapter for chapter in self.chapters if chapter.is_under(*words))

    def counted(self, *keys: str) -> tuple[Counted, ...]:
        """The counts that were claimed for one of ``keys``, in reading order."""
        return tuple(counted for counted in self.told if counted.key in keys)

    def number(self, passage: Span, *keys: str) -> str:
        """What ``passage`` counts for one of ``keys``, as a cell; empty where it counts nothing of the kind."""
        return next((str(c.number) for c in self.counted(*keys) if c.passage == passage), "")

    def day(self, citation: Citation) -> date | None:
        """The day of a paper as it was meant."""
        return self.meant.get(citation.date, citation.date) if citation.date else None

    def cited(self, citation: Citation | None) -> str:
        """A paper as the cell of a reference names it: by type, number, symbol and day."""
        if citation is None or not citation.code:
            return ""
        day = self.day(citation)
        return f"{citation.type} số {citation.code}" + (f" ngày {written(day)}" if day else "")

    @property
    def day_before(self) -> str:
        """The day before the period."""
        return written(self.period.start - timedelta(1))

    @property
    def last_day(self) -> str:
        return written(self.period.end)

    @property
    def stamp(self) -> str:
        """What keeps placeholders of one report apart from those of another: ``BC2022-01``."""
        return f"BC{self.period.code}"

    def booked(self, cells: Mapping[str, str], note: str = "") -> Mapping[str, str]:
        """``cells`` with the day in the book, which is the last of the period: the report gives no other."""
        return filled({"Ngày vào sổ": self.last_day, "Ghi chú": note, **cells})


def _once(told: Iterable[Counted]) -> Iterator[Counted]:
    """Each thing counted once: a figure that another part of the report repeats, or that brackets break down, is
    counted where it is said first."""
    sections: dict[str, tuple[str, ...]] = {}
    passages: dict[str, Span] = {}
    for counted in told:
        section = counted.chapter.titles[-2:]
        detail = passages.get(counted.key) == counted.passage and counted.is_in_brackets
        if sections.setdefault(counted.key, section) == section and not detail:
            passages[counted.key] = counted.passage
            yield counted


def filled(cells: Mapping[str, str]) -> Mapping[str, str]:
    """``cells`` without the empty ones."""
    return MappingProxyType({name: value for name, value in cells.items() if value})


def numbered(counted: Sequence[Counted]) -> Iterator[tuple[int, Counted]]:
    """From 1, each row that the counts stand for with its count."""
    number = 0
    for one in counted:
        for _ in range(one.number):
            number += 1
            yield number, one
