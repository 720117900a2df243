"""The proof of the loop: a report's own proposals accepted in a scratch database, and the period compiled from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sokhcn.document.understood import Understood
from sokhcn.formats.docx.letters import letters as letters_of_docx
from sokhcn.formats.docx.render import render as docx
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.people.demo import COMPILER, make_people
from sokhcn.people.models import User
from sokhcn.reader.proposed import Proposed
from sokhcn.reader.returning import ComeBack, come_back
from sokhcn.reader.understanding import understand
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.proposing import proposed
from sokhcn.reports.receiving import receive
from sokhcn.reports.scratch import scratch_database
from sokhcn.reports.testifying import the_period_of

AGENCY = "BAO-CAO"


class CannotRecompile(Exception):
    """The report does not say enough to be compiled again; ``findings`` say what stood in the way."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Recompiled:
    """The rows that were proposed, what the registers made of them, and how much of the report came back."""

    rows: tuple[Proposed, ...]
    original: Understood
    again: Understood
    back: ComeBack


def recompile(text: Understood) -> Recompiled:
    """Compile the period of ``text`` from its own proposals. Raises ``CannotRecompile``."""
    period = the_period_of(text.title.period) if text.title.period else None
    if period is None:
        raise CannotRecompile("Không tổng hợp lại được: trích yếu của báo cáo không cho biết kỳ báo cáo.")
    rows = proposed(text)
    with scratch_database():
        user = _settle(text)
        for register, sheet in _sheets(rows):
            receipt = receive(catalogue.register(register), sheet, by=user, today=period.end)
            if blocking(receipt.findings):
                raise CannotRecompile(f"Các dòng đề xuất cho sổ {register} không nhập được.", receipt.findings)
        assert user.agency is not None
        edition = compile_report(period, user.agency, by=user).edition
        again = understand(letters_of_docx(docx(edition.document())), DECREE_09)
    return Recompiled(rows, text, again, come_back(text, again))


def _settle(text: Understood) -> User:
    """The agency as the report's head names it, its addressees and recipients, and somebody who compiles."""
    head = text.header
    name = head.agency or "Sở Khoa học và Công nghệ"
    agency = {
        "Mã": AGENCY,
        "Tên": name.capitalize() if name.isupper() else name,
        "Tên gọi tắt": "Sở KH&CN",
        "Tên trên đầu văn bản": name.upper(),
        "Cơ quan chủ quản trên đầu văn bản": head.parent_agency or "",
        "Chữ viết tắt trong ký hiệu": (head.symbol or "BC-SKHCN").rpartition("-")[2],
        "Địa danh ghi trên văn bản": head.place or "",
    }
    make_people()
    user = User.objects.get(username=COMPILER)
    _take("co-quan", [agency], user)
    make_people(Agency.objects.get())
    user = User.objects.select_related("agency").get(username=COMPILER)
    lines = [("Kính gửi", name) for name in text.addressees] + [("Nơi nhận", name) for name in text.recipients]
    _take(
        "noi-nhan",
        [{"Chỗ ghi": role, "Thứ tự": str(place), "Tên": name} for place, (role, name) in enumerate(lines, 1)],
        user,
    )
    signer = text.signature
    if signer.name:
        office = (signer.position or "Giám đốc").capitalize()
        capacity = "Ký thay" if signer.authority and "KT" in signer.authority else "Người đứng đầu"
        _take(
            "nguoi-ky",
            [
                {
                    "Họ và tên": signer.name,
                    "Quyền hạn ký": capacity,
                    "Chức vụ người đứng đầu": office.removeprefix("Phó ").capitalize(),
                    "Chức vụ người ký": office,
                }
            ],
            user,
        )
    return user


def _take(register: str, lines: list[Mapping[str, str]], user: User) -> None:
    if lines:
        sheet = _sheet(register, lines)
        receipt = receive(catalogue.register(register), sheet, by=user, today=DECREE_09.valid_from)
        if blocking(receipt.findings):
            raise CannotRecompile(f"Không lập được {register} từ báo cáo.", receipt.findings)


def _sheets(rows: Iterable[Proposed]) -> Iterable[tuple[str, Sheet]]:
    """Proposals as one sheet for each register, in the order in which registers refer to each other."""
    by_register: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_register.setdefault(row.register, []).append(row.cells)
    for register in catalogue.registers():
        if register.slug in by_register:
            yield register.slug, _sheet(register.slug, by_register[register.slug])


def _sheet(name: str, lines: list[Mapping[str, str]]) -> Sheet:
    headings = tuple(dict.fromkeys(heading for line in lines for heading in line))
    return Sheet(
        name, headings, tuple((n, tuple(line.get(h, "") for h in headings)) for n, line in enumerate(lines, 2))
    )
