"""Commands on the issuers of certificates that are trusted: trust add, list, remove."""

from pathlib import Path
from typing import Annotated

import typer

from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.here import BY, ByOption, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.kernel.dates import written
from sokhcn.reports.models import Anchor
from sokhcn.reports.signing import trust

app = typer.Typer(help="Nơi cấp chứng thư số được tin: thêm, xem, bỏ.", no_args_is_help=True)
SHOWN = 16  # letters of a fingerprint


@app.command("add")
def add(  # noqa: PLR0913 - each is an option of the command
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Chứng thư của nơi cấp (.cer, .crt, .pem).")],
    source: Annotated[str, typer.Option("--source", help="Lấy từ đâu.")],
    since: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Tin chữ ký từ ngày.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="NGÀY", help="Tin chữ ký đến hết ngày.")] = "",
    verified: Annotated[bool, typer.Option("--verified", help="Đã đối chiếu dấu vân với nơi cấp.")] = False,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Thêm một nơi cấp được tin, từ ngày đến ngày, ghi rõ nguồn."""
    days = {"valid_from": the_day(since) if since else None, "valid_to": the_day(until) if until else None}
    user = the_user(by)
    anchor = trust.trust(content(file), Anchor(source=source, verified=verified, **days), by=user)
    if format is Format.JSON:
        tell_json(_told(anchor))
        return
    say(f"Đã thêm “{anchor.name}”, {_days(anchor)}.", f"Dấu vân SHA-256: {anchor.sha256}")
    if not verified:
        say("Chưa đối chiếu: so dấu vân này với dấu vân mà nơi cấp công bố, rồi chạy lại lệnh này với --verified.")


@app.command("list")
def list_(by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Các nơi cấp được tin."""
    the_user(by)
    found = list(trust.anchors())
    if format is Format.JSON:
        tell_json([_told(anchor) for anchor in found])
    elif not found:
        say("Chưa tin nơi cấp nào. Thêm: ./sokhcn trust add TỆP --source NGUỒN")
    else:
        rows = [(a.name, _days(a), "đã đối chiếu" if a.verified else "chưa", a.sha256[:SHOWN], a.source) for a in found]
        show_table(("Nơi cấp", "Tin chữ ký", "Đối chiếu", "Dấu vân", "Nguồn"), rows)


@app.command("remove")
def remove(
    fingerprint: Annotated[str, typer.Argument(metavar="DẤU_VÂN", help="Các chữ đầu của dấu vân.")],
    reason: Annotated[str, typer.Option("--reason", help="Vì sao không tin nữa.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Bỏ một nơi cấp khỏi danh sách."""
    anchor = trust.distrust(fingerprint, by=the_user(by), reason=reason)
    if format is Format.JSON:
        tell_json({"removed": anchor.sha256, "reason": reason})
        return
    say(f"Đã bỏ “{anchor.name}”.")


def _told(anchor: Anchor) -> dict[str, object]:
    names = ("name", "sha256", "source", "verified", "valid_from", "valid_to")
    return {name: getattr(anchor, name) for name in names}


def _days(anchor: Anchor) -> str:
    begin = f"từ {written(anchor.valid_from)}" if anchor.valid_from else "mọi ngày"
    return f"{begin} đến {written(anchor.valid_to)}" if anchor.valid_to else begin
