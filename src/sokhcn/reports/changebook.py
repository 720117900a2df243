"""The changes of some days as a paper: a document in the house's own forms, a part for each register."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from sokhcn.document.build import dash, inlines, items, section
from sokhcn.document.nodes import Closing, DateLine, Document, Head, Signature
from sokhcn.formats.docx.render import render as docx
from sokhcn.formats.html.render import render as html
from sokhcn.formats.pdf.render import render as pdf
from sokhcn.formats.text.render import render as text
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import roman
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.changelog import Told
from sokhcn.reports.exporting import UnknownForm

WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    ".docx": docx,
    ".html": html,
    ".pdf": lambda document: pdf(document).pdf,
    ".txt": lambda document: text(document, width=100),
}


def writer_of(file: Path) -> Callable[[Document], bytes]:
    """What writes a file of that name. Raises ``UnknownForm``."""
    if file.suffix.lower() not in WRITERS:
        forms = ", ".join(WRITERS)
        raise UnknownForm(f"Không ghi được {file.name}: tên tệp phải kết thúc bằng một trong {forms}.")
    return WRITERS[file.suffix.lower()]


def book(changes: Iterable[Told], first: date, last: date, agency: Agency, by: User) -> Document:
    """The document that tells ``changes``; whoever prints it stands where a paper is signed."""
    by_register: dict[str, list[Told]] = {}
    for told in changes:
        by_register.setdefault(told.register, []).append(told)
    today = date.today()
    head = Head(
        parent_agency=agency.parent_heading,
        agency=agency.heading,
        number=None,
        symbol=f"STĐ-{agency.symbol}",
        place=agency.seat,
        dated=DateLine(today.day, today.month, today.year),
        type_name="SỔ THAY ĐỔI",
        subject=inlines(f"Từ ngày {written(first)} đến hết ngày {written(last)}"),
    )
    sections = tuple(
        section(f"register-{n}", 1, roman(n), _title(name, told), items(*(dash(one.sentence) for one in told)))
        for n, (name, told) in enumerate(sorted(by_register.items()), 1)
    )
    nothing = (section("nothing", 1, None, "KHÔNG CÓ THAY ĐỔI NÀO"),)
    return Document(head, sections or nothing, Closing(("Lưu hồ sơ",), Signature(("NGƯỜI IN SỔ",), str(by))))


def _title(register: str, told: list[Told]) -> str:
    return f"{register}: {len(told)} thay đổi".upper()
