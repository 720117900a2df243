"""The office that a report comes from, set up in an empty database: its name, who is addressed, who signs."""

from collections.abc import Mapping, Sequence

from sokhcn.document.understood import Header, SignatureBlock, Understood
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.kernel.periods import Period
from sokhcn.people.demo import COMPILER, make_people
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.receiving import receive

Cells = Mapping[str, str]
DEPARTMENT = "Sở Khoa học và Công nghệ"
NOBODY = "(chưa rõ)"


class CannotSettle(Exception):
    """The report's own head or ending does not make an office; ``findings`` say why."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(sentence)
        self.findings = findings


def settle(text: Understood, period: Period) -> User:
    """Somebody who compiles reports in the office that ``text`` names. Raises ``CannotSettle``."""
    make_people()
    officer = User.objects.get(username=COMPILER)
    _take("co-quan", [_agency(text.header)], officer, period)
    make_people(Agency.objects.get())
    officer = User.objects.select_related("agency").get(username=COMPILER)
    lines = [("Kính gửi", name) for name in text.addressees] + [("Nơi nhận", name) for name in _recipients(text)]
    _take("noi-nhan", [_line(place, *line) for place, line in enumerate(lines, 1)], officer, period)
    _take("nguoi-ky", [_signer(text.signature)], officer, period)
    return officer


def _agency(head: Header) -> Cells:
    name = head.agency or DEPARTMENT
    return {
        "Mã": "BC",
        "Tên": DEPARTMENT
        if name.casefold() == DEPARTMENT.casefold()
        else name.capitalize()
        if name.isupper()
        else name,
        "Tên gọi tắt": "Sở KH&CN",
        "Tên trên đầu văn bản": name.upper(),
        "Cơ quan chủ quản trên đầu văn bản": head.parent_agency or "",
        "Chữ viết tắt trong ký hiệu": (head.symbol or "").rpartition("-")[2] or "SKHCN",
        "Địa danh ghi trên văn bản": head.place or "",
    }


def _recipients(text: Understood) -> list[str]:
    """Without “Như trên”, which the compiler puts there itself."""
    return [name for name in text.recipients if name.casefold() != "như trên"]


def _line(place: int, role: str, name: str) -> Cells:
    return {"Chỗ ghi": role, "Thứ tự": str(place), "Tên": name}


def _signer(signature: SignatureBlock) -> Cells:
    title = (signature.position or "Giám đốc").capitalize()
    deputy = bool(signature.authority and "KT" in signature.authority)
    return {
        "Họ và tên": signature.name or NOBODY,
        "Quyền hạn ký": "Ký thay" if deputy else "Thủ trưởng",
        "Chức vụ người đứng đầu": title.removeprefix("Phó ").capitalize(),
        "Chức vụ người ký": title,
    }


def _take(slug: str, lines: Sequence[Cells], officer: User, period: Period) -> None:
    if not lines:
        return
    headings = tuple(lines[0])
    sheet = Sheet(slug, headings, tuple((n, tuple(line[h] for h in headings)) for n, line in enumerate(lines, 1)))
    receipt = receive(catalogue.register(slug), sheet, by=officer, today=period.end)
    if blocking(receipt.findings):
        raise CannotSettle("Không dựng lại được cơ quan ra báo cáo từ đầu và cuối văn bản.", receipt.findings)
