"""The command that packs the evidence of an edition."""

from pathlib import Path
from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json, write_whole
from sokhcn.kernel.numerals import number
from sokhcn.reports.evidence.packing import evidence as packed
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.refusals import Forbidden, refusal_of_evidence


def evidence(
    edition: Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Ấn bản, như 2022-01/3.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Tệp hoặc thư mục ghi ra.")] = Path(),
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Đóng gói minh chứng của một ấn bản: tệp, dòng được tính, phát hiện, quá trình, danh mục mã băm."""
    user = the_user(by)
    agency = the_agency(user)
    if why := refusal_of_evidence(user, agency.pk):
        raise Forbidden(f"{user.username}: {why}")
    found = the_edition(edition, agency)
    made = packed(found, agency)
    target = out / made.name if out.is_dir() else out
    write_whole(target, made.data)
    if format is Format.JSON:
        tell_json({"edition": found.label, "file": str(target), "bytes": len(made.data), "sha256": made.sha256})
        return
    say(f"Đã ghi {target} ({number(len(made.data))} byte) từ ấn bản {found.label}.", f"SHA-256 của gói: {made.sha256}")
    say("Ghi mã này vào biên bản: gói đóng lại có mã khác. Soát gói: ./sokhcn verify " + str(target))
