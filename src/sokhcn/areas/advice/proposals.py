"""What a report proposes for the register of advisory documents."""

import re
from collections.abc import Iterator

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Confidence
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.kernel.papers import read_mention
from sokhcn.reader.chapters import Chapter, said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import INCOMPLETE, Proposed, Proposing
from sokhcn.reader.tables import TableLine, annexed

UNDER = ("tham mưu", "ban hành văn bản", "văn bản chỉ đạo")
PHRASES = (
    Phrase("advice.issued", ("văn bản", "nghị quyết", "quyết định", "công văn"), UNDER, ("tham mưu", "ban hành")),
)
ADVISED = re.compile(r"(?:tham mưu|trình)\s+(?:cho\s+)?(?P<advised>\S.*?)\s+(?:trình|ký|đã|ban hành)\b", re.IGNORECASE)
ISSUED = re.compile(r"ban hành\s+", re.IGNORECASE)
PROMULGATED = re.compile(
    r"(?P<what>[“\"]?(?:Đề án|Kế hoạch|Chương trình|Chiến lược|Quy (?:chế|định)|Dự án)\s.+?)\s*\($"
)
AND = re.compile(r"[\s,;]*(?:và\s+)?(?:số\s+)?")
PENDING = ("chua ban hanh", "dang du thao", "xin y kien", "dang trinh")
QUOTES = re.compile('[“”"]')
SHORTER = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("chu tich ", ""))


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A document for each paper that an item says was issued."""
    for chapter in saying.under(*UNDER):
        for passage in chapter.passages():
            if not any(word in fold(said(saying.text, passage)) for word in PENDING):
                yield from (_document(saying, passage, paper) for paper in _issued(chapter, passage))
    yield from filter(None, (_listed(saying, line) for line in annexed(saying.text, "văn bản tham mưu")))


def _issued(chapter: Chapter, passage: Span) -> tuple[Citation, ...]:
    """The papers that were issued: the first behind “ban hành”, with those listed beside it; not what they go by."""
    cited = [citation for citation in chapter.citations(passage) if citation.code]
    verb = ISSUED.search(chapter.text.flow, *passage)
    behind = [citation for citation in cited if verb is None or citation.span[0] >= verb.end()]
    found = behind[:1]
    for paper in behind[1:]:
        between = chapter.text.flow[(found[-1].date_span or found[-1].span)[1] : paper.span[0]]
        if paper.span[0] > found[-1].span[1] and AND.fullmatch(between):
            found.append(paper)
    return tuple(found)


def _document(saying: Proposing, passage: Span, paper: Citation) -> Proposed:
    day = saying.day(paper)
    before = said(saying.text, (passage[0], paper.span[0]))
    verb = ISSUED.search(before)
    promulgated = PROMULGATED.search(before[verb.end() :]) if verb else None
    cells = {
        "Tên loại": paper.type,
        "Số, ký hiệu": paper.code or "",
        "Ngày ban hành": written(day),
        "Cơ quan ban hành": paper.issuer or "",
        "Trích yếu": paper.subject or _rest(saying, passage, paper),
        "Ban hành kèm theo": _quoted(promulgated["what"]) if promulgated else "",
        "Cơ quan được tham mưu": _advised(before, paper.issuer or ""),
        "Tình trạng": "Đã ban hành",
    }
    doubts = [f"báo cáo in ngày {written(paper.date)}"] if day != paper.date else []
    doubts += [] if day else ["không ghi ngày ban hành"]
    doubts += [] if paper.issuer else ["không ghi cơ quan ban hành"]
    why = "; ".join(doubts) or "mục tham mưu văn bản, có số, ký hiệu, ngày và cơ quan ban hành"
    confidence = Confidence.LOOK if doubts else Confidence.SURE
    return Proposed("van-ban-tham-muu", saying.booked(cells, INCOMPLETE if doubts else ""), passage, confidence, why)


def _listed(saying: Proposing, line: TableLine) -> Proposed | None:
    """A document of the appendix that lists them."""
    paper = read_mention(line.cell("Số, ký hiệu", "Văn bản"))
    subject = line.cell("Trích yếu", "Nội dung")
    if paper is None:
        return None
    cells = {
        "Tên loại": paper.type,
        "Số, ký hiệu": paper.code,
        "Ngày ban hành": line.cell("Ngày ban hành", "Ngày") or written(paper.issued_on),
        "Cơ quan ban hành": line.cell("Cơ quan ban hành") or paper.issuer,
        "Trích yếu": subject[:1].lower() + subject[1:],
        "Tình trạng": "Đã ban hành",
    }
    whole = bool(cells["Ngày ban hành"] and cells["Cơ quan ban hành"])
    confidence = Confidence.SURE if whole else Confidence.LOOK
    return Proposed("van-ban-tham-muu", saying.booked(cells), line.span, confidence, "phụ lục văn bản tham mưu")


def _rest(saying: Proposing, passage: Span, paper: Citation) -> str:
    """What follows a paper whose subject begins with no word that subjects begin with."""
    rest = " ".join(saying.text.flow[(paper.date_span or paper.span)[1] : passage[1]].split()).rstrip(" .;")
    return rest if rest[:1].isalpha() else ""


def _advised(before: str, issuer: str) -> str:
    """Whom the department advised; the issuer by its own spelling where it is the same body."""
    found = ADVISED.search(before)
    advised = found["advised"] if found else ""
    return issuer if not advised or len(advised) > 60 or _short(advised) == _short(issuer) else advised


def _short(body: str) -> str:
    name = fold(body)
    for long, short in SHORTER:
        name = name.replace(long, short)
    return name


def _quoted(title: str) -> str:
    """A promulgated scheme in its quotation marks, whichever of them the report has."""
    return f"“{QUOTES.sub('', title).strip()}”"
