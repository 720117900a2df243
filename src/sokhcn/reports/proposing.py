"""From an understood report to proposed rows: what areas propose, and what belongs to no area. Nothing is written."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from sokhcn.checker.dates import mended
from sokhcn.document.letters import Span
from sokhcn.document.understood import Claim, Confidence, Understood
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.kernel.periods import Period
from sokhcn.reader.chapters import chapters, said
from sokhcn.reader.claims import Phrase, claims
from sokhcn.reader.proposed import Proposed, Proposing, filled
from sokhcn.reports import catalogue
from sokhcn.reports.bounded import bounded
from sokhcn.reports.testifying import the_period_of
from sokhcn.reports.understanding import understood

ASSESSMENT = "đánh giá chung"
CLOSING = "tren day la"
END = "./."
JINJA = re.compile(r"(\{)([{%#])")  # a brace before another sign begins an order to the wording
SAID_OTHERWISE = (".type", ".issuer", ".subject")
UNKNOWN_ISSUER = "Chưa rõ"
NO_PERIOD = "Trích yếu của báo cáo không cho biết kỳ báo cáo, nên chỉ đề xuất được văn bản viện dẫn."


@dataclass(frozen=True, slots=True)
class Proposals:
    """A file as it was read, its counts paired with indicators, and the rows that it proposes: number 1 is the first,
    in the order of the registers. ``period`` is None where the title names none."""

    name: str
    data: bytes
    text: Understood
    period: Period | None
    claims: tuple[Claim, ...]
    rows: tuple[Proposed, ...]

    def counted(self) -> Mapping[str, int]:
        """What the report counts, by indicator: the largest of several counts."""
        told = [(claim.key, self.text.counts[claim.count]) for claim in self.claims]
        return {key: int(count.value * count.scale) for key, count in sorted(told, key=lambda one: one[1].value)}


def propose(data: bytes, name: str) -> Proposals:
    """What the file ``data`` proposes. Raises ``Unreadable``."""
    text = understood(data, name)
    with bounded(name):
        return Proposals(name, data, text, period_of(text), claimed(text), proposed(text))


def period_of(text: Understood) -> Period | None:
    return the_period_of(text.title.period) if text.title.period else None


@cache
def phrases() -> tuple[Phrase, ...]:
    """How reports speak of indicators, as every area declares it."""
    return tuple(phrase for module in catalogue.modules("proposals") for phrase in module.PHRASES)


def claimed(text: Understood) -> tuple[Claim, ...]:
    """The counts of ``text`` paired with indicators."""
    return claims(text, phrases())


def proposed(text: Understood) -> tuple[Proposed, ...]:
    """Rows for the registers, those that others refer to first; of rows that would be one, the first is taken."""
    period = period_of(text)
    rows: list[Proposed] = []
    if period is not None:
        saying = Proposing.of(text, claimed(text), period, _meant(text))
        rows = [row for module in catalogue.modules("proposals") for row in module.proposals(saying)]
        rows += [*_commitments(saying), *_assessment(saying)]
    known = {row.cells.get("Số, ký hiệu", "") for row in rows if row.register == "van-ban-tham-muu"}
    return tuple(_in_order([*rows, *_papers(text, known)]))


def _meant(text: Understood) -> Mapping[date, date]:
    """Days of papers that lie after the report itself, with the days that were meant."""
    days = {citation.date for citation in text.citations if citation.date}
    return {day: meant for day in days if (meant := mended(text, day)) and meant != day}


def _in_order(rows: Iterable[Proposed]) -> Iterator[Proposed]:
    by_register: dict[str, dict[tuple[str, ...], Proposed]] = {}
    for row in rows:
        by_register.setdefault(row.register, {}).setdefault(_identity(row), row)
    for register in catalogue.registers():
        yield from by_register.get(register.slug, {}).values()


def _identity(row: Proposed) -> tuple[str, ...]:
    """What makes two rows of one register the same: the cells of its key."""
    register = catalogue.register(row.register)
    keys = (column for column in register.columns if column.name.partition(".")[0] in register.key)
    # Of a paper, number and day are enough: one mention names its issuer or subject, another does not.
    columns = (column for column in keys if not column.name.endswith(SAID_OTHERWISE))
    return tuple(fold(row.cells.get(column.heading, "")) for column in columns)


def _papers(text: Understood, known: set[str]) -> Iterator[Proposed]:
    """Every other paper that is cited by number and symbol, once."""
    named = [citation for citation in text.citations if citation.code and citation.symbol]
    issuers = {c.code: c.issuer for c in reversed(named) if c.issuer}
    subjects = {c.code: c.subject for c in reversed(named) if c.subject}
    for citation in named:
        code = citation.code or ""
        if code in known or citation.refers_to is not None:
            continue
        day, issuer = mended(text, citation.date), issuers.get(code)
        cells = {
            "Tên loại": citation.type,
            "Số": citation.number or "",
            "Năm trong số": str(citation.year or ""),
            "Ký hiệu": citation.symbol or "",
            "Cơ quan ban hành": issuer or UNKNOWN_ISSUER,
            "Ngày ban hành": written(day),
            "Trích yếu": subjects.get(code) or "",
        }
        doubts = [f"báo cáo in ngày {written(citation.date)}"] if day != citation.date else []
        doubts += [] if day else ["không ghi ngày"]
        doubts += [] if issuer else ["không ghi cơ quan ban hành"]
        confidence = Confidence.UNCLEAR if issuer is None else Confidence.LOOK if doubts else Confidence.SURE
        why = "; ".join(doubts) or "viện dẫn đủ số, ngày, cơ quan ban hành"
        yield Proposed("van-ban-vien-dan", filled(cells), citation.span, confidence, why)


def _commitments(saying: Proposing) -> Iterator[Proposed]:
    """The plan for the next period: items and paragraphs numbered through, and below them the items they introduce."""
    text = saying.text
    introduced = {item: made.lead for made in text.items for item in made.items if made.lead}
    numbers: dict[Span, int] = {}
    below: Counter[int] = Counter()
    for passage in (p for chapter in chapters(text) if chapter.planned for p in chapter.passages()):
        owner = numbers.get(introduced.get(passage, passage), 0)
        is_lead = passage in introduced.values() and passage not in introduced
        words = said(text, passage)
        if is_lead or fold(words).startswith(CLOSING):
            continue
        if owner:
            below[owner] += 1
        else:
            numbers[passage] = len(numbers) + 1
        cells = {
            "Kỳ báo cáo": saying.period.code,
            "Thứ tự": f"{owner}.{below[owner]}" if owner else str(numbers[passage]),
            "Nội dung": _unworded(words),
            "Tình trạng": "Đưa vào báo cáo",
        }
        yield Proposed("nhiem-vu-ky-toi", saying.booked(cells), passage, Confidence.SURE, "phương hướng kỳ tới")


def _unworded(words: str) -> str:
    """Words without the mark that ends the report, and without signs that a wording would act on."""
    whole = f"{words.removesuffix(END).rstrip(' .')}." if words.endswith(END) else words
    return JINJA.sub(r"\1 \2", whole).replace("*", "")


def _assessment(saying: Proposing) -> Iterator[Proposed]:
    """The general assessment, which a person wrote."""
    for chapter in saying.chapters:
        passages = chapter.passages()
        if passages and chapter.titles and fold(ASSESSMENT) in chapter.titles[0]:
            words = "\n\n".join(_unworded(said(saying.text, passage)) for passage in passages)
            cells = {"Kỳ báo cáo": saying.period.code, "Mục": "Đánh giá chung", "Nội dung": words}
            span = passages[0][0], passages[-1][1]
            yield Proposed("danh-gia-chung", saying.booked(cells), span, Confidence.SURE, "mục đánh giá chung")
