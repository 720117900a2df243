"""What a report proposes for the register of reform plans."""

import re
from collections.abc import Iterator

from sokhcn.areas.reform.models import ReformPlan
from sokhcn.document.understood import Confidence
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import Proposed, Proposing

Kind = ReformPlan.Kind
PHRASES = (Phrase("reform.plans", ("kế hoạch",), ("cải cách hành chính",), ("ban hành",)),)
KINDS = (
    ("thi đua", Kind.EMULATION),
    ("rà soát", Kind.LEGAL_REVIEW),
    ("kiểm tra văn bản", Kind.LEGAL_CHECK),
    ("thủ tục hành chính", Kind.PROCEDURE_CONTROL),
    ("iso", Kind.QUALITY_SYSTEM),
    ("hệ thống quản lý chất lượng", Kind.QUALITY_SYSTEM),
    ("chuyển đổi số", Kind.DIGITAL),
)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


def proposals(said: Proposing) -> Iterator[Proposed]:
    """A plan for each item that names one."""
    for chapter in said.under("cải cách hành chính"):
        for item in chapter.items():
            title = BRACKETED.sub("", chapter.said(item).rstrip(" .;"))
            if not fold(title).startswith("ke hoach"):
                continue
            kind = next((kind for word, kind in KINDS if fold(word) in fold(title)), None)
            paper = next((c for c in chapter.citations(item) if c.code), None)
            cells = {
                "Tên kế hoạch": title,
                "Loại kế hoạch": str((kind or Kind.REFORM).label),
                "Số, ký hiệu": paper.code or "" if paper else "",
                "Ngày ban hành": written(paper.date) if paper else "",
                "Tình trạng": "Đã ban hành",
            }
            confidence = Confidence.SURE if kind else Confidence.LOOK
            yield Proposed("ke-hoach-cai-cach", said.booked(cells), item, confidence, "mục cải cách hành chính")
