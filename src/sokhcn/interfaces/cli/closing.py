"""The commands on closing registers for a period: the matrix, close, nil, lock, reopen."""

from datetime import datetime, time
from typing import Annotated, Any

import typer
from django.utils import timezone

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.reports import PeriodArgument
from sokhcn.kernel.dates import written
from sokhcn.people.models import User
from sokhcn.records.models import Closing, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.closing import closed
from sokhcn.reports.closing.closed import Window
from sokhcn.reports.closing.completeness import Cell, CellState, Matrix, matrix
from sokhcn.reports.periods import the_period

app = typer.Typer(help="Chốt sổ: từng đơn vị chốt từng sổ cho một kỳ.", no_args_is_help=True)
BookArgument = Annotated[str, typer.Argument(metavar="SỔ", help="Sổ nào, như giay-phep-buc-xa.")]
AnyBookArgument = Annotated[str, typer.Argument(metavar="SỔ", help="Để trống: mọi sổ đang có dòng.")]
UnitOption = Annotated[str, typer.Option("--unit", help="Mã đơn vị; để trống: cả cơ quan.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Lý do, ghi vào lịch sử.")]


@app.command("matrix")
def matrix_(
    period: PeriodArgument, unit: UnitOption = "", by: ByOption = BY, format: FormatOption = Format.TEXT
) -> None:
    """Đơn vị nào đã chốt sổ nào: có số liệu, không phát sinh, chưa chốt, quá hạn."""
    user = the_user(by)
    found = matrix(the_period(period), the_agency(user))
    cells = [cell for cell in found.cells if not unit or (cell.unit and cell.unit == _unit(unit, user))]
    if format is Format.JSON:
        counts = {str(state): found.count(state) for state in CellState}
        tell_json({"period": found.period.code, **counts, "cells": [_plain(cell) for cell in cells]})
        return
    say(f"Kỳ {found.period.name}: chốt số liệu {written(found.period.end)}, khóa sổ {written(found.locked_on)}.")
    show_table(("Sổ", "Đơn vị", "Số dòng", "Tình trạng", ""), [_line(cell) for cell in cells], right=(2,))
    _sum_up(found)


@app.command("close")
def close(period: PeriodArgument, book: AnyBookArgument = "", unit: UnitOption = "", by: ByOption = BY) -> None:
    """Chốt sổ: từ lúc này không ghi thêm, không sửa dòng của kỳ ấy nữa."""
    user = the_user(by)
    if book:
        _say_closed(closed.close(_window(period, book, unit, user), by=user))
        return
    whose = _unit(unit, user) if unit else None
    done, found = closed.close_all(the_period(period), the_agency(user), whose, by=user)
    say(f"Đã chốt {len(done)} sổ có số liệu.")
    _sum_up(found)


@app.command("nil")
def nil(
    period: PeriodArgument, book: BookArgument, unit: UnitOption = "", reason: ReasonOption = "", by: ByOption = BY
) -> None:
    """Ký “không phát sinh”; nơi đáng ra có số liệu thì phải ghi lý do."""
    user = the_user(by)
    _say_closed(closed.nil(_window(period, book, unit, user), by=user, reason=reason))


@app.command("lock")
def lock(period: PeriodArgument, by: ByOption = BY) -> None:
    """Khóa sổ cả kỳ: mọi sổ, mọi đơn vị, kể cả sổ chưa chốt."""
    user = the_user(by)
    _say_closed(closed.lock(the_period(period), the_agency(user), by=user))
    _sum_up(matrix(the_period(period), the_agency(user)))


