"""What a report proposes for the register of advisory documents."""

import re
from collections.abc import Iterator

from sokhcn.checker.dates import latest_day, moved_into_window
from sokhcn.document.understood import Citation, Confidence
from sokhcn.kernel.dates import written
from sokhcn.reader.claims import Chapter, Phrase
from sokhcn.reader.proposed import Proposed, Proposing

PHRASES = (Phrase("advice.issued", ("văn bản",), ("tham mưu",), ("ban hành", "tham mưu")),)
ADVISED = re.compile(r"tham mưu\s+(?P<advised>.+?)(?:\s+trình\s+.+?)?\s+ban hành", re.IGNORECASE)
PROMULGATED = re.compile(r"ban hành\s+(?P<what>[“\"]?[A-ZĐ].+?)\s*\($")


def proposals(said: Proposing) -> Iterator[Proposed]:
    """A document for each item that says which paper was issued."""
    for chapter in said.under("tham mưu"):
        for item in chapter.items():
            cited = [c for c in chapter.citations(item) if c.code]
            if cited:
                yield _document(said, chapter, item, cited[0])


def _document(said: Proposing, chapter: Chapter, item: tuple[int, int], paper: Citation) -> Proposed:
    sentence = chapter.said(item)
    before = chapter.said((item[0], paper.span[0]))
    advised = ADVISED.search(sentence)
    promulgated = PROMULGATED.search(before)
    day, moved = paper.date, None
    latest = latest_day(said.text)
    if day and latest and day > latest:
        moved = moved_into_window(said.text, day)
    cells = {
        "Tên loại": paper.type,
        "Số, ký hiệu": paper.code or "",
        "Ngày ban hành": written(moved or day),
        "Cơ quan ban hành": paper.issuer or "",
        "Trích yếu": paper.subject or "",
        "Ban hành kèm theo": _quoted(promulgated["what"]) if promulgated else "",
        "Cơ quan được tham mưu": advised["advised"] if advised else "",
        "Tình trạng": "Đã ban hành",
    }
    doubtful = moved is not None or day is None or not paper.issuer
    why = f"báo cáo in ngày {written(day)}" if moved else "mục tham mưu văn bản, có số và ký hiệu"
    confidence = Confidence.LOOK if doubtful else Confidence.SURE
    return Proposed("van-ban-tham-muu", said.booked(cells), item, confidence, why)


def _quoted(title: str) -> str:
    """A promulgated scheme in its quotation marks, whichever of them the report has."""
    return f"“{title.replace('“', '').replace('”', '').strip()}”"
