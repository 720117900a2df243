"""The command that sets two editions against each other: compare."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.reasons import said
from sokhcn.reports.sections.contrasting import Contrast, as_docx, as_html, contrast, reported_before

SHORT = 160


def compare(  # noqa: PLR0913 - each is an option of the command
    edition: Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Ấn bản để xem, như 2022-02/1.")],
    other: Annotated[
        str,
        typer.Argument(metavar="[ẤN_BẢN_KIA]", help="Ấn bản để so, như 2022-01/3; mặc định: báo cáo kỳ liền trước."),
    ] = "",
    html: Annotated[Path | None, typer.Option("--html", help="Ghi ra trang HTML có chỗ thêm, chỗ bỏ.")] = None,
    docx: Annotated[Path | None, typer.Option("--docx", help="Ghi ra tệp Word có theo dõi sửa đổi.")] = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """So một ấn bản với báo cáo kỳ trước hay ấn bản khác: số liệu, lời văn, đoạn chép lại."""
    agency = the_agency(the_user(by))
    this = the_edition(edition, agency)
    made = contrast(this, the_edition(other, agency) if other else reported_before(this, agency))
    files = [(html, as_html), (docx, as_docx)]
    for path, write in files:
        if path is not None:
            write_whole(path, write(made))
    if format is Format.JSON:
        tell_json(_told(made))
        return
    _say(made)
    say(*(f"Đã ghi {path}" for path, _ in files if path is not None))


def _say(made: Contrast) -> None:
    say(f"{made.title}: {len(made.moved)} số khác trên {len(made.figures)}.")
    rows = [(one.label, said(one.before), said(one.after), said(one.difference), one.unit) for one in made.moved]
    if rows:
        show_table(("Chỉ tiêu", made.other.label, made.this.label, "Chênh", "Đơn vị"), rows, right=(1, 2, 3))
    changed = sum(line.is_changed for line in made.lines)
    say(f"Lời văn: {changed} trên {len(made.lines)} dòng khác.")
    bare = [one for one in made.copied if not one.has_figures]
    say(f"Đoạn chép lại, chỉ sửa ngày tháng hoặc số: {len(made.copied)}, trong đó {len(bare)} đoạn không có số từ sổ.")
    for one in bare:
        say(f"  {one.where}: “{_short(one.after)}” (giống {one.similarity:.0%})")


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def _told(made: Contrast) -> dict[str, Any]:
    figures = [
        {"key": f.key, "label": f.label, "before": f.before, "after": f.after, "difference": f.difference}
        for f in made.moved
    ]
    copied = [
        {"where": c.where, "text": c.after, "similarity": round(c.similarity, 4), "has_figures": c.has_figures}
        for c in made.copied
    ]
    changes = [
        {"kind": c.kind.name.lower(), "where": c.where, "key": c.key, "before": c.before, "after": c.after}
        for c in made.changes
    ]
    about = {"edition": made.this.label, "other": made.other.label}
    return {**about, "figures": figures, "changes": changes, "copied": copied}