@app.command("reopen")
def reopen(  # noqa: PLR0913 - each is an option of the command
    period: PeriodArgument,
    until: Annotated[str, typer.Option("--until", metavar="NGÀY", help="Mở đến hết ngày nào, hoặc 18/01/2022 11:30.")],
    book: Annotated[str, typer.Argument(metavar="SỔ", help="Sổ nào, như giay-phep-buc-xa.")] = "",
    unit: UnitOption = "",
    whole: Annotated[bool, typer.Option("--all", help="Mở lần khóa sổ của cả kỳ.")] = False,
    reason: ReasonOption = "",
    by: ByOption = BY,
) -> None:
    """Mở lại có thời hạn và lý do cho dòng đến muộn; báo cáo kỳ sau kể các dòng ấy là bổ sung."""
    user = the_user(by)
    if whole == bool(book):
        raise Unready("Ghi sổ nào được mở lại, hoặc --all để mở lần khóa sổ của cả kỳ.")
    window = _window(period, book, unit, user)
    found = closed.reopen(window, until=_moment(until), reason=reason, by=user)
    say(f"Đã mở lại {window} đến {timezone.localtime(found.open_until):%H:%M ngày %d/%m/%Y}: {found.opened_because}.")


def _window(period: str, book: str, unit: str, user: User) -> Window:
    register = catalogue.register(book) if book else None
    return Window(the_period(period), the_agency(user), register, _unit(unit, user) if unit else None)


def _unit(code: str, user: User) -> Unit:
    units: dict[str, Unit] = {unit.code: unit for unit in Unit.objects.filter(agency=the_agency(user))}
    if code not in units:
        raise Unready(f"Không có đơn vị “{code}”. Các đơn vị: {', '.join(units)}.")
    return units[code]


def _moment(text: str) -> datetime:
    """A day, to its end, or a day and an hour."""
    day, _, hour = text.strip().partition(" ")
    try:
        at = time.fromisoformat(hour) if hour else time.max
    except ValueError as error:
        raise Unready(f"Không hiểu giờ “{hour}”. Viết: --until '18/01/2022 11:30'") from error
    return timezone.make_aware(datetime.combine(the_day(day), at))


def _say_closed(row: Closing) -> None:
    say(f"{row.get_kind_display().capitalize()}, {row.period_name}: {_whose(row)}, từ {row.since}.")
    say("Dòng đến muộn chỉ vào được khi mở lại: ./sokhcn closing reopen --help")


def _whose(row: Closing) -> str:
    books = {register.model._meta.label_lower: register.title for register in catalogue.registers()}
    book = f"sổ “{books[row.register]}”" if row.register else "mọi sổ"
    return f"{book} của {row.unit.short if row.unit else 'cả cơ quan'}"


def _sum_up(found: Matrix) -> None:
    counts = [f"{found.count(state)} {state}" for state in CellState]
    say("", f"{len(found.cells)} ô: {', '.join(counts)}.")
    say(*([f"Cả kỳ đã khóa từ {found.lock.since}."] if found.lock else []))


def _line(cell: Cell) -> tuple[str, ...]:
    notes = []
    if cell.late:
        notes.append(f"{cell.late} dòng bổ sung sau khi khóa")
    if cell.open_until:
        notes.append(f"đang mở lại đến {timezone.localtime(cell.open_until):%H:%M %d/%m/%Y}")
    if cell.closing and cell.is_closed:
        reason = f": {cell.closing.reason}" if cell.closing.reason else ""
        notes.append(f"{cell.closing.closed_by}, {timezone.localtime(cell.closing.closed_at):%d/%m/%Y}{reason}")
    if not cell.rows and not cell.is_closed:
        notes += cell.expected
    return cell.register.title, cell.owner, str(cell.rows), str(cell.state), "; ".join(notes)


def _plain(cell: Cell) -> dict[str, Any]:
    closing = cell.closing
    about = {"register": cell.register.slug, "unit": cell.unit.code if cell.unit else None, "state": str(cell.state)}
    signed = (
        {"closed_by": closing.closed_by, "closed_at": closing.closed_at, "reason": closing.reason} if closing else {}
    )
    more = {"rows": cell.rows, "late": cell.late, "expected": cell.expected, "open_until": cell.open_until}
    return {**about, **more, **signed}
