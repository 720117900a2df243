"""The short command for the last step of a report: to issue it."""

from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, the_agency, the_user
from sokhcn.interfaces.cli.life import tell_taken
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.life.report import the_report
from sokhcn.reports.life.taking import take_all
from sokhcn.reports.models import Act


def issue(
    report: Annotated[
        str, typer.Argument(metavar="BÁO_CÁO", help="Báo cáo đã cấp số, như 2022-01 hoặc ấn bản 2022-01/3.")
    ],
    on: Annotated[str, typer.Option("--on", help="Ngày phát hành, như 18/01/2022; để trống: hôm nay.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Phát hành một báo cáo đã cấp số: dòng mà nó tính từ nay chỉ sửa được khi ghi lý do."""
    user = the_user(by)
    edition = the_edition(report, the_agency(user))
    found = the_report(edition.report, the_agency(user))
    if "/" in report and edition.number != (ready := found.state().edition):
        raise Unready(f"Không phát hành được ấn bản {edition.label}: {found.name} đang ở ấn bản {ready}.")
    tell_taken(take_all([found], Act.ISSUE, by=user, on=the_day(on) if on else None), format)
    if format is Format.TEXT:
        say("Dòng mà báo cáo tính từ nay chỉ sửa được khi ghi lý do.")
