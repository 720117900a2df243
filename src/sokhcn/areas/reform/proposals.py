"""What a report proposes for the register of reform plans."""

import re
from collections.abc import Iterator, Sequence

from sokhcn.areas.reform.models import ReformPlan
from sokhcn.document.letters import Span
from sokhcn.document.understood import Confidence
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import Chapter, said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import UNNAMED, Proposed, Proposing, numbered

Kind = ReformPlan.Kind
UNDER = ("cải cách hành chính",)
PHRASES = (Phrase("reform.plans", ("kế hoạch",), UNDER, ("ban hành", "xây dựng")),)
# Words of a title, folded, and the kind of plan that it is; the first that stands in it decides.
KINDS = (
    ("thi dua", Kind.EMULATION),
    ("thu tuc hanh chinh", Kind.PROCEDURE_CONTROL),
    ("ra soat", Kind.LEGAL_REVIEW),
    ("he thong hoa", Kind.LEGAL_REVIEW),
    ("kiem tra van ban", Kind.LEGAL_CHECK),
    ("iso", Kind.QUALITY_SYSTEM),
    ("he thong quan ly chat luong", Kind.QUALITY_SYSTEM),
    ("chuyen doi so", Kind.DIGITAL),
)
TITLE = re.compile(
    r"^(?:(?:đã\s+)?(?:xây dựng|ban hành)(?:\s+và\s+ban hành)?\s+)?(?P<title>Kế hoạch\s.+)$", re.IGNORECASE
)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
NUMBERED = re.compile(r"^(Kế hoạch)\s+số\s+\S+(?:\s+ngày\s+[\d/]+)?", re.IGNORECASE)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A plan for each item that names one; placeholders where the report counts more than it names."""
    found = [row for c in saying.under(*UNDER) for p in c.passages() for row in _plan(saying, c, p)]
    yield from found
    yield from _unnamed(saying, found)


def _plan(saying: Proposing, chapter: Chapter, passage: Span) -> Iterator[Proposed]:
    words = TITLE.match(BRACKETED.sub("", said(saying.text, passage).rstrip(" .;")))
    if not words:
        return
    title = NUMBERED.sub(r"\1", words["title"])
    kind = next((kind for word, kind in KINDS if word in fold(title)), None)
    paper = next((c for c in chapter.citations(passage) if c.code), None)
    cells = {
        "Tên kế hoạch": title,
        "Loại kế hoạch": str((kind or Kind.REFORM).label),
        "Số, ký hiệu": paper.code or "" if paper else "",
        "Ngày ban hành": written(saying.day(paper)) if paper else "",
        "Tình trạng": "Đã ban hành",
    }
    confidence = Confidence.SURE if kind or "cai cach" in fold(title) else Confidence.LOOK
    yield Proposed("ke-hoach-cai-cach", saying.booked(cells), passage, confidence, "mục cải cách hành chính")


def _unnamed(saying: Proposing, found: Sequence[Proposed]) -> Iterator[Proposed]:
    for number, counted in numbered(saying.counted("reform.plans")):
        if number > len(found):
            cells = {
                "Tên kế hoạch": f"Kế hoạch cải cách hành chính số {number} ({saying.stamp})",
                "Loại kế hoạch": str(Kind.REFORM.label),
                "Tình trạng": "Đã ban hành",
            }
            yield counted.unnamed("ke-hoach-cai-cach", saying.booked(cells, UNNAMED))
