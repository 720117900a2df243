"""Commands on numbers of outgoing papers: which comes next, take one, enter one, void one, print the book."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import typer
from django.utils import timezone

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.kernel.dates import written
from sokhcn.people.models import User
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.life.leaving import note_number
from sokhcn.reports.models import NumberBook, Outgoing
from sokhcn.reports.numbers import books, entering, finding, printing, taking
from sokhcn.reports.numbers.wanted import Wanted, of_edition

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "Trích yếu": "subject",
        "Ký hiệu": "symbol",
        "Người ký": "signer",
        "Nơi nhận": "recipients",
        "Đơn vị, người nhận bản lưu": "kept_by",
        "Ghi chú": "note",
    }
)
app = typer.Typer(help="Số văn bản đi: xem số kế tiếp, cấp số, ghi số, hủy số, in sổ.", no_args_is_help=True)
PaperArgument = Annotated[
    str,
    typer.Argument(metavar="VĂN_BẢN", help="Ấn bản của báo cáo, như 2022-01/3; hoặc loại văn bản, như KH, “Công văn”."),
]
TypeOption = Annotated[str, typer.Option("--type", help="Loại văn bản, như KH hoặc “Kế hoạch”.")]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", help=f"Ghi kèm, như --set 'Trích yếu=…'. Các mục: {', '.join(HEADINGS)}.")
]
CodeArgument = Annotated[str, typer.Argument(metavar="SỐ", help="Số, ký hiệu, như 08/BC-SKHCN.")]
YearOption = Annotated[int, typer.Option("--year", min=0, max=9000, help="Năm của sổ; để trống: năm nay.")]
BookOption = Annotated[str, typer.Option("--book", help="Mã sổ cấp số; để trống: sổ chung.")]


@app.command("next")
def next_(type: TypeOption = "BC", by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Số kế tiếp của sổ; chỉ để xem, chưa cấp cho văn bản nào."""
    agency, today = the_agency(the_user(by)), timezone.localdate()
    name, symbol = finding.type_and_symbol(type, agency)
    book = books.book_for(agency, symbol, today)
    own = book.kind == NumberBook.Kind.OWN
    number = books.next_number(book, today.year) if own else None
    if format is Format.JSON:
        tell_json({"book": book.code, "name": book.name, "kind": book.kind, "year": today.year, "next": number})
        return
    after = (
        f"số kế tiếp năm {today.year}: {number:02}; chưa cấp cho văn bản nào." if number else "số ghi theo hệ thống."
    )
    say(f"{name}: {book.name} ({book.get_kind_display()}); {after}")


