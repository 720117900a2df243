"""What a report proposes for the register of inspections."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import Chapter
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import INCOMPLETE, UNNAMED, Proposed, Proposing, numbered

UNDER = ("thanh tra", "kiểm tra")
CHECKED, VIOLATIONS = "inspection.establishments_checked", "inspection.violations"
PHRASES = (
    Phrase("inspection.led", ("cuộc", "đợt"), UNDER, ("tiến hành", "triển khai", "tổ chức", "chủ trì")),
    Phrase("inspection.joint", ("cuộc", "đợt", "đoàn"), UNDER, ("phối hợp", "tham gia")),
    Phrase(CHECKED, ("cơ sở", "doanh nghiệp", "tổ chức"), UNDER, ("kiểm tra", "thanh tra")),
    Phrase(VIOLATIONS, ("vụ", "trường hợp vi phạm", "cơ sở vi phạm"), UNDER, ("vi phạm", "phát hiện")),
)
LED = re.compile(
    r"(?:triển khai(?:\s+thực hiện)?|tiến hành|tổ chức(?:\s+thực hiện)?|hoàn thành)\s+"
    r"(?:(?:các|\d+)\s+)?(?:đợt|cuộc)\s+"
    r"(?P<title>(?:thanh tra|kiểm tra)\s.+?)(?P<place>\s+trên địa bàn [^(;.]+?)?\s*(?:\(|;|\.|,\s+phát hiện|$)",
    re.IGNORECASE,
)
# Indicator, whether the department leads as a cell says it, and what stands for a body and a title that are not named.
COUNTED = (
    ("inspection.led", "có", "", "kiểm tra"),
    ("inspection.joint", "không", "(chưa rõ)", "kiểm tra liên ngành"),
)
ONGOING = ("chua co ket qua", "dang tien hanh")
CONTINUED = re.compile(r"tiếp tục\s*$", re.IGNORECASE)
JOINT = re.compile(
    r"(?:phối hợp|tham gia)\s+(?:với\s+)?đoàn\s+(?P<title>.+?)\s+do\s+(?P<lead>.+?)\s+chủ trì", re.IGNORECASE
)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A campaign that the department leads, with its results where they are told, and one for each team of others;
    placeholders for those that are counted and not named."""
    named = list(_named(saying))
    yield from named
    for key, ours, lead, words in COUNTED:
        known = sum(row.cells["Sở chủ trì"] == ours for row in named)
        for number, counted in list(numbered(saying.counted(key)))[known:]:
            cells = {
                "Loại hình": "Kiểm tra chuyên ngành" if ours == "có" else "Phối hợp liên ngành",
                "Nội dung": f"{words} số {number} ({saying.stamp})",
                "Sở chủ trì": ours,
                "Cơ quan chủ trì": lead,
                "Tình trạng": "Đang tiến hành",
            }
            yield counted.unnamed("thanh-tra-kiem-tra", saying.booked(cells, UNNAMED))


def _named(saying: Proposing) -> Iterator[Proposed]:
    for chapter in saying.under(*UNDER):
        passages = chapter.passages()
        named = [passage for passage in passages if LED.search(saying.text.flow, *passage)]
        for passage, following in zip(passages, [*passages[1:], None], strict=True):
            told = _results(saying, passage)
            if passage in named:
                ends = following is not None and following not in named and not _is_ongoing(saying, passage)
                more = _results(saying, following) if following is not None and ends else {}
                yield _led(saying, chapter, passage, told or more)
            elif told and ((above := _before(passages, passage)) not in named or _is_ongoing(saying, above)):
                yield _unnamed(saying, passage, told)
            yield from _joint(saying, chapter, passage)


def _before(passages: tuple[Span, ...], passage: Span) -> Span | None:
    place = passages.index(passage)
    return passages[place - 1] if place else None


def _is_ongoing(saying: Proposing, passage: Span | None) -> bool:
    return passage is not None and any(word in fold(saying.text.flow[slice(*passage)]) for word in ONGOING)


def _joint(saying: Proposing, chapter: Chapter, passage: Span) -> Iterator[Proposed]:
    if found := JOINT.search(saying.text.flow, *passage):
        cited = [paper for paper in chapter.citations(passage) if paper.span[0] > found.start()]
        cells = {
            "Loại hình": "Phối hợp liên ngành",
            "Nội dung": _plain(found["title"]),
            "Sở chủ trì": "không",
            "Cơ quan chủ trì": _plain(found["lead"]),
            "Quyết định": saying.cited(_of_type(cited, "Quyết định")),
            "Tình trạng": "Đang tiến hành",
        }
        yield _campaign(saying, passage, cells, INCOMPLETE, "câu “phối hợp với đoàn …”")


def _led(saying: Proposing, chapter: Chapter, passage: Span, told: Mapping[str, str]) -> Proposed:
    flow = saying.text.flow
    found, joint = LED.search(flow, *passage), JOINT.search(flow, *passage)
    assert found is not None  # the caller found it
    cited = [paper for paper in chapter.citations(passage) if joint is None or paper.span[0] < joint.start()]
    title = _plain(found["title"])
    cells = {
        "Loại hình": _kind(title),
        "Nội dung": title[:1].lower() + title[1:],
        "Phạm vi": _plain(found["place"] or ""),
        "Sở chủ trì": "có",
        "Kế hoạch": saying.cited(_of_type(cited, "Kế hoạch")),
        "Quyết định": saying.cited(_of_type(cited, "Quyết định")),
        "Ngày kết thúc": saying.last_day if told else "",
        "Tình trạng": "Đã kết thúc" if told else "Đang tiến hành",
    }
    # What goes on from before was in the book before the period.
    day = {"Ngày vào sổ": saying.day_before} if CONTINUED.search(flow, passage[0], found.start()) else {}
    return _campaign(saying, passage, {**cells, **told, **day}, INCOMPLETE, "câu “triển khai các đợt …”")


def _plain(words: str) -> str:
    return " ".join(words.split())


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


def _of_type(cited: Sequence[Citation], type_name: str) -> Citation | None:
    return next((citation for citation in cited if citation.type == type_name), None)


def _campaign(saying: Proposing, passage: Span, cells: Mapping[str, str], note: str, why: str) -> Proposed:
    return Proposed("thanh-tra-kiem-tra", saying.booked(cells, note), passage, Confidence.LOOK, why)
