"""What a report proposes for the registers of plans and key tasks."""

import re
from collections.abc import Iterator

from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Chapter, Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

PHRASES = (
    Phrase("programme.plans", ("kế hoạch",), ("trọng tâm",), ("xây dựng",)),
    Phrase("programme.key_tasks", ("nhiệm vụ trọng tâm",), ("trọng tâm",), ("xác lập", "của ngành", "năm")),
)
PLAN = re.compile(r"xây dựng\s+(?P<title>Kế hoạch\s.+?)(?:\s*\((?:tại|theo)\b.*)?$", re.IGNORECASE)


def proposals(said: Proposing) -> Iterator[Proposed]:
    """A plan for each item that says so, and as many key tasks as the report counts."""
    for chapter in said.under("trọng tâm"):
        for item in chapter.items():
            yield from _plan(said, chapter, item)
        for count in chapter.counts():
            if fold(count.noun).startswith("nhiem vu trong tam"):
                yield from _tasks(said, count)


def _plan(said: Proposing, chapter: Chapter, item: tuple[int, int]) -> Iterator[Proposed]:
    found = PLAN.search(chapter.said(item).rstrip(" .;"))
    if found:
        basis = next((c.code for c in chapter.citations(item) if c.code), "")
        cells = {"Tên kế hoạch": found["title"], "Căn cứ": basis or "", "Tình trạng": "Đã xây dựng"}
        yield Proposed("ke-hoach-cong-tac", said.booked(cells), item, Confidence.SURE, "câu “Xây dựng Kế hoạch …”")


def _tasks(said: Proposing, count: Count) -> Iterator[Proposed]:
    for number in range(1, int(count.value) + 1):
        cells = {
            "Mã nhiệm vụ": f"{said.stamp}-TT{number:02}",
            "Năm": str(said.year),
            "Nhiệm vụ": f"Nhiệm vụ trọng tâm số {number} của năm {said.year}",
            "Tình trạng": "Đang thực hiện",
        }
        yield Proposed("nhiem-vu-trong-tam", said.booked(cells, NOTE), count.span, Confidence.LOOK, count.text)
