"""Commands on registers: import a file, write all rows or a template to one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from sokhcn.intake.sheet import Sheet
from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.here import BY, ByOption, must_may, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json, write_whole
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.exporting import UnknownForm
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import Receipt, receive, receive_good, try_out
from sokhcn.reports.sheets import all_rows, as_csv, as_xlsx, faults_as_csv, faults_as_xlsx, template
from sokhcn.reports.teaching import HEADINGS, taught_for, teach, unknown_values

RegisterArgument = Annotated[str, typer.Argument(metavar="SỔ", help="Tên sổ, như van-ban-tham-muu.")]
OutOption = Annotated[Path, typer.Option("--out", metavar="TỆP", help="Tệp ghi ra.")]
XLSX, CSV = ".xlsx", ".csv"
ADVISED = 12  # values that are not known and are told of with what to do


class NotTaken(Exception):
    """A file was not taken in; ``findings`` say everything that is wrong with it."""

    def __init__(self, sentence: str, findings: tuple[object, ...]) -> None:
        super().__init__(sentence)
        self.findings = findings


class BadMeaning(ValueError):
    """What was told to be remembered cannot be understood."""


def import_(  # noqa: PLR0913 - each is an option of the command
    register: RegisterArgument,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .xlsx, .xls, .ods, .csv, .html.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ thử: nói mọi lỗi, không ghi gì.")] = False,
    good_only: Annotated[
        bool, typer.Option("--good-only", help="Ghi các dòng đúng; các dòng lỗi trả lại thành tệp.")
    ] = False,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="TỆP", help="Ghi lại tệp kèm cột Lỗi (.xlsx hoặc .csv).")
    ] = None,
    means: Annotated[
        list[str] | None,
        typer.Option("--means", metavar="CỘT: CHỮ = NGHĨA", help="Ghi nhớ cách hiểu: Đơn vị: Ph. QLCN = P. QLCN."),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="Lý do, bắt buộc khi sửa dòng đã tính trong báo cáo đã ban hành.")
    ] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Nhập một tệp vào một sổ: được cả tệp, hoặc không ghi dòng nào, hoặc chỉ các dòng đúng."""
    user, found = the_user(by), catalogue.register(register)
    must_may(user, found.keeper)
    if errors is not None:
        _must_be_named(errors)
    _remember(found, means or (), user)
    sheet = open_sheet(found, content(file), file.name, taught_for(found))
    take = try_out if dry_run else receive_good if good_only else receive
    receipt = take(found, sheet, by=user, today=date.today(), reason=reason)
    returned = _returned(sheet, receipt, errors or (_beside(file) if good_only and not dry_run else None), good_only)
    written = not receipt.findings or (good_only and receipt.total > 0)
    if not written:
        raise NotTaken(_refusal(file, found, receipt, returned), (*receipt.findings, *_advice(found, receipt)))
    _tell(receipt, {"file": str(file), "dry_run": dry_run, "errors_in": returned}, format)


def rows(register: RegisterArgument, out: OutOption, by: ByOption = BY) -> None:
    """Ghi mọi dòng của một sổ ra tệp .xlsx hoặc .csv; nhập lại tệp ấy không đổi gì."""
    user, found = the_user(by), catalogue.register(register)
    every = within_reach(all_rows(found), user)
    csv = _must_be_named(out) == CSV
    write_whole(out, "".join(as_csv(found, every, user)).encode() if csv else as_xlsx(found, every, user))
    say(f"Đã ghi {every.count()} dòng của sổ {found.slug} ra {out}.")


def template_(register: RegisterArgument, out: OutOption, by: ByOption = BY) -> None:
    """Ghi tệp mẫu .xlsx của một sổ: tên cột, danh sách chọn, dòng ví dụ, trang hướng dẫn."""
    user, found = the_user(by), catalogue.register(register)
    if _must_be_named(out) != XLSX:
        raise UnknownForm(f"Tệp mẫu là sổ tính: {out.name} phải kết thúc bằng {XLSX}.")
    write_whole(out, template(found, user))
    say(f"Đã ghi tệp mẫu của sổ {found.slug} ra {out}.")


def _must_be_named(out: Path) -> str:
    suffix = out.suffix.lower()
    if suffix not in (XLSX, CSV):
        raise UnknownForm(f"Không ghi được {out.name}: tên tệp phải kết thúc bằng {XLSX} hoặc {CSV}.")
    return suffix


def _beside(file: Path) -> Path:
    """Where the lines at fault go if nobody says where."""
    return file.with_name(f"{file.stem}-loi.xlsx")


def _remember(register: Register, told: Sequence[str], by: User) -> None:
    """Keep what ``--means`` says; a heading of the file is told without a column: ``= Cột``."""
    meanings: dict[tuple[str, str], str] = {}
    for one in told:
        said, equals, means = one.rpartition("=")
        column, colon, text = said.partition(":")
        if not equals or not said.strip() or not means.strip():
            raise BadMeaning(f"Không hiểu “{one}”. Viết: Cột: chữ trong tệp = giá trị của sổ; hoặc: tiêu đề = tên cột.")
        key = (column.strip(), text.strip()) if colon else (HEADINGS, said.strip())
        meanings[key] = means.strip()
    if meanings and (findings := teach(register, meanings, by=by, today=date.today())):
        raise NotTaken("Không ghi nhớ được cách hiểu.", findings)


def _returned(sheet: Sheet, receipt: Receipt, out: Path | None, good_only: bool) -> str:
    """The name of the file that was given back, or nothing where there was nothing to give back."""
    if out is None or not receipt.marks:
        return ""
    csv = _must_be_named(out) == CSV
    marks = receipt.marks
    told = faults_as_csv(sheet, marks, wrong_only=good_only).encode() if csv else None
    write_whole(out, told or faults_as_xlsx(sheet, marks, wrong_only=good_only))
    return str(out)


def _refusal(file: Path, register: Register, receipt: Receipt, returned: str) -> str:
    back = f" Tệp kèm cột Lỗi: {returned}." if returned else ""
    return f"Không nhập {file.name} vào sổ {register.slug}: {len(receipt.findings)} lỗi, không ghi dòng nào.{back}"


def _advice(register: Register, receipt: Receipt) -> tuple[str, ...]:
    """How to have each unknown value remembered."""
    unknown = unknown_values(register, receipt.marks)[:ADVISED]
    told = (f'--means "{one.column}: {one.text} = …" ({one.times} dòng)' for one in unknown)
    return ("Giá trị chưa có trong sổ: ghi nhớ một lần cách hiểu bằng", *told) if unknown else ()


def _tell(receipt: Receipt, about: dict[str, Any], format: Format) -> None:
    counts = {"added": receipt.added, "changed": receipt.changed, "same": receipt.same}
    if format is Format.JSON:
        more = {"wrong": receipt.wrong, "notes": [str(note) for note in receipt.notes]}
        tell_json({"register": receipt.register, **about, **counts, **more})
        return
    say(*(f"Lưu ý. {note}" for note in receipt.notes))
    name, done = Path(about["file"]).name, "Thử nhập được" if about["dry_run"] else "Đã nhập"
    say(
        f"{done} {name} vào sổ {receipt.register}: "
        f"thêm {receipt.added}, sửa {receipt.changed}, giữ nguyên {receipt.same} dòng."
    )
    if receipt.marks:
        back = f", trả lại trong {about['errors_in']}" if about["errors_in"] else ""
        say(f"{receipt.wrong} dòng có lỗi{back}.")
