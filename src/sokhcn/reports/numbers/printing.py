"""The outgoing book with its ten columns (Decree 30/2020/NĐ-CP, Annex IV), as PDF to be bound and as a workbook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sokhcn.document.ledger import Ledger
from sokhcn.document.nodes import Align, Column
from sokhcn.formats.pdf.ledger import render as pdf
from sokhcn.formats.xlsx.ledger import render as xlsx
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import number
from sokhcn.records.models import Agency
from sokhcn.reports.exporting import UnknownForm
from sokhcn.reports.models import NumberBook, Outgoing
from sokhcn.reports.numbers.books import Gap, gaps, given

TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"
COLUMNS = (
    Column("Số, ký hiệu văn bản", 2.0),
    Column("Ngày tháng văn bản", 1.5, Align.CENTRE),
    Column("Tên loại và trích yếu nội dung văn bản", 4.0),
    Column("Người ký", 1.6),
    Column("Nơi nhận văn bản", 2.6),
    Column("Đơn vị, người nhận bản lưu", 1.5),
    Column("Số lượng bản", 0.9, Align.CENTRE),
    Column("Ngày chuyển", 1.5, Align.CENTRE),
    Column("Ký nhận", 1.0),
    Column("Ghi chú", 1.8),
)
WRITERS: Mapping[str, Callable[[Ledger], bytes]] = {".pdf": lambda ledger: pdf(ledger).pdf, ".xlsx": xlsx}


def writer_of(file: Path) -> Callable[[Ledger], bytes]:
    """What writes a file of that name. Raises ``UnknownForm``."""
    if file.suffix.lower() not in WRITERS:
        raise UnknownForm(f"Không ghi được {file.name}: tên tệp phải kết thúc bằng .pdf hoặc .xlsx.")
    return WRITERS[file.suffix.lower()]


def outgoing_book(book: NumberBook, year: int, agency: Agency) -> Ledger:
    """What ``book`` gave in ``year``, one line a paper in the order of the numbers, voided ones too."""
    rows = list(given(book, year).order_by("number", "suffix", "symbol"))
    until = max((row.dated_on for row in rows), default=date(year, 12, 31))
    return Ledger(
        parent_agency=agency.parent_heading,
        agency=agency.heading,
        title=TITLE,
        lines=(f"Năm {year}", _span(book, rows)),
        columns=COLUMNS,
        rows=[line(row) for row in rows],
        until=until,
        remarks=_remarks(rows, gaps(book, year)),
    )


def line(row: Outgoing) -> tuple[str, ...]:
    """The ten cells of a paper."""
    return (
        row.code,
        written(row.dated_on),
        f"{row.type} {row.subject}",
        row.signer,
        row.recipients,
        row.kept_by,
        "" if row.copies is None else str(row.copies),
        written(row.sent_on),
        row.received_by,
        ". ".join(filter(None, (_voided(row), row.note))),
    )


def _voided(row: Outgoing) -> str:
    return f"Đã hủy ngày {written(row.voided_on)}: {row.void_reason}" if row.voided_on else ""


def _span(book: NumberBook, rows: Sequence[Any]) -> str:
    span = f"từ số {rows[0].written} đến số {rows[-1].written}" if rows else "chưa có văn bản nào"
    return f"{book.name}: {span}"


def _remarks(rows: Sequence[Any], missing: Sequence[Gap]) -> tuple[str, ...]:
    voided = sum(row.voided_on is not None for row in rows)
    total = f"Cộng: {number(len(rows))} văn bản" + (f", trong đó {number(voided)} số đã hủy." if voided else ".")
    absent = f"Số không có trong sổ: {', '.join(map(str, missing))}." if missing else ""
    return tuple(filter(None, (total, absent)))
