"""The command that lays figures side by side: indicators over periods and units."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils import timezone

from sokhcn.figures.figure import Value
from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.interfaces.cli.reports import RegimeOption
from sokhcn.reports.agenda import period_of
from sokhcn.reports.exploring import choosing
from sokhcn.reports.exploring.cells import Asked, Line, explored
from sokhcn.reports.exploring.choosing import Each, Wanted
from sokhcn.reports.exploring.naming import heading, unit_name
from sokhcn.reports.exploring.workbook import as_xlsx
from sokhcn.reports.reasons import said


def explore(  # noqa: PLR0913 (each option of a command is a parameter)
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[MÃ]…", help="Mã chỉ tiêu; mặc định: của mục thuộc đơn vị mình.")
    ] = None,
    year: Annotated[int, typer.Option("--year", help="Năm, hoặc năm đầu; mặc định năm nay.")] = 0,
    to_year: Annotated[int, typer.Option("--to-year", help="Năm cuối.")] = 0,
    each: Annotated[Each, typer.Option("--each", help="Độ dài của mỗi kỳ.")] = Each.MONTH,
    periods: Annotated[str, typer.Option("--periods", help="Mã các kỳ tự chọn, như “2022-01 2022-Q1”.")] = "",
    unit: Annotated[str, typer.Option("--unit", help="Mã đơn vị, hoặc “tung”: từng đơn vị.")] = "",
    regime: RegimeOption = "",
    file: Annotated[Path | None, typer.Option("--xlsx", help="Ghi ra tệp Excel này.")] = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Thống kê: các chỉ tiêu qua nhiều kỳ và đơn vị, mỗi ô hỏi riêng từ các sổ."""
    user = the_user(by)
    agency, today = the_agency(user), timezone.localdate()
    first = year or today.year
    named = tuple(keys or choosing.at_first(user, agency, period_of(today)))
    wanted = Wanted(named, first, to_year or first, Each.OTHER if periods else each, regime, unit, periods)
    asked = choosing.read(wanted, user, agency)
    lines = explored(asked, agency, today)
    if file is not None:
        write_whole(file, as_xlsx(asked, lines, today))
    if format is Format.JSON:
        tell_json(_told(asked, lines))
        return
    _show(asked, lines)
    if file is not None:
        say("", f"Đã ghi {file}")


def _show(asked: Asked, lines: Sequence[Line]) -> None:
    headings = [heading(period) for period in asked.columns]
    rows = [
        (f"{line.declared.label}\n  {line.declared.key}", unit_name(line.share), *(said(c.value) for c in line.cells))
        for line in lines
    ]
    values = tuple(range(2, 2 + len(headings)))
    show_table(("Chỉ tiêu và mã", "Đơn vị", *headings), rows, right=values, snug=values)
    reasons = dict.fromkeys(cell.because for line in lines for cell in line.cells if cell.because)
    if reasons:
        say("", f"Ô “–” là không có số: {'; '.join(reasons)}.")
    one = next((share.code for share in asked.shares if share), "")
    say("", f"Hỏi vì sao: ./sokhcn why MÃ {asked.periods[0].code}{f' --unit {one}' if one else ''}")


def _told(asked: Asked, lines: Sequence[Line]) -> dict[str, Any]:
    periods = [{"period": p.code, "days": [*p.days], "days_basis": p.basis} for p in asked.columns]
    return {"periods": periods, "lines": [_line_told(line) for line in lines]}


def _line_told(line: Line) -> dict[str, Any]:
    values: list[Value | None] = [cell.value for cell in line.cells]
    about = {"key": line.declared.key, "label": line.declared.label, "unit": line.declared.unit}
    of = {"of": line.share.code if line.share else None}
    return {**about, **of, "values": values, "because": [cell.because for cell in line.cells]}
