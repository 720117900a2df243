"""From an understood report to proposed rows: what areas propose, and what belongs to no area."""

from collections.abc import Iterator

from sokhcn.document.understood import Claim, Confidence, Understood
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Phrase, claims, is_plan
from sokhcn.reader.proposed import Proposed, Proposing
from sokhcn.reports import catalogue

ASSESSMENT = "danh gia chung"


def claimed(text: Understood) -> tuple[Claim, ...]:
    """The counts of ``text`` paired with indicators by the phrases that areas declare."""
    phrases = tuple(phrase for some in catalogue.declared("proposals", "PHRASES") for phrase in some)
    return claims(text, tuple(phrase for phrase in phrases if isinstance(phrase, Phrase)))


def proposed(text: Understood) -> tuple[Proposed, ...]:
    """Rows for the registers, those that others refer to among them; each once. Nothing is written."""
    said = Proposing.of(text)
    rows = [row for propose in catalogue.declared("proposals", "proposals") for row in propose(said)]
    known = {row.cells.get("Số, ký hiệu") for row in rows if row.register == "van-ban-tham-muu"}
    rows += [*_papers(text, known), *_commitments(said), *_assessment(said)]
    seen: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
    return tuple(
        row
        for row in rows
        if (key := (row.register, tuple(sorted(row.cells.items())))) not in seen and not seen.add(key)
    )


def _papers(text: Understood, known: set[str | None]) -> Iterator[Proposed]:
    """Every other paper that is cited by number, symbol and issuer."""
    issuers = {c.code: c.issuer for c in reversed(text.citations) if c.issuer}
    subjects = {c.code: c.subject for c in reversed(text.citations) if c.subject}
    for citation in text.citations:
        if citation.code is None or citation.code in known or citation.refers_to is not None:
            continue
        issuer = issuers.get(citation.code)
        cells = {
            "Tên loại": citation.type,
            "Số": citation.number or "",
            "Năm trong số": str(citation.year or ""),
            "Ký hiệu": citation.symbol or "",
            "Cơ quan ban hành": issuer or "Chưa rõ",
            "Ngày ban hành": written(citation.date),
            "Trích yếu": subjects.get(citation.code) or "",
        }
        sure = issuer is not None and citation.date is not None
        confidence = Confidence.SURE if sure else Confidence.LOOK
        filled = {name: value for name, value in cells.items() if value}
        yield Proposed("van-ban-vien-dan", filled, citation.span, confidence, "viện dẫn đầu tiên")


def _commitments(said: Proposing) -> Iterator[Proposed]:
    """The plan for the next period: numbered items, and the dashes below them."""
    text = said.text
    code = f"{said.last_day:%Y-%m}" if said.last_day else ""
    plans = [heading.number for heading in text.headings if heading.level == 1 and is_plan(heading)]
    for made in text.items:
        head, _, above = made.where.partition(".")
        if head not in plans:
            continue
        for place, span in enumerate(made.items, 1):
            words = " ".join(text.flow[slice(*span)].split())
            cells = {
                "Kỳ báo cáo": code,
                "Thứ tự": f"{above}.{place}" if above else str(place),
                "Nội dung": _plain(words),
                "Tình trạng": "Đưa vào báo cáo",
            }
            yield Proposed("nhiem-vu-ky-toi", said.booked(cells), span, Confidence.SURE, "phương hướng kỳ tới")


def _plain(words: str) -> str:
    """An item without its label and the mark that ends the whole report, and nothing that wording would act on."""
    first, _, rest = words.partition(" ")
    bare = rest if first.rstrip(".)").isdecimal() or first in "-–—+•" else words
    return bare.removesuffix("./.").rstrip().replace("{", "(").replace("}", ")") + ("." if bare.endswith("./.") else "")


def _assessment(said: Proposing) -> Iterator[Proposed]:
    code = f"{said.last_day:%Y-%m}" if said.last_day else ""
    for chapter in said.known:
        if chapter.heading and ASSESSMENT in fold(chapter.heading.title):
            words = "\n\n".join(chapter.said(item) for item in chapter.items())
            cells = {"Kỳ báo cáo": code, "Mục": "Đánh giá chung", "Nội dung": words.replace("{", "(").replace("}", ")")}
            yield Proposed("danh-gia-chung", said.booked(cells), chapter.span, Confidence.SURE, "mục đánh giá chung")
