"""The command that records that a report was issued."""

from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.numerals import number
from sokhcn.reports import issuing
from sokhcn.reports.exporting import the_edition


def issue(
    edition: Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Kỳ hoặc ấn bản, như 2022-01 hoặc 2022-01/3.")],
    on: Annotated[str, typer.Option("--on", help="Ngày ban hành, như 14/01/2022; để trống: hôm nay.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi nhận một ấn bản đã ban hành: dòng mà nó tính từ nay chỉ sửa được khi ghi lý do."""
    user = the_user(by)
    done = issuing.issue(the_edition(edition, the_agency(user)), on=the_day(on), by=user)
    issued = done.issued
    if format is Format.JSON:
        about = {"edition": issued.report, "issued_on": issued.issued_on, "new": done.is_new}
        tell_json({**about, "rows": done.rows, "registers": done.registers})
        return
    said = "Đã ghi nhận ban hành" if done.is_new else "Đã ghi nhận từ trước:"
    say(f"{said} {issued}: {number(done.rows)} dòng của {done.registers} sổ từ nay chỉ sửa được khi ghi lý do.")
