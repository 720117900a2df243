"""A report made from a few lines of a test: one chapter on what was done, and what its areas propose."""

from collections.abc import Sequence
from datetime import date
from types import ModuleType

from sokhcn.document.understood import Understood
from sokhcn.kernel.periods import PeriodKind, period
from sokhcn.reader.claims import Phrase, claims
from sokhcn.reader.proposed import Proposed, Proposing
from sokhcn.reader.understanding import understand
from tests.reader.plain import DECREE, letters

HEAD = """SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 57/BC-SKHCN
Bình Minh, ngày 16 tháng 5 năm 2023

BÁO CÁO
Kết quả hoạt động khoa học và công nghệ tháng 5 năm 2023

I. KẾT QUẢ HOẠT ĐỘNG

"""
MAY = period(PeriodKind.MONTH, 2023, 5, DECREE)


def report(chapter: str, *, head: str = HEAD) -> Understood:
    """The report of May 2023 of which ``chapter`` is all: its heading, then its paragraphs."""
    return understand(letters(head + chapter), DECREE)


def claimed(text: Understood, phrases: Sequence[Phrase]) -> list[tuple[str, str, str]]:
    """Count, indicator and confidence of each claim."""
    return [(text.counts[c.count].text, c.key, c.confidence.value) for c in claims(text, phrases)]


def proposals(area: ModuleType, chapter: str, meant: dict[date, date] | None = None) -> list[Proposed]:
    """What ``area``, a module of proposals, makes of the report."""
    text = report(chapter)
    return list(area.proposals(Proposing.of(text, claims(text, area.PHRASES), MAY, meant or {})))


def cells(rows: Sequence[Proposed], *headings: str) -> list[tuple[str, ...]]:
    """Some cells of each row."""
    return [tuple(row.cells.get(heading, "") for heading in headings) for row in rows]
