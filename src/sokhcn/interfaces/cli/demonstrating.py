"""The command that makes the demonstration: database, report, files, with progress."""

from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sokhcn.interfaces.cli.here import the_agency
from sokhcn.interfaces.cli.output import Format, FormatOption, console, say, tell_json, write_whole
from sokhcn.reports import demo as demonstration
from sokhcn.reports.compiling import Compiled, compile_report
from sokhcn.reports.exporting import FORMS, export
from sokhcn.reports.periods import the_period

PERIOD = demonstration.PERIOD


def demo(
    folder: Annotated[Path | None, typer.Option("--from", help="Thư mục tệp sổ khác thay cho demo/2022-01.")] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    """Làm cơ sở dữ liệu minh họa từ các tệp sổ, tổng hợp báo cáo tháng 01/2022 và ghi ra mọi dạng tệp."""
    if not settings.DEMO:
        raise demonstration.CannotDemonstrate(
            "Chế độ production không làm dữ liệu minh họa. Bỏ SOKHCN_MODE rồi chạy lại."
        )
    source = folder or settings.HOME / "demo" / PERIOD
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console(error=True)
    ) as progress:
        rows = _fill(source, progress)
        task = progress.add_task("Tổng hợp báo cáo", total=1)
        user = demonstration.the_compiler()
        compiled = compile_report(the_period(PERIOD), the_agency(user), by=user)
        progress.update(task, completed=1)
        files, notes = _export(compiled, progress)
    if format is Format.JSON:
        label = compiled.edition.label
        tell_json(
            {
                "database": str(settings.DATABASES["default"]["NAME"]),
                "rows": rows,
                "edition": label,
                "files": [str(f) for f in files],
                "notes": notes,
            }
        )
    else:
        _say(compiled, files, notes)


def _fill(source: Path, progress: Progress) -> int:
    if demonstration.is_current(source):
        return 0
    task = progress.add_task("Nạp các sổ", total=None)
    rows = 0
    for step in demonstration.make_database(source):
        rows += step.receipt.total
        progress.update(task, completed=step.done, total=step.total, description=f"Nạp sổ {step.receipt.register}")
    return rows


def _export(compiled: Compiled, progress: Progress) -> tuple[list[Path], list[str]]:
    target = settings.VAR / "demo" / PERIOD
    target.mkdir(parents=True, exist_ok=True)
    task = progress.add_task("Ghi tệp", total=len(FORMS))
    files, notes = [], []
    for form in FORMS:
        progress.update(task, description=f"Ghi bao-cao.{form}")
        made = export(compiled.edition, form)
        file = target / f"bao-cao.{form}"
        write_whole(file, made.data)
        files.append(file)
        notes += [made.note] if made.note else []
        progress.advance(task)
    return files, notes


def _say(compiled: Compiled, files: list[Path], notes: list[str]) -> None:
    edition = compiled.edition
    say("", f"Báo cáo {the_period(PERIOD).name}, ấn bản {edition.label}, đã ghi ra:")
    say(*(f"  {file}" for file in files), *notes, "")
    say(f"Hỏi vì sao một số:  ./sokhcn why advice.issued {PERIOD}")
    say(f"Xem mọi số:         ./sokhcn figures {PERIOD}")
    say("Mở các trang web:   ./sokhcn serve")
