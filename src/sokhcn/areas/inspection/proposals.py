"""What a report proposes for the register of inspections."""

import re
from collections.abc import Iterator, Mapping

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import Chapter, said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import INCOMPLETE, UNNAMED, Proposed, Proposing

UNDER = ("thanh tra", "kiểm tra")
CHECKED, VIOLATIONS = "inspection.establishments_checked", "inspection.violations"
PHRASES = (
    Phrase(CHECKED, ("cơ sở", "doanh nghiệp", "tổ chức"), UNDER, ("kiểm tra", "thanh tra")),
    Phrase(VIOLATIONS, ("vụ", "trường hợp vi phạm", "cơ sở vi phạm"), UNDER, ("vi phạm", "phát hiện")),
)
LED = re.compile(
    r"(?:triển khai(?:\s+thực hiện)?|tiến hành|tổ chức(?:\s+thực hiện)?|hoàn thành)\s+"
    r"(?:(?:các|\d+)\s+)?(?:đợt|cuộc)\s+"
    r"(?P<title>(?:thanh tra|kiểm tra)\s.+?)(?P<place>\s+trên địa bàn [^(;.]+?)?\s*(?:\(|;|\.|,\s+phát hiện|$)",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"(?:phối hợp|tham gia)\s+(?:với\s+)?đoàn\s+(?P<title>.+?)\s+do\s+(?P<lead>.+?)\s+chủ trì", re.IGNORECASE
)
ONGOING = ("chua co ket qua", "dang tien hanh", "dang trien khai")


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A campaign that the department leads, with its results where they are told, and one for each team of others."""
    for chapter in saying.under(*UNDER):
        passages = chapter.passages()
        told = {passage: _results(saying, passage) for passage in passages}
        led = [passage for passage in passages if LED.search(said(saying.text, passage))]
        for passage in passages:
            yield from _passage(saying, chapter, passage, told[passage])
            if told[passage] and passage not in led:
                yield _unnamed(saying, passage, told[passage])


def _passage(saying: Proposing, chapter: Chapter, passage: Span, told: Mapping[str, str]) -> Iterator[Proposed]:
    sentence = said(saying.text, passage)
    cited = chapter.citations(passage)
    if led := LED.search(sentence):
        ongoing = not told and any(word in fold(sentence) for word in ONGOING)
        yield _led(
            saying,
            passage,
            led,
            {**told, "Kế hoạch": saying.cited(_of_type(cited, "Kế hoạch"))},
            ended=bool(told) and not ongoing,
        )
    if joint := JOINT.search(sentence):
        cells = {
            "Loại hình": "Phối hợp liên ngành",
            "Nội dung": joint["title"],
            "Sở chủ trì": "không",
            "Cơ quan chủ trì": joint["lead"],
            "Quyết định": saying.cited(_of_type(cited[::-1], "Quyết định")),
            "Tình trạng": "Đang tiến hành",
        }
        yield _campaign(saying, passage, cells, INCOMPLETE, "câu “phối hợp với đoàn …”")


def _led(saying: Proposing, passage: Span, found: re.Match[str], more: Mapping[str, str], *, ended: bool) -> Proposed:
    title = found["title"].strip()
    cells = {
        "Loại hình": _kind(title),
        "Nội dung": title[:1].lower() + title[1:],
        "Phạm vi": (found["place"] or "").strip(),
        "Sở chủ trì": "có",
        "Ngày kết thúc": saying.last_day if ended else "",
        "Tình trạng": "Đã kết thúc" if ended else "Đang tiến hành",
    }
    return _campaign(saying, passage, {**cells, **more}, INCOMPLETE, "câu “triển khai các đợt …”")


def _unnamed(saying: Proposing, passage: Span, told: Mapping[str, str]) -> Proposed:
    """Results of campaigns that the report does not name."""
    cells = {
        "Loại hình": "Kiểm tra chuyên ngành",
        "Nội dung": f"kiểm tra chuyên ngành ({saying.stamp})",
        "Sở chủ trì": "có",
        "Ngày kết thúc": saying.last_day,
        "Tình trạng": "Đã kết thúc",
    }
    return _campaign(saying, passage, {**cells, **told}, UNNAMED, "kết quả kiểm tra, không nêu tên cuộc")


def _results(saying: Proposing, passage: Span) -> dict[str, str]:
    cells = {
        "Số cơ sở được kiểm tra": saying.number(passage, CHECKED),
        "Số vụ vi phạm": saying.number(passage, VIOLATIONS),
    }
    return {name: value for name, value in cells.items() if value}


def _kind(title: str) -> str:
    if fold(title).startswith("thanh tra"):
        return "Thanh tra"
    return "Kiểm tra nhà nước về đo lường, chất lượng" if "nha nuoc" in fold(title) else "Kiểm tra chuyên ngành"


def _of_type(cited: tuple[Citation, ...], type_name: str) -> Citation | None:
    return next((citation for citation in cited if citation.type == type_name), None)


def _campaign(saying: Proposing, passage: Span, cells: Mapping[str, str], note: str, why: str) -> Proposed:
    return Proposed("thanh-tra-kiem-tra", saying.booked(cells, note), passage, Confidence.LOOK, why)
