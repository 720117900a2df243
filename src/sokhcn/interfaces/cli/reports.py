"""Commands on reports: compile, export."""

from pathlib import Path
from typing import Annotated

import typer

from sokhcn.compiler.outline import PROVINCE
from sokhcn.interfaces.cli.here import BY, ByOption, must_may, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.interfaces.cli.previewing import tally, tell_preview
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import number
from sokhcn.people.permissions import COMPILE
from sokhcn.reports import exporting, previewing
from sokhcn.reports.periods import sent_from, the_period, under
from sokhcn.reports.reasons import said

PeriodArgument = Annotated[
    str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo, như 2022-01, 2022-Q1, 2022-01-01..2022-01-31.")
]
RegimeOption = Annotated[
    str, typer.Option("--regime", help="Chế độ báo cáo, như lich: theo tháng dương lịch, cho thống kê.")
]


def compile_(  # noqa: PLR0913 - each is an option of the command
    period: PeriodArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="NƠI", help="Báo cáo gửi ai: tinh (UBND tỉnh), bo (Bộ KH&CN).")
    ] = PROVINCE,
    regime: RegimeOption = "",
    preview: Annotated[
        bool, typer.Option("--preview", help="Chỉ xem trước: số nào, chữ nào sẽ đổi; không ghi.")
    ] = False,
    seen: Annotated[str, typer.Option("--seen", metavar="MÃ", help="Chỉ tổng hợp đúng bản đã xem trước.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Tổng hợp báo cáo của một kỳ từ các sổ; cùng số liệu thì vẫn là bản đã có."""
    user = the_user(by)
    must_may(user, COMPILE)
    asked = the_period(under(period, regime))
    if preview:
        tell_preview(previewing.preview(asked, the_agency(user), to, by=user), format)
        return
    made = previewing.recompile(asked, the_agency(user), to, by=user, seen=seen)
    done, found = made.compiled, made.checked
    changes = [(c.label, said(c.before), said(c.after)) for c in done.changes]
    if format is Format.JSON:
        listed = [{"key": c.key, "label": c.label, "before": c.before, "after": c.after} for c in done.changes]
        about = {"edition": done.edition.label, "new": done.is_new, "digest": done.edition.digest}
        tell_json({**about, "regime": done.edition.regime, "changes": listed, "findings": tally(found)})
        return
    say(f"{'Đã tổng hợp' if done.is_new else 'Số liệu không đổi, vẫn là'} ấn bản {done.edition.label}.")
    if done.is_new and done.edition.number > 1 and changes:
        show_table(("Số thay đổi", "Trước", "Nay"), changes, right=(1, 2))
    say(f"Kỳ số liệu {asked.dates} ({asked.basis}).")
    if not asked.regime.for_statistics:
        say(f"Gửi báo cáo từ ngày {written(sent_from(asked))} ({asked.regime.basis}).")
    counted = ", ".join(f"{n} {name}" for name, n in tally(found).items())
    say(f"Đọc soát: {counted}. Xem: ./sokhcn check {done.edition.label}")
    say(f"Xuất tệp: ./sokhcn export {done.edition.label} --to pdf")


def export(  # noqa: PLR0913 - each is an option of the command
    edition: Annotated[
        str,
        typer.Argument(
            metavar="ẤN_BẢN", help="Ấn bản, như 2022-01/3; 2022-01 là bản mới nhất; 2022-Q1:bo: báo cáo gửi Bộ."
        ),
    ],
    to: Annotated[str, typer.Option("--to", help=f"Dạng tệp: {', '.join(exporting.FORMS)}.")],
    out: Annotated[Path, typer.Option("--out", help="Tệp hoặc thư mục ghi ra; mặc định thư mục hiện tại.")] = Path(),
    clean: Annotated[bool, typer.Option("--clean", help="Bản trình ký: không đánh dấu số ghi đè.")] = False,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi một ấn bản ra tệp."""
    found = exporting.the_edition(edition, the_agency(the_user(by)))
    made = exporting.export(found, to, clean=clean)
    target = out / made.name if out.is_dir() else out
    write_whole(target, made.data)
    if format is Format.JSON:
        tell_json({"edition": found.label, "file": str(target), "bytes": len(made.data), "note": made.note})
        return
    say(
        f"Đã ghi {target} ({number(len(made.data))} byte) từ ấn bản {found.label}.", *([made.note] if made.note else [])
    )
