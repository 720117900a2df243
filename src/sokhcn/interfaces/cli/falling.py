"""The commands on what falls due, and on the rules that say when."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from django.db import transaction
from django.utils import timezone

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, must_may, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.interfaces.cli.registers import NotTaken
from sokhcn.kernel.finding import blocking
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_REFERENCE, within_reach
from sokhcn.records.due import TIERS, DueDate, deadlines
from sokhcn.records.models import Unit
from sokhcn.records.reckoning import reckon_all
from sokhcn.records.worklist import BEYOND, OVERDUE, Worklist, left_of, worklist
from sokhcn.reports import catalogue
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.retiming import Trial, try_sheet
from sokhcn.reports.shipping import TERMS
from sokhcn.reports.teaching import taught_for

MOST_SHOWN = 50
app = typer.Typer(help="Thời hạn theo quy tắc có ngày hiệu lực.", no_args_is_help=True)


def due(
    unit: Annotated[str, typer.Option("--unit", help="Mã đơn vị; để trống: cả cơ quan.")] = "",
    within: Annotated[int, typer.Option("--within", min=0, max=3650, help="Đến hạn trong bao nhiêu ngày.")] = 30,
    on: Annotated[str, typer.Option("--on", help="Tính từ ngày nào; để trống: hôm nay.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Việc quá hạn và sắp đến hạn, kèm quy tắc tính ra ngày ấy."""
    user = the_user(by)
    today = the_day(on)
    _show(worklist(_rows(user, unit), today=today, within=within, most=MOST_SHOWN), within, format)


@app.command("preview")
def preview(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .xlsx hoặc .csv của sổ thoi-han.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Thử một tệp thời hạn: hạn nào sẽ đổi; không ghi gì."""
    user, register = the_user(by), catalogue.register(TERMS)
    sheet = open_sheet(register, file.read_bytes(), file.name, taught_for(register))
    trial = try_sheet(register, sheet, by=user, today=timezone.localdate())
    _show_trial(trial, format)


@app.command("reckon")
def reckon(by: ByOption = BY) -> None:
    """Tính lại mọi hạn từ các sổ."""
    must_may(the_user(by), KEEP_REFERENCE)
    with transaction.atomic():
        say(f"Đã tính lại {reckon_all()} hạn.")


def _rows(user: User, code: str) -> Any:
    agency = the_agency(user)
    rows = within_reach(DueDate.objects.filter(agency=agency), user)
    if not code:
        return rows
    units = {unit.code: unit for unit in Unit.objects.filter(agency=agency)}
    if code not in units:
        raise Unready(f"Không có đơn vị “{code}”. Các đơn vị: {', '.join(units)}.")
    return rows.filter(unit=units[code])


def _show(found: Worklist, within: int, format: Format) -> None:
    labels = {deadline.key: deadline.label for deadline in deadlines()}
    if format is Format.JSON:
        slugs = {register.model._meta.label_lower: register.slug for register in catalogue.registers()}
        rows = [_plain(row, labels, slugs) for row in found.rows]
        tell_json({"today": found.today.isoformat(), "tiers": found.tiers, "total": found.total, "rows": rows})
        return
    late = found.tiers.get(OVERDUE, 0)
    say(f"Ngày {found.today:%d/%m/%Y}: {late} việc quá hạn, {found.total - late} việc đến hạn trong {within} ngày.")
    if parts := ", ".join(_by_tier(found.tiers)):
        say(f"  {parts}")
    for row in found.rows:
        unit = f" · {row.unit.short}" if row.unit else ""
        say(f"\n{row.due_on:%d/%m/%Y} ({left_of(row.due_on, found.today)}){unit}")
        say(f"  {row.title}")
        say(f"  {labels[row.key][0].upper()}{labels[row.key][1:]}, {row.because}")
    if found.total > len(found.rows):
        say(f"\n… và {found.total - len(found.rows)} việc nữa. Thu hẹp bằng --unit hoặc --within.")


def _by_tier(tiers: Mapping[int, int]) -> Iterator[str]:
    """How many fall due within 7 days, from 8 to 30, and so on; what is overdue was told before."""
    for before, days in zip((-1, *TIERS), (*TIERS, BEYOND), strict=True):
        if many := tiers.get(days, 0):
            yield f"{before + 1}–{days} ngày: {many}" if days != BEYOND else f"sau {TIERS[-1]} ngày: {many}"


def _plain(row: DueDate, labels: dict[str, str], slugs: dict[str, str]) -> dict[str, Any]:
    return {
        "due_on": row.due_on.isoformat(),
        "title": row.title,
        "key": row.key,
        "what": labels[row.key],
        "unit": row.unit.code if row.unit else None,
        "register": slugs[row.register],
        "row": row.row,
        "rule": row.term.rule if row.term else None,
        "because": row.because,
    }


def _show_trial(trial: Trial, format: Format) -> None:
    if blocking(trial.findings):
        raise NotTaken(f"Tệp thời hạn có {len(trial.findings)} lỗi.", trial.findings)
    if format is Format.JSON:
        days = [
            {"title": m.title, "before": m.before and m.before.isoformat(), "after": m.after and m.after.isoformat()}
            for m in trial.moved
        ]
        tell_json({"moved": days})
        return
    say(f"{len(trial.moved)} hạn sẽ đổi; chưa ghi gì. Áp dụng: ./sokhcn import thoi-han TỆP")
    for moved in trial.moved[:MOST_SHOWN]:
        before, after = (f"{day:%d/%m/%Y}" if day else "không có hạn" for day in (moved.before, moved.after))
        say(f"  {before} → {after}  {moved.title}")
    if len(trial.moved) > MOST_SHOWN:
        say(f"  … và {len(trial.moved) - MOST_SHOWN} hạn nữa.")
