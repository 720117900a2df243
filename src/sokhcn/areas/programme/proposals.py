"""What a report proposes for the registers of plans and key tasks."""

import re
from collections.abc import Iterator

from sokhcn.document.letters import Span
from sokhcn.document.understood import Confidence
from sokhcn.kernel.dates import written
from sokhcn.reader.chapters import Chapter, said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import UNNAMED, Proposed, Proposing, numbered

UNDER = ("trọng tâm", "chương trình công tác")
PHRASES = (
    Phrase("programme.plans", ("kế hoạch",), UNDER, ("xây dựng", "ban hành")),
    Phrase("programme.key_tasks", ("nhiệm vụ",), UNDER, ("xác lập", "trọng tâm", "chương trình công tác")),
    Phrase("programme.key_tasks", ("nhiệm vụ trọng tâm",), UNDER, ("xác lập", "của ngành", "năm"), planned=True),
    Phrase("programme.done_in_time", ("nhiệm vụ đúng hạn", "nhiệm vụ hoàn thành đúng hạn"), UNDER),
    Phrase("programme.done_late", ("nhiệm vụ trễ hạn", "nhiệm vụ hoàn thành trễ hạn"), UNDER),
    Phrase("programme.overdue", ("nhiệm vụ quá hạn",), UNDER),
    Phrase("programme.extended", ("nhiệm vụ được gia hạn",), UNDER),
)
PLAN = re.compile(
    r"(?:^|(?:xây dựng|ban hành|hoàn thành)(?:\s+và\s+ban hành)?\s+)(?P<title>Kế hoạch\s.+?)"
    r"(?:\s*\((?:tại|theo|số)\b.*)?$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^Kế hoạch\s+số\s+\S+(?:\s+ngày\s+\S+)?\s*", re.IGNORECASE)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A plan for each item that says so, and as many key tasks as the report counts for the year."""
    for chapter in saying.under(*UNDER):
        for passage in chapter.passages():
            yield from _plan(saying, chapter, passage)
    yield from _tasks(saying)


def _plan(saying: Proposing, chapter: Chapter, passage: Span) -> Iterator[Proposed]:
    found = PLAN.search(said(saying.text, passage).rstrip(" .;"))
    if not found:
        return
    papers = [citation for citation in chapter.citations(passage) if citation.code]
    own = NUMBERED.match(found["title"]) is not None
    basis = next(iter(papers[own:]), None)
    cells = {
        "Tên kế hoạch": NUMBERED.sub("Kế hoạch ", found["title"]) if own else found["title"],
        "Căn cứ": saying.cited(basis),
        "Ngày ban hành": written(saying.day(papers[0])) if own and papers else "",
        "Tình trạng": "Đã xây dựng",
    }
    yield Proposed("ke-hoach-cong-tac", saying.booked(cells), passage, Confidence.SURE, "câu “Xây dựng Kế hoạch …”")


def _tasks(saying: Proposing) -> Iterator[Proposed]:
    """Tasks stand for the year: the reports of its months count the same ones, so their codes name no month."""
    counts = sorted(saying.counted("programme.key_tasks"), key=lambda counted: counted.number, reverse=True)
    year = saying.period.year
    for number, counted in numbered(counts[:1]):
        cells = {
            "Mã nhiệm vụ": f"BC{year}-TT{number:03}",
            "Năm": str(year),
            "Nhiệm vụ": f"Nhiệm vụ trọng tâm số {number} của năm {year}",
            "Tình trạng": "Đang thực hiện",
        }
        yield counted.unnamed("nhiem-vu-trong-tam", saying.booked(cells, UNNAMED))
