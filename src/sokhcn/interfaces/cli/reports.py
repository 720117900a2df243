"""Commands on reports: compile, figures, why, export."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sokhcn.compiler.outline import PROVINCE
from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import number
from sokhcn.kernel.periods import Period
from sokhcn.reports import compiling, exporting
from sokhcn.reports.periods import sent_from, the_period
from sokhcn.reports.reasons import Reasons, reasons

PeriodArgument = Annotated[str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo, như 2022-01.")]


def compile_(
    period: PeriodArgument,
    to: Annotated[
        str, typer.Option("--to", metavar="NƠI", help="Báo cáo gửi ai: tinh (UBND tỉnh), bo (Bộ KH&CN).")
    ] = PROVINCE,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Tổng hợp báo cáo của một kỳ từ các sổ; cùng số liệu thì vẫn là bản đã có."""
    user = the_user(by)
    asked = the_period(period)
    done = compiling.compile_report(asked, the_agency(user), by=user, addressee=to)
    changes = [(c.label, _value(c.before), _value(c.after)) for c in done.changes]
    if format is Format.JSON:
        listed = [{"key": c.key, "label": c.label, "before": c.before, "after": c.after} for c in done.changes]
        tell_json({"edition": done.edition.label, "new": done.is_new, "digest": done.edition.digest, "changes": listed})
        return
    say(f"{'Đã tổng hợp' if done.is_new else 'Số liệu không đổi, vẫn là'} ấn bản {done.edition.label}.")
    if done.is_new and done.edition.number > 1 and changes:
        show_table(("Số thay đổi", "Trước", "Nay"), changes, right=(1, 2))
    say(f"Gửi báo cáo từ ngày {written(sent_from(asked))} ({asked.regime.basis}).")
    say(f"Xuất tệp: ./sokhcn export {done.edition.label} --to pdf")


def figures(period: PeriodArgument, by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Mọi số của một kỳ, hỏi từ các sổ ngay lúc này."""
    asked, agency = the_period(period), the_agency(the_user(by))
    measured = compiling.figures_for(asked, agency)
    if format is Format.JSON:
        listed = [
            {"key": f.key, "label": f.label, "value": f.value, "unit": f.unit, "kind": f.kind, "basis": f.basis}
            for f in measured
        ]
        tell_json({"period": asked.code, "days": [*asked.days], "regime": asked.regime.id, "figures": listed})
        return
    say(_window(asked))
    show_table(
        ("Mã", "Chỉ tiêu", "Giá trị", "Đơn vị tính"),
        [(f.key, f.label, number(f.value), f.unit) for f in measured],
        right=(2,),
    )
    say("", f"Hỏi vì sao: ./sokhcn why MÃ {asked.code}")


def why(
    key: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu, như advice.issued.")],
    period: PeriodArgument,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Vì sao một số là như vậy: định nghĩa, các dòng được tính, các dòng suýt được tính."""
    asked = the_period(period)
    found = reasons(key, asked, the_agency(the_user(by)))
    if format is Format.JSON:
        tell_json(_reasons_told(found, asked))
    else:
        _say_reasons(found, asked)


def _reasons_told(found: Reasons, asked: Period) -> dict[str, Any]:
    figure = found.figure
    about = {"key": figure.key, "label": figure.label, "value": figure.value, "unit": figure.unit}
    defined = {"kind": figure.kind, "basis": figure.basis, "conditions": found.conditions}
    window = {"period": asked.code, "days": [*asked.days], "regime": asked.regime.basis}
    return {**about, **defined, **window, "counted": found.counted, "near": found.near}


def _say_reasons(found: Reasons, asked: Period) -> None:
    figure = found.figure
    say(f"{figure.label}: {number(figure.value)} {figure.unit}", _window(asked), "")
    say(f"Cách cộng: {figure.kind}", f"Căn cứ, cách tính: {figure.basis}", "Điều kiện:")
    say(*(f"  - {condition}" for condition in found.conditions), "")
    say(found.tally)
    show_table(("Số dòng", "Dòng"), [(str(row["id"]), str(row["row"])) for row in found.counted], right=(0,))
    say("", f"{len(found.near)} dòng suýt được tính")
    near = [(str(row["id"]), str(row["row"]), row["failed"], row["because"]) for row in found.near]
    show_table(("Số dòng", "Dòng", "Không đạt điều kiện", "Vì"), near, right=(0,))


def export(
    edition: Annotated[
        str,
        typer.Argument(
            metavar="ẤN_BẢN", help="Ấn bản, như 2022-01/3; 2022-01 là bản mới nhất; 2022-Q1:bo: báo cáo gửi Bộ."
        ),
    ],
    to: Annotated[str, typer.Option("--to", help=f"Dạng tệp: {', '.join(exporting.FORMS)}.")],
    out: Annotated[Path, typer.Option("--out", help="Tệp hoặc thư mục ghi ra; mặc định thư mục hiện tại.")] = Path(),
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi một ấn bản ra tệp."""
    found = exporting.the_edition(edition, the_agency(the_user(by)))
    made = exporting.export(found, to)
    target = out / made.name if out.is_dir() else out
    write_whole(target, made.data)
    if format is Format.JSON:
        tell_json({"edition": found.label, "file": str(target), "bytes": len(made.data), "note": made.note})
        return
    say(
        f"Đã ghi {target} ({number(len(made.data))} byte) từ ấn bản {found.label}.", *([made.note] if made.note else [])
    )


def _window(period: Period) -> str:
    first, last = (written(day) for day in period.days)
    return f"Kỳ {period.name}: {first} – {last} ({period.regime.basis})"


def _value(value: Any) -> str:
    return "–" if value is None else number(value)
