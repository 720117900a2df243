"""An edition as a file: rendering never asks the registers, so the same edition always gives the same bytes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sokhcn.document.profile import DECREE_30
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.formats.docx.render import render as docx
from sokhcn.formats.html.render import fragment
from sokhcn.formats.html.render import render as html
from sokhcn.formats.json.render import dump
from sokhcn.formats.pdf.render import render as pdf
from sokhcn.formats.text.render import render as text
from sokhcn.formats.xlsx.render import render as xlsx
from sokhcn.formats.xlsx.sheet import Sheet
from sokhcn.records.models import Agency
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period

COLUMNS = (
    "Mã chỉ tiêu",
    "Chỉ tiêu",
    "Giá trị",
    "Đơn vị tính",
    "Cách cộng",
    "Số dòng",
    "Điều kiện",
    "Căn cứ, cách tính",
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to hand out: its name, media type and bytes, and a line worth telling, such as the font of a PDF."""

    name: str
    media_type: str
    data: bytes
    note: str = ""


class NoEdition(LookupError):
    """There is no such edition; the message says how to make one."""


class UnknownForm(ValueError):
    """No such form of file; the message names those there are."""


def the_edition(name: str, agency: Agency) -> Edition:
    """The edition called ``2022-01/3``, or the latest of ``2022-01``. Raises ``NoEdition`` or ``BadPeriod``."""
    code, _, number = name.partition("/")
    period = the_period(code)
    editions = Edition.objects.of(agency, period.code)
    # The rows that figures counted may fill megabytes: only the edition that is wanted is read whole.
    labels = {edition.label: edition.pk for edition in editions.only("period_code", "number")}
    wanted = f"{period.code}/{number}" if number else next(iter(labels), "")
    if wanted in labels:
        edition: Edition = editions.get(pk=labels[wanted])
        return edition
    if labels:
        raise NoEdition(f"Không có ấn bản “{name}”. Có: {', '.join(labels)}.")
    raise NoEdition(f"Chưa có báo cáo {period.name}. Tổng hợp trước: ./sokhcn compile {period.code}")


def export(edition: Edition, form: str) -> Exported:
    """``edition`` in ``form``. Raises ``UnknownForm``; what a renderer cannot do, it says itself."""
    if form not in WRITERS:
        raise UnknownForm(f"Không có dạng tệp “{form}”. Các dạng: {', '.join(FORMS)}.")
    period = edition.period_code.replace("..", "_")  # a free window's dots would read as a path
    return WRITERS[form](edition, f"bao-cao-{period}.{form}")


def page(edition: Edition, figure_link: Callable[[str], str] | None = None) -> str:
    """The edition as the A4 page of the application, in which each figure leads to ``figure_link`` of its key."""
    return fragment(edition.document(), DECREE_30, figure_link)


def _docx(edition: Edition, name: str) -> Exported:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Exported(name, media_type, docx(edition.document(), edition=edition.label))


def _pdf(edition: Edition, name: str) -> Exported:
    printed = pdf(edition.document())
    return Exported(name, "application/pdf", printed.pdf, printed.note)


def _html(edition: Edition, name: str) -> Exported:
    return Exported(name, "text/html; charset=utf-8", html(edition.document()))


def _text(edition: Edition, name: str) -> Exported:
    return Exported(name, "text/plain; charset=utf-8", text(edition.document(), width=100))


def _xlsx(edition: Edition, name: str) -> Exported:
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    rows = tuple(_figure_row(figure) for figure in edition.figures())
    note = f"Kỳ {edition.starts_on:%d/%m/%Y} – {edition.ends_on:%d/%m/%Y}; {edition.regime['basis']}."
    return Exported(name, media_type, xlsx(edition.document(), (Sheet("Chỉ tiêu", COLUMNS, rows, note),)))


def _figure_row(figure: FrozenFigure) -> tuple[str | int, ...]:
    value = figure.value if isinstance(figure.value, int) else str(figure.value)
    conditions = "; ".join(figure.conditions)
    return figure.key, figure.label, value, figure.unit, figure.kind, len(figure.rows), conditions, figure.basis


def _json(edition: Edition, name: str) -> Exported:
    told = {
        "edition": {
            "agency": edition.agency,
            "period": edition.period_code,
            "days": [edition.starts_on.isoformat(), edition.ends_on.isoformat()],
            "number": edition.number,
            "digest": edition.digest,
            "regime": edition.regime,
            "rules": edition.rules,
        },
        "figures": edition.figures_kept,
        "document": dump(edition.document()),
    }
    data = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
    return Exported(name, "application/json", data)


WRITERS: Mapping[str, Callable[[Edition, str], Exported]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "xlsx": _xlsx,
    "json": _json,
    "txt": _text,
}
FORMS = tuple(WRITERS)
