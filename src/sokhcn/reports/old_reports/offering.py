"""What a report still offers: its proposed rows by register, those that one count stands for together."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sokhcn.document.understood import Confidence
from sokhcn.reader.proposed import Proposed
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.models import OldReport, Verdict
from sokhcn.reports.old_reports.bringing import proposals_of
from sokhcn.reports.originating import place_said
from sokhcn.reports.proposing import Proposals

FEW = 3  # so many rows that one count stands for are offered one by one
Word = Verdict.Word


@dataclass(frozen=True, slots=True)
class Offer:
    """One row, or many that stand for one count, by their ``numbers``; ``left`` are those nobody has decided on, and
    ``verdict`` is what was decided of the first where none is left."""

    register: Register
    numbers: tuple[int, ...]
    row: Proposed
    last: Proposed
    left: tuple[int, ...]
    verdict: Verdict | None
    where: str

    @property
    def is_sure(self) -> bool:
        return self.row.confidence is Confidence.SURE

    @property
    def is_single(self) -> bool:
        return len(self.numbers) == 1

    @property
    def title(self) -> str:
        """What its register calls the row by; of many the first and the last."""
        return self.name_of(self.row) if self.is_single else f"{self.name_of(self.row)} … {self.name_of(self.last)}"

    def name_of(self, row: Proposed) -> str:
        """The first cell that the list of its register shows."""
        headings = (self.register.column(name).heading for name in self.register.listed)
        return next((row.cells[heading] for heading in headings if row.cells.get(heading)), row.why)

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """What the row says besides its name, in the order of its register."""
        told = ((c.heading, self.row.cells.get(c.heading, "")) for c in self.register.columns)
        name = self.name_of(self.row)
        return tuple((heading, cell) for heading, cell in told if cell and cell != name)


@dataclass(frozen=True, slots=True)
class Page:
    """Offers for one register."""

    register: Register
    offers: tuple[Offer, ...]

    @property
    def total(self) -> int:
        return sum(len(offer.numbers) for offer in self.offers)

    @property
    def left(self) -> int:
        return sum(len(offer.left) for offer in self.offers)

    @property
    def taken(self) -> int:
        return self.total - self.left


@dataclass(frozen=True, slots=True)
class Bench:
    """A report under the hands of somebody: what it proposes, and what was decided, by number."""

    report: OldReport
    proposals: Proposals
    verdicts: Mapping[int, Verdict]

    @classmethod
    def of(cls, report: OldReport) -> "Bench":
        """Raises what ``proposals_of`` raises."""
        proposals = proposals_of(report)
        by_mark = {verdict.mark: verdict for verdict in Verdict.objects.filter(report=report)}
        marks = {number: mark_of(row) for number, row in enumerate(proposals.rows, 1)}
        return cls(report, proposals, {n: by_mark[mark] for n, mark in marks.items() if mark in by_mark})

    @property
    def total(self) -> int:
        return len(self.proposals.rows)

    @property
    def left(self) -> int:
        return self.total - len(self.verdicts)

    @property
    def sure(self) -> tuple[int, ...]:
        """The numbers of those that are sure and not decided."""
        rows = enumerate(self.proposals.rows, 1)
        return tuple(n for n, row in rows if row.confidence is Confidence.SURE and n not in self.verdicts)

    def pages(self) -> tuple[Page, ...]:
        """Offers by register, in the order of the report, what belongs to no chapter behind."""
        rows: dict[str, list[tuple[int, Proposed]]] = {}
        for number, row in enumerate(self.proposals.rows, 1):
            rows.setdefault(row.register, []).append((number, row))
        registers = sorted((catalogue.register(slug) for slug in rows), key=lambda r: r.area or len(rows) + 99)
        return tuple(Page(register, tuple(self._offers(register, rows[register.slug]))) for register in registers)

    def _offers(self, register: Register, rows: Sequence[tuple[int, Proposed]]) -> Iterator[Offer]:
        place = 0
        while place < len(rows):
            together = _together(rows[place:])
            several = together if len(together) > FEW else together[:1]
            numbers = tuple(number for number, _ in several)
            left = tuple(number for number in numbers if number not in self.verdicts)
            row, last = several[0][1], several[-1][1]
            verdict = None if left else self.verdicts[numbers[0]]
            yield Offer(register, numbers, row, last, left, verdict, place_said(self.proposals.text.letters, row.span))
            place += len(several)


def _together(rows: Sequence[tuple[int, Proposed]]) -> Sequence[tuple[int, Proposed]]:
    """The rows at the beginning that stand for one count."""
    about: list[Any] = [(row.span, row.confidence, row.why) for _, row in rows]
    return rows[: next((place for place, one in enumerate(about) if one != about[0]), len(rows))]


def mark_of(row: Proposed) -> str:
    """What names a proposal by its own words: the same file read anew proposes it again."""
    told = json.dumps([row.register, sorted(row.cells.items())], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]
