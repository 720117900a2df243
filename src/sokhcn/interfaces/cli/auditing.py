"""Commands on history: verify that nobody altered it or a row past it, and print the changes of some days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sokhcn.interfaces.cli.here import AUDITOR, ByOption, must_may, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, console, say, tell_json, write_whole
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.numerals import number
from sokhcn.people.permissions import AUDIT
from sokhcn.records.backup.archive import unpacking
from sokhcn.records.chains import cut_off
from sokhcn.reports import catalogue
from sokhcn.reports.changebook import book, writer_of
from sokhcn.reports.changelog import Told, told_between
from sokhcn.reports.verifying import Audit, Watch
from sokhcn.reports.verifying import verify as verify_all

ALTERED = 1
app = typer.Typer(help="Soát lịch sử của các sổ: xem ai sửa gì, và có ai sửa lén không.")
RegisterOption = Annotated[str, typer.Option("--register", metavar="SỔ", help="Chỉ sổ này, như giay-phep-buc-xa.")]


@app.command("verify")
def verify(
    register: RegisterOption = "",
    against: Annotated[
        Path | None, typer.Option("--against", metavar="TỆP", help="Bản sao lưu: niêm phong lúc ấy có còn không.")
    ] = None,
    by: ByOption = AUDITOR,
    format: FormatOption = Format.TEXT,
) -> None:
    """Soát niêm phong, đối chiếu mọi dòng với lịch sử, tính lại tra cứu và hạn. Mã thoát 1 khi có chỗ bị sửa."""
    must_may(the_user(by), AUDIT)
    chosen = catalogue.register(register) if register else None
    models = (chosen.model, *(part.model for part in chosen.parts)) if chosen else ()
    cut: list[Finding] = []
    if against is not None:
        with unpacking(against) as archive:
            cut += cut_off(archive.manifest.seals)
    with _progress() as watch:
        audit = verify_all(models, watch)
    audit.findings[:0] = cut
    _tell(audit, format)
    if audit.findings:
        raise typer.Exit(ALTERED)


@contextmanager
def _progress() -> Iterator[Watch]:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console(error=True), transient=True) as progress:
        task = progress.add_task("")
        yield lambda stage, made, total: progress.update(task, description=stage, completed=made, total=total)


def _tell(audit: Audit, format: Format) -> None:
    about = {"versions": audit.versions, "rows": audit.rows, "seconds": round(audit.seconds, 3)}
    if format is Format.JSON:
        found = [{"id": finding.id, "sentence": str(finding)} for finding in audit.findings]
        tell_json({**about, "altered": found})
        return
    say(*(f"{n}. {finding}" for n, finding in enumerate(audit.findings, 1)))
    verdict = f"{len(audit.findings)} chỗ bị sửa" if audit.findings else "không có chỗ nào bị sửa"
    read = f"{number(audit.versions)} bản trong lịch sử và {number(audit.rows)} dòng"
    seconds = f"{audit.seconds:.1f}".replace(".", ",")
    say(f"Đã soát {read} trong {seconds} giây ({number(audit.speed)} mỗi giây): {verdict}.")


@app.command("changes")
def changes(  # noqa: PLR0913 - each is an option of the command
    first: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Từ ngày, như 01/01/2022; trống: hôm nay.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="NGÀY", help="Đến hết ngày; để trống: hôm nay.")] = "",
    register: RegisterOption = "",
    login: Annotated[str, typer.Option("--by", metavar="TÊN", help="Chỉ của người có tên đăng nhập này.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Ghi ra tệp .docx, .pdf, .html hoặc .txt.")] = None,
    asked_by: Annotated[str, typer.Option("--as", help="Tên đăng nhập của người in.", envvar="SOKHCN_BY")] = AUDITOR,
    format: FormatOption = Format.TEXT,
) -> None:
    """In các thay đổi trong một khoảng ngày, mỗi thay đổi một câu; dữ liệu cá nhân được che."""
    user = the_user(asked_by)
    must_may(user, AUDIT)
    days = the_day(first), the_day(last)
    told = told_between(*days, catalogue.register(register) if register else None, login, user)
    if out is not None:
        write = writer_of(out)
        write_whole(out, write(book(told, *days, the_agency(user), user)))
        say(f"Đã ghi {out}")
    elif format is Format.JSON:
        tell_json([_json(one) for one in told])
    else:
        _say(told, *days)


def _say(told: Iterator[Told], first: date, last: date) -> None:
    count = 0
    for one in told:
        say(one.sentence)
        count += 1
    same = last - first < timedelta(days=1)
    days = f"ngày {first:%d/%m/%Y}" if same else f"từ ngày {first:%d/%m/%Y} đến hết ngày {last:%d/%m/%Y}"
    say(f"{number(count)} thay đổi, {days}." if count else f"Không có thay đổi nào, {days}.")


def _json(told: Told) -> dict[str, Any]:
    about = {"at": told.at, "by": told.login, "name": told.who, "action": told.action, "register": told.register}
    said = [{"field": one.heading, "before": one.before, "after": one.after} for one in told.changes]
    return {**about, "row": told.row, "changes": said, "reason": told.reason, "sentence": told.sentence}
