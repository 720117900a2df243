"""A row that a report proposes for a register: the cells as texts, where they were read, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sokhcn.document.letters import Span
from sokhcn.document.understood import Confidence, Understood
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Chapter, chapters

NOTE = "Theo báo cáo; cần bổ sung chi tiết"


@dataclass(frozen=True, slots=True)
class Proposed:
    """``register`` is a slug, ``cells`` texts by the heading of their column; ``span`` is a place in the text."""

    register: str
    cells: Mapping[str, str]
    span: Span
    confidence: Confidence
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proposing:
    """What an area's ``proposals.py`` works with: the text, and the day that rows without a date of their own get."""

    text: Understood
    known: tuple[Chapter, ...] = field(default=())

    @classmethod
    def of(cls, text: Understood) -> "Proposing":
        return cls(text, tuple(chapters(text)))

    def under(self, *words: str) -> tuple[Chapter, ...]:
        """Chapters whose heading has one of ``words``."""
        return tuple(c for c in self.known if c.heading and any(fold(word) in fold(c.heading.title) for word in words))

    @property
    def last_day(self) -> date | None:
        return self.text.title.period.last if self.text.title.period else None

    @property
    def first_day(self) -> date | None:
        return self.text.title.period.first if self.text.title.period else None

    @property
    def year(self) -> int:
        day = self.last_day
        return day.year if day else 0

    def booked(self, cells: Mapping[str, str], note: str = "") -> Mapping[str, str]:
        """``cells`` with the day in the book, which is the last of the period: the report gives no other."""
        day = {"Ngày vào sổ": written(self.last_day)} if self.last_day else {}
        more = {"Ghi chú": note} if note else {}
        return MappingProxyType({name: value for name, value in {**day, **more, **cells}.items() if value})

    @property
    def stamp(self) -> str:
        """What keeps placeholders of one report apart from those of another: ``BC2022-01``."""
        day = self.last_day
        return f"BC{day:%Y-%m}" if day else "BC"
