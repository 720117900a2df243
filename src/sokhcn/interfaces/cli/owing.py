"""The command on duties to report: what is owed to whom, and by when."""

from typing import Annotated, Any

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_user
from sokhcn.interfaces.cli.outlines import OnOption, the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.kernel.dates import written
from sokhcn.kernel.periods import Period
from sokhcn.reports.closing.duties import Owed, in_force, owed
from sokhcn.reports.models import ReportingDuty
from sokhcn.reports.periods import the_period

app = typer.Typer(help="Nghĩa vụ báo cáo: ai nộp báo cáo nào cho ai, hạn nào.", no_args_is_help=True)
UNVERIFIED = "Dòng có dấu * chưa kiểm chứng với văn bản gốc; sửa ở sổ nghia-vu-bao-cao."


@app.command("list")
def list_(
    period: Annotated[
        str, typer.Option("--period", metavar="KỲ", help="Kỳ nào, như 2022-01: kể ba ngày của từng báo cáo.")
    ] = "",
    on: OnOption = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Các nghĩa vụ có hiệu lực; với --period: ngày chốt số liệu, ngày khóa sổ và hạn gửi của kỳ ấy."""
    the_user(by)
    if period:
        _show_owed(the_period(period), format)
        return
    duties = in_force(the_day(on))
    if format is Format.JSON:
        tell_json([_plain(duty) for duty in duties])
        return
    if not duties:
        say("Chưa có nghĩa vụ báo cáo nào có hiệu lực. Thêm ở sổ nghia-vu-bao-cao.")
        return
    rows = [
        (_marked(d), d.get_kind_display(), d.owed_by, d.owed_to, d.rule, "có" if d.absorbed else "") for d in duties
    ]
    show_table(("Báo cáo", "Kỳ", "Ai nộp", "Nộp cho ai", "Hạn gửi", "Gộp vào kỳ dài hơn"), rows)
    say("", *dict.fromkeys(f"{d.name}: {d.source}." for d in duties))
    say(*([UNVERIFIED] if any(not duty.verified for duty in duties) else []))


def _show_owed(period: Period, format: Format) -> None:
    found = owed(period)
    if format is Format.JSON:
        tell_json([_owed_plain(one) for one in found])
        return
    if not found:
        say(f"Kỳ {period.name} không có báo cáo nào phải nộp theo sổ nghia-vu-bao-cao.")
        return
    say(f"Báo cáo phải nộp của {period.name}, kỳ số liệu {period.dates}")
    rows = [(_marked(one.duty), one.duty.owed_by, one.duty.owed_to, *_days(one)) for one in found]
    show_table(("Báo cáo", "Ai nộp", "Nộp cho ai", "Chốt số liệu", "Khóa sổ", "Hạn gửi"), rows)
    early = [one for one in found if one.too_early and one.absorbed_by is None]
    say(*(f"Hạn gửi của “{one.duty.name}” không để đủ 01 ngày làm việc sau ngày chốt số liệu." for one in early))
    say(*([UNVERIFIED] if any(not one.duty.verified for one in found) else []))


def _days(one: Owed) -> tuple[str, str, str]:
    locked = written(one.dates.locked) if one.dates.locked else ""
    due = f"gộp vào báo cáo {one.absorbed_by.name}" if one.absorbed_by else written(one.dates.due)
    return written(one.dates.cut_off), locked, due


def _marked(duty: ReportingDuty) -> str:
    return duty.name if duty.verified else f"{duty.name} *"


def _plain(duty: ReportingDuty) -> dict[str, Any]:
    about = {"code": duty.code, "name": duty.name, "level": duty.level, "kind": duty.kind}
    whose = {"owed_by": duty.owed_by, "owed_to": duty.owed_to, "unit": duty.unit, "rule": duty.rule}
    return {**about, **whose, "absorbed": duty.absorbed, "basis": duty.basis, "verified": duty.verified}


def _owed_plain(one: Owed) -> dict[str, Any]:
    days = {"cut_off": one.dates.cut_off, "locked": one.dates.locked, "due": one.dates.due}
    absorbed = one.absorbed_by.code if one.absorbed_by else None
    return {**_plain(one.duty), **days, "absorbed_by": absorbed, "too_early": one.too_early}
