"""An edition as a file: rendering never asks the registers, so the same edition always gives the same bytes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sokhcn.compiler.outline import PROVINCE
from sokhcn.compiler.words import NOTHING
from sokhcn.document.nodes import Document
from sokhcn.document.profile import DECREE_30
from sokhcn.figures.figure import Value
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.formats.docx.render import render as docx
from sokhcn.formats.html.render import fragment
from sokhcn.formats.html.render import render as html
from sokhcn.formats.json.render import dump
from sokhcn.formats.pdf.render import render as pdf
from sokhcn.formats.text.render import render as text
from sokhcn.formats.xlsx.render import render as xlsx
from sokhcn.formats.xlsx.sheet import Sheet
from sokhcn.records.models import Agency, Issued
from sokhcn.reports.handwork import noting
from sokhcn.reports.models import Edition, report_name
from sokhcn.reports.outlining import sent_to
from sokhcn.reports.periods import compile_command, the_period
from sokhcn.reports.succeeding import WORDS, How, follower

COLUMNS = (
    "Chỉ tiêu",
    "Giá trị",
    "Lũy kế từ đầu năm",
    "Cùng kỳ năm trước",
    "Đơn vị tính",
    "Cách cộng",
    "Mã chỉ tiêu",
)
WIDTHS = (52, 10, 11, 11, 18, 22, 34)
DEFINED = ("Mã chỉ tiêu", "Chỉ tiêu", "Số dòng", "Điều kiện, công thức", "Căn cứ, cách tính")
DEFINED_WIDTHS = (34, 36, 8, 44, 44)


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
    """The edition called ``2022-01/3`` or ``2022-01:bo/1``, or the latest of ``2022-01``: the report, even where a
    notice that recalls it was made later, which is no report and is called by its number.

    Raises ``NoEdition`` or ``BadPeriod``.
    """
    report, _, number = name.partition("/")
    code, _, addressee = report.partition(":")
    period, addressee = the_period(code), addressee or PROVINCE
    editions = Edition.objects.of(agency, period.code, addressee)
    # The rows that figures counted may fill megabytes: only the edition that is wanted is read whole.
    labels = {edition.label: edition.pk for edition in editions.only("period_code", "addressee", "number")}
    named = [label for label in labels if label == f"{report_name(period.code, addressee)}/{number}"]
    wanted = named if number else list(labels)
    for label in wanted:
        edition: Edition = editions.get(pk=labels[label])
        if number or not edition.recalls:
            return edition
    if labels:
        raise NoEdition(f"Không có ấn bản “{name}”. Có: {', '.join(labels)}.")
    to = sent_to(addressee, agency, period.end)
    command = compile_command(report_name(period.code, addressee))
    raise NoEdition(f"Chưa có báo cáo {period.name}{to}. Tổng hợp trước: {command}")


def export(edition: Edition, form: str, *, clean: bool = False) -> Exported:
    """``edition`` in ``form``. Raises ``UnknownForm``; what a renderer cannot do, it says itself.

    A draft marks overridden figures and lists them at its end; one that is to be signed is ``clean``, as is one that
    was issued.
    """
    if form not in WRITERS:
        raise UnknownForm(f"Không có dạng tệp “{form}”. Các dạng: {', '.join(FORMS)}.")
    # a free window's dots would read as a path
    period = edition.report.replace("..", "_").replace("@", "-").replace(":", "-")
    bare = clean or is_issued(edition)
    made = WRITERS[form](edition, f"bao-cao-{period}.{form}", bare)
    notes = (made.note, _overrides_noted(edition, clean=bare), _end_noted(edition) if is_issued(edition) else "")
    return replace(made, note=" ".join(filter(None, notes)))


def is_issued(edition: Edition) -> bool:
    """Whether it left the house just so."""
    return Issued.objects.filter(agency=edition.agency, report=edition.label).exists()


def _end_noted(edition: Edition) -> str:
    """What whoever exports is told of an issued edition that another one corrects, replaces or recalls."""
    after = follower(edition)
    return (
        f"Ấn bản {after.label} đã ban hành để {WORDS[How(after.follows['how'])].lower()} ấn bản này." if after else ""
    )


def _overrides_noted(edition: Edition, *, clean: bool) -> str:
    """What whoever exports is told of overridden figures: they are never printed in silence."""
    many = sum(bool(one["times"]) for one in edition.rules.get("overrides", ()))
    if not many:
        return ""
    if clean:
        return f"Tệp có {many} số ghi đè, không đánh dấu; xem: ./sokhcn summary {edition.label}"
    return f"{many} số ghi đè được đánh dấu và liệt kê ở trang cuối. Bản trình ký: thêm --clean."


def _document(edition: Edition, clean: bool) -> Document:
    document = edition.document()
    overrides = edition.rules.get("overrides", ())
    if not overrides:
        return document
    labels = {figure.key: figure.label for figure in edition.figures()}
    return noting.clean(document) if clean else noting.noted(document, overrides, labels)


def page(edition: Edition, figure_link: Callable[[str], str] | None = None) -> str:
    """The edition as the A4 page of the application, in which each figure leads to ``figure_link`` of its key."""
    return fragment(edition.document(), DECREE_30, figure_link)


def _docx(edition: Edition, name: str, clean: bool) -> Exported:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return Exported(name, media_type, docx(_document(edition, clean), edition=edition.label))


def _pdf(edition: Edition, name: str, clean: bool) -> Exported:
    printed = pdf(_document(edition, clean))
    return Exported(name, "application/pdf", printed.pdf, printed.note)


def _html(edition: Edition, name: str, clean: bool) -> Exported:
    return Exported(name, "text/html; charset=utf-8", html(_document(edition, clean)))


def _text(edition: Edition, name: str, clean: bool) -> Exported:
    return Exported(name, "text/plain; charset=utf-8", text(noting.with_signs(_document(edition, clean)), width=100))


def _xlsx(edition: Edition, name: str, clean: bool) -> Exported:
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    figures = edition.figures()
    days = f"Kỳ {edition.starts_on:%d/%m/%Y} – {edition.ends_on:%d/%m/%Y}"
    note = f"{days}{' theo quy ước' if edition.regime.get('by_convention') else ''}; {edition.regime['basis']}."
    values = Sheet("Chỉ tiêu", COLUMNS, tuple(map(_values_row, figures)), note, WIDTHS)
    defined = Sheet("Cách tính", DEFINED, tuple(map(_defined_row, figures)), note, DEFINED_WIDTHS)
    return Exported(name, media_type, xlsx(_document(edition, clean), (values, defined)))


def _values_row(figure: FrozenFigure) -> tuple[str | Value | None, ...]:
    values = (figure.value, figure.to_date, figure.last_year)
    return (
        figure.label,
        *(NOTHING if value is None else value for value in values),
        figure.unit,
        figure.kind,
        figure.key,
    )


def _defined_row(figure: FrozenFigure) -> tuple[str | int, ...]:
    how = figure.formula or "; ".join(figure.conditions)
    return figure.key, figure.label, len(figure.rows), how, figure.basis


def _json(edition: Edition, name: str, clean: bool) -> Exported:
    told = {
        "edition": {
            "agency": edition.agency,
            "period": edition.period_code,
            "days": [edition.starts_on.isoformat(), edition.ends_on.isoformat()],
            "addressee": edition.addressee,
            "number": edition.number,
            "digest": edition.digest,
            "regime": _settled(edition.regime),
            "rules": _settled(edition.rules),
        },
        "figures": _settled(edition.figures_kept),
        "document": dump(noting.clean(edition.document()) if clean else edition.document()),
    }
    data = json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
    return Exported(name, "application/json", data)


def _settled(kept: Any) -> Any:
    """Values with their keys in one order: PostgreSQL keeps JSON without the order it was written in."""
    return json.loads(json.dumps(kept, sort_keys=True))


WRITERS: Mapping[str, Callable[[Edition, str, bool], Exported]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "xlsx": _xlsx,
    "json": _json,
    "txt": _text,
}
FORMS = tuple(WRITERS)
