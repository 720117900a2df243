"""What a report proposes for the register of inspections."""

import re
from collections.abc import Iterator

from sokhcn.document.understood import Citation, Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

UNDER = ("thanh tra", "kiểm tra")
PHRASES = (
    Phrase("inspection.establishments_checked", ("cơ sở",), UNDER, ("kiểm tra", "thanh tra")),
    Phrase("inspection.violations", ("vụ vi phạm", "trường hợp vi phạm", "cơ sở vi phạm"), UNDER),
)
LED = re.compile(
    r"(?:triển khai thực hiện|triển khai|tiến hành|tổ chức)\s+(?:thực hiện\s+)?(?:các (?:đợt|cuộc)|đợt|cuộc|\d+ (?:đợt|cuộc))\s+"
    r"(?P<title>(?:kiểm tra|thanh tra).+?)(?P<place>\s+trên địa bàn [^(;.]+?)?\s*(?:\(|;|\.|$)",
    re.IGNORECASE,
)
JOINT = re.compile(r"phối hợp với đoàn\s+(?P<title>.+?)\s+do\s+(?P<lead>.+?)\s+chủ trì", re.IGNORECASE)


def proposals(said: Proposing) -> Iterator[Proposed]:
    """A campaign led by the department, and one for each team that another body leads."""
    for chapter in said.under(*UNDER):
        for item in chapter.items():
            sentence = chapter.said(item)
            cited = chapter.citations(item)
            ongoing = "chua co ket qua" in fold(sentence) or "dang tien hanh" in fold(sentence)
            if led := LED.search(sentence):
                yield _led(said, item, led, cited, ongoing=ongoing)
            if joint := JOINT.search(sentence):
                yield _joint(said, item, joint, cited)


def _led(
    said: Proposing, item: tuple[int, int], found: re.Match[str], cited: tuple[Citation, ...], *, ongoing: bool
) -> Proposed:
    plan = next((c.code for c in cited if c.type == "Kế hoạch" and c.code), "")
    title = found["title"].strip()
    kind = "Kiểm tra nhà nước về đo lường, chất lượng" if "nha nuoc" in fold(title) else "Kiểm tra chuyên ngành"
    cells = {
        "Loại hình": "Thanh tra" if fold(title).startswith("thanh tra") else kind,
        "Nội dung": title[0].lower() + title[1:],
        "Phạm vi": (found["place"] or "").strip(),
        "Sở chủ trì": "có",
        "Kế hoạch": plan or "",
        "Tình trạng": "Đang tiến hành" if ongoing else "Đã kết thúc",
    }
    return Proposed("thanh-tra-kiem-tra", said.booked(cells, NOTE), item, Confidence.LOOK, "câu “triển khai các đợt …”")


def _joint(said: Proposing, item: tuple[int, int], found: re.Match[str], cited: tuple[Citation, ...]) -> Proposed:
    basis = next((c.code for c in reversed(cited) if c.type == "Quyết định" and c.code), "")
    cells = {
        "Loại hình": "Phối hợp liên ngành",
        "Nội dung": found["title"],
        "Sở chủ trì": "không",
        "Cơ quan chủ trì": found["lead"],
        "Quyết định": basis or "",
        "Tình trạng": "Đang tiến hành",
    }
    return Proposed("thanh-tra-kiem-tra", said.booked(cells, NOTE), item, Confidence.LOOK, "câu “phối hợp với đoàn …”")
