"""What a rule finds in a small report: the words at each place, with what is suggested."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sokhcn.checker.engine import check, rules
from sokhcn.checker.subject import Subject
from sokhcn.checker.witness import NOBODY, Before, Counted, Testimony, Witness
from sokhcn.document.letters import Letters
from sokhcn.formats.docx.letters import letters as letters_of_docx
from sokhcn.formats.docx.looking import look
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.papers import Mention
from sokhcn.reader.claims import Phrase, claims
from sokhcn.reader.understanding import understand
from tests.reader.plain import DECREE, letters

HEAD = """UBND TỈNH NINH THUẬN
SỞ KHOA HỌC VÀ CÔNG NGHỆ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/BC-SKHCN
Ninh Thuận, ngày 17 tháng 01 năm 2022

BÁO CÁO
Kết quả tháng 01 năm 2022 và phương hướng tháng 02 năm 2022

Kính gửi: Ủy ban nhân dân tỉnh.

"""
FOOT = """
Trên đây là báo cáo kết quả tháng 01 năm 2022./.

Nơi nhận:
- Như trên;
- Lưu: VT, VP.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Văn A
"""


@dataclass
class Telling:
    """A witness that tells what a test gives it."""

    known: tuple[Mention, ...] = ()
    counted: Mapping[str, Testimony] = field(default_factory=dict)
    called: tuple[str, ...] = ()
    situated: tuple[str, ...] = ()
    counting: tuple[Counted, ...] = ()
    before: Mapping[str, Before] = field(default_factory=dict)
    reaches: bool = True

    def papers(self, code: str) -> tuple[Mention, ...]:
        return tuple(paper for paper in self.known if paper.code == code)

    def knows_papers(self) -> bool:
        return bool(self.known)

    def figure(self, key: str) -> Testimony | None:
        return self.counted.get(key)

    def knows_period(self) -> bool:
        return self.reaches

    def counted_rows(self) -> tuple[Counted, ...]:
        return self.counting

    def last_report(self) -> Mapping[str, Before]:
        return self.before

    def places(self) -> tuple[str, ...]:
        return self.situated

    def names(self) -> tuple[str, ...]:
        return self.called


def counting(key: str, value: int) -> Testimony:
    return Testimony(key, key, Decimal(value))


def whole(body: str) -> str:
    """``body`` between a faultless head and a faultless foot."""
    return f"{HEAD}{body}\n{FOOT}"


def subject(
    text: str | Letters, witness: Witness = NOBODY, chapters: tuple[str, ...] = (), phrases: tuple[Phrase, ...] = ()
) -> Subject:
    understood = understand(letters(text) if isinstance(text, str) else text, DECREE)
    return Subject(understood, witness, chapters, claims=claims(understood, phrases))


def measured(data: bytes) -> Subject:
    """A .docx with the look of its pages."""
    return Subject(understand(letters_of_docx(data), DECREE), appearance=look(data))


def judged(id: str, examined: Subject) -> tuple[Finding, ...]:
    """What one rule finds."""
    (asked,) = (rule for rule in rules() if rule.id == id)
    return check(examined, [asked])


def findings(id: str, text: str | Letters, **more: object) -> tuple[Finding, ...]:
    return judged(id, subject(text, **more))  # type: ignore[arg-type]


def found(id: str, body: str, **more: object) -> list[str | None]:
    """The words at the place of each finding in ``body``, on one line; None for what is absent."""
    text = whole(body)
    spans = [finding.span for finding in findings(id, text, **more)]
    return [" ".join(text[slice(*span)].split()) if span else None for span in spans]
