"""Commands on registers: import."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.reports import catalogue
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import receive, try_out


class NotTaken(Exception):
    """A file was not taken in; ``findings`` say everything that is wrong with it."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(sentence)
        self.findings = findings


def import_(  # noqa: PLR0913 - each is an option of the command
    register: Annotated[str, typer.Argument(metavar="SỔ", help="Tên sổ, như van-ban-tham-muu.")],
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp CSV (UTF-8), dòng đầu là tên cột.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ thử: nói mọi lỗi, không ghi gì.")] = False,
    reason: Annotated[
        str, typer.Option("--reason", help="Lý do, bắt buộc khi sửa dòng đã tính trong báo cáo đã ban hành.")
    ] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Nhập một tệp vào một sổ: được cả tệp, hoặc không ghi dòng nào."""
    user = the_user(by)
    found = catalogue.register(register)
    sheet = open_sheet(found, file.read_bytes(), file.name)
    receipt = (try_out if dry_run else receive)(found, sheet, by=user, today=date.today(), reason=reason)
    if blocking(receipt.findings):
        raise NotTaken(
            f"Không nhập {file.name} vào sổ {found.slug}: {len(receipt.findings)} lỗi, không ghi dòng nào.",
            receipt.findings,
        )
    counts = {"added": receipt.added, "changed": receipt.changed, "same": receipt.same}
    if format is Format.JSON:
        tell_json({"register": found.slug, "file": str(file), "dry_run": dry_run, **counts})
        return
    done = "Thử nhập được" if dry_run else "Đã nhập"
    say(
        f"{done} {file.name} vào sổ {found.slug}: "
        f"thêm {receipt.added}, sửa {receipt.changed}, giữ nguyên {receipt.same} dòng."
    )