@app.command("take")
def take(
    paper: PaperArgument,
    told: SetOption = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Cấp số kế tiếp của sổ cấp số tại đây, ngày hôm nay; báo cáo được cấp số ở bước cấp số của nó."""
    user = the_user(by)
    row = taking.take(_wanted(user, paper, told), by=user)
    _tell(row, f"Đã cấp số {row.code} ngày {written(row.dated_on)}.", format)


@app.command("enter")
def enter(  # noqa: PLR0913 - each is an option of the command
    number: CodeArgument,
    paper: PaperArgument,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày văn bản; để trống: hôm nay.")] = "",
    told: SetOption = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi số và ngày mà hệ thống quản lý văn bản đã cấp; chỗ đáng ngờ được nêu ra."""
    user = the_user(by)
    wanted = _wanted(user, paper, told)
    put = note_number if wanted.edition else entering.enter
    done = put(number=number, dated_on=the_day(on), wanted=wanted, by=user)
    said = [f"Đã ghi số {done.row.code} ngày {written(done.row.dated_on)}."]
    _tell(done.row, "\n".join([*said, *(f"  {one.severity}: {one}" for one in done.findings)]), format, done.findings)


@app.command("void")
def void(
    code: CodeArgument,
    reason: Annotated[str, typer.Option("--reason", help="Lý do hủy, in trong sổ.")] = "",
    year: YearOption = 0,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Hủy một số: số ấy ở lại trong sổ với lý do, không cấp lại."""
    user = the_user(by)
    row = finding.the_paper(code, year or timezone.localdate().year, the_agency(user))
    taking.void(row, reason, by=user)
    _tell(row, f"Đã hủy số {row.code}: {row.void_reason}. Số này không cấp lại.", format)


@app.command("sent")
def sent(  # noqa: PLR0913 - each is an option of the command
    code: CodeArgument,
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Ngày chuyển; để trống: ngày đã ghi hoặc hôm nay.")
    ] = "",
    copies: Annotated[int, typer.Option("--copies", min=0, max=9999, help="Số lượng bản.")] = 0,
    received: Annotated[str, typer.Option("--received", help="Người ký nhận.")] = "",
    year: YearOption = 0,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi ngày chuyển, số lượng bản và người ký nhận của một văn bản đi."""
    user = the_user(by)
    row = finding.the_paper(code, year or timezone.localdate().year, the_agency(user))
    sent_on = the_day(on) if on or row.sent_on is None else None
    told: dict[str, Any] = {"sent_on": sent_on, "copies": copies or None, "received_by": received}
    finding.deliver(row, {name: value for name, value in told.items() if value}, by=user)
    _tell(row, f"Đã ghi chuyển văn bản số {row.code} ngày {written(row.sent_on)}.", format)


@app.command("book")
def book(
    year: YearOption = 0,
    book: BookOption = "",
    out: Annotated[Path | None, typer.Option("--out", help="Ghi sổ ra tệp .pdf để in, đóng tập, hoặc .xlsx.")] = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Sổ đăng ký văn bản đi của một năm, đủ mười cột."""
    agency, of_year = the_agency(the_user(by)), year or timezone.localdate().year
    kept = books.the_book(agency, book, date(of_year, 12, 31))
    told = printing.outgoing_book(kept, of_year, agency)
    if out is not None:
        data = printing.writer_of(out)(told)
        write_whole(out, data)
    if format is Format.JSON:
        rows = [dict(zip((c.title for c in told.columns), row, strict=True)) for row in told.rows]
        tell_json({"book": kept.code, "year": of_year, "rows": rows, "remarks": told.remarks, "file": out and str(out)})
        return
    if out is not None:
        say(f"Đã ghi {out}: {len(told.rows)} văn bản.")
        return
    say(*told.lines)
    show_table([column.title for column in told.columns[:4]], [row[:4] for row in told.rows])
    say(*told.remarks)


def _wanted(user: User, paper: str, told: Sequence[str] | None) -> Wanted:
    """What is to be numbered: an edition, or a paper told by its type and what belongs to it."""
    agency, about = the_agency(user), _told(told or ())
    if paper[:1].isdecimal():
        return replace(of_edition(the_edition(paper, agency)), **about)
    name, short = finding.type_and_symbol(paper, agency)
    usual = "-".join(filter(None, (short, agency.symbol)))
    return Wanted(**{"type": name, "type_symbol": short, "symbol": usual, "subject": "", **about})


def _told(told: Sequence[str]) -> dict[str, Any]:
    parted = [one.partition("=") for one in told]
    if strange := [heading for heading, _, _ in parted if heading.strip() not in HEADINGS]:
        raise Unready(f"Văn bản đi không có mục “{strange[0]}”. Các mục: {'; '.join(HEADINGS)}.")
    return {HEADINGS[heading.strip()]: value.strip() for heading, _, value in parted}


def _tell(row: Outgoing, said: str, format: Format, findings: Any = ()) -> None:
    if format is Format.TEXT:
        say(said)
        return
    about = {"number": row.code, "year": row.year, "dated_on": row.dated_on, "edition": row.edition_label or None}
    tell_json({**about, "voided_on": row.voided_on, "findings": [{"id": f.id, "said": str(f)} for f in findings]})
