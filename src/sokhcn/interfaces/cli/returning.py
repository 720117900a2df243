"""The command on files that came back: returned."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sokhcn.document.changes import Change
from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.taking import resolutions_of, say_brought, taken_told
from sokhcn.reports.returning import CameBack
from sokhcn.reports.sections.taking_back import accept as take
from sokhcn.reports.sections.taking_back import brought

_SHORT = 120


def returned(  # noqa: PLR0913 - each is an option of the command
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp Word (.docx) đã xuất từ đây, nay nhận lại.")],
    edition: Annotated[
        str, typer.Argument(metavar="[ẤN_BẢN]", help="Ấn bản để so, như 2022-01/3; mặc định là ấn bản ghi trong tệp.")
    ] = "",
    accept: Annotated[bool, typer.Option("--accept", help="Nhận các sửa đổi vào báo cáo; mặc định chỉ xem.")] = False,
    resolve: Annotated[
        list[str] | None,
        typer.Option("--resolve", metavar="THỨ=CÁCH", help="“1=theo sổ”, “1=sửa sổ” hoặc “1=ghi đè: lý do”."),
    ] = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Đọc lại một tệp Word đã sửa: số liệu, văn bản, câu chữ nào khác với ấn bản của nó; nhận khi có --accept."""
    user = the_user(by)
    bring = brought(file.read_bytes(), the_agency(user), edition)
    done = take(bring, resolutions_of(resolve or ()), by=user) if accept else None
    if format is Format.JSON:
        tell_json({**_told(file, bring.came), **taken_told(bring, done)})
        return
    _say(file, bring.came)
    say_brought(bring, done)


def _told(file: Path, found: CameBack) -> dict[str, Any]:
    changes = [
        {"kind": c.kind.name.lower(), "where": c.where, "key": c.key, "before": c.before, "after": c.after}
        for c in found.changes
    ]
    findings = [
        {"id": f.id, "severity": f.severity, "where": f.where, "sentence": str(f), "values": dict(f.values)}
        for f in found.findings
    ]
    label = found.edition.label if found.edition else None
    return {"file": str(file), "edition": label, "changes": changes, "findings": findings}


def _say(file: Path, found: CameBack) -> None:
    if found.edition is None:
        say(f"{file.name} không ghi ấn bản nào. So với một ấn bản: ./sokhcn returned {file} KỲ/SỐ")
    elif found.changes:
        say(f"{file.name} khác ấn bản {found.edition.label} ở {len(found.changes)} chỗ:")
        show_table(("Mục", "Loại", "Trong ấn bản", "Trong tệp"), [_row(change) for change in found.changes])
    else:
        say(f"{file.name} không khác ấn bản {found.edition.label}.")
    if found.findings:
        say("", *(f"{finding.severity}: {finding}" for finding in found.findings))


def _row(change: Change) -> tuple[str, str, str, str]:
    kind = f"{change.kind} {change.key}".strip()
    return change.where, kind, _short(change.before), _short(change.after)


def _short(text: str | None) -> str:
    if text is None:
        return "–"
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
