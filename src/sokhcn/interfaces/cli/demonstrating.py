"""The command that makes the demonstration: database, reports, files, with progress."""

import os
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sokhcn.interfaces.cli.here import the_agency
from sokhcn.interfaces.cli.output import Format, FormatOption, console, say, tell_json, write_whole
from sokhcn.kernel.numerals import number
from sokhcn.reports import demo as demonstration
from sokhcn.reports import demo_life
from sokhcn.reports.compiling import Compiled, compile_report
from sokhcn.reports.demo_clock import last_written, morning, standing_at
from sokhcn.reports.demo_year import LONGER, MONTHS, YEAR
from sokhcn.reports.exporting import FORMS, export
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period

PERIOD = demonstration.PERIOD
PRINTED = ("docx", "pdf")  # of a month of the year: twelve months in every form would be many files


def demo(
    folder: Annotated[Path | None, typer.Option("--from", help="Thư mục tệp sổ khác thay cho demo/2022-01.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="Thêm số liệu minh họa cho cả năm, rồi tổng hợp mọi kỳ: 2022.")
    ] = None,
    format: FormatOption = Format.TEXT,
) -> None:
    """Làm cơ sở dữ liệu minh họa từ các tệp sổ, tổng hợp báo cáo tháng 01/2022 (--year 2022: cả năm) và ghi ra tệp."""
    if not settings.DEMO:
        raise demonstration.CannotDemonstrate(
            "Chế độ production không làm dữ liệu minh họa. Bỏ SOKHCN_MODE rồi chạy lại."
        )
    if year not in (None, YEAR):
        raise demonstration.CannotDemonstrate(
            f"Không có số liệu minh họa năm {year}: số liệu gốc và lịch nghỉ là của năm {YEAR}. "
            f"Dùng: ./sokhcn demo --year {YEAR}"
        )
    source = folder or settings.HOME / "demo" / PERIOD
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console(error=True)
    ) as progress:
        rows = _fill(source, year is not None, progress)
        with standing_at(last_written()):
            compiled = _compile((*MONTHS, *LONGER) if year else (PERIOD,), progress)
            if year:
                demo_life.take_steps([done.edition for done in compiled], demonstration.the_compiler())
            files, notes = _export(compiled, progress)
    editions = [done.edition for done in compiled]
    if format is Format.JSON:
        _tell(rows, editions, files, notes)
    elif year:
        _say_year(rows, files, notes)
    else:
        _say(editions[0], files, notes)


def _fill(source: Path, year: bool, progress: Progress) -> int:
    if demonstration.is_current(source, year=year):
        return 0
    task = progress.add_task("Nạp các sổ", total=None)
    rows = 0
    with standing_at(morning(demonstration.OPENED_WITH_YEAR if year else demonstration.OPENED)):
        for step in demonstration.make_database(source, year=year):
            rows += step.rows
            progress.update(task, completed=step.done, total=step.total, description=f"Nạp sổ {step.name}")
    return rows


def _compile(codes: tuple[str, ...], progress: Progress) -> list[Compiled]:
    user = demonstration.the_compiler()
    task = progress.add_task("Tổng hợp báo cáo", total=len(codes))
    compiled = []
    for code in codes:
        period = the_period(code)
        progress.update(task, description=f"Tổng hợp báo cáo {period.name}")
        compiled.append(compile_report(period, the_agency(user), by=user))
        progress.advance(task)
    return compiled


def _export(compiled: list[Compiled], progress: Progress) -> tuple[list[Path], list[str]]:
    wanted = [(done, form) for done in compiled for form in _forms(done.edition)]
    task = progress.add_task("Ghi tệp", total=len(wanted))
    files, notes = [], []
    for done, form in wanted:
        code = done.edition.period_code
        file = settings.VAR / "demo" / code / f"bao-cao.{form}"
        progress.update(task, description=f"Ghi {code}/bao-cao.{form}")
        files.append(file)
        if len(compiled) == 1 or not _is_written(file, done):
            made = export(done.edition, form)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, made.data)
            os.utime(file, (compiled_at := done.edition.compiled_at.timestamp(), compiled_at))
            notes += [made.note] if made.note and made.note not in notes else []
        progress.advance(task)
    return files, notes


def _is_written(file: Path, done: Compiled) -> bool:
    """Whether ``file`` is of this edition: seventy files are not made again for nothing."""
    return not done.is_new and file.is_file() and file.stat().st_mtime >= done.edition.compiled_at.timestamp()


def _forms(edition: Edition) -> tuple[str, ...]:
    return PRINTED if edition.period_code in MONTHS and edition.period_code != PERIOD else tuple(FORMS)


def _tell(rows: int, editions: list[Edition], files: list[Path], notes: list[str]) -> None:
    tell_json(
        {
            "database": str(settings.DATABASES["default"]["NAME"]),
            "rows": rows,
            "edition": editions[0].label,
            "editions": [edition.label for edition in editions],
            "files": [str(file) for file in files],
            "notes": notes,
        }
    )


def _say(edition: Edition, files: list[Path], notes: list[str]) -> None:
    say("", f"Báo cáo {the_period(PERIOD).name}, ấn bản {edition.label}, đã ghi ra:")
    say(*(f"  {file}" for file in files), *notes, "")
    say(f"Hỏi vì sao một số:  ./sokhcn why advice.issued {PERIOD}")
    say(f"Xem mọi số:         ./sokhcn figures {PERIOD}")
    say("Mở các trang web:   ./sokhcn serve")


def _say_year(rows: int, files: list[Path], notes: list[str]) -> None:
    filled = f"đã nạp {number(rows)} dòng" if rows else "không đổi, không nạp lại"
    say("", f"Cơ sở dữ liệu minh họa năm {YEAR}: {filled}.")
    say("Tháng 01 giữ nguyên như các tệp sổ; phần còn lại là minh họa, kể cả năm trước để so cùng kỳ.")
    say(f"Báo cáo của {len(MONTHS)} tháng, 4 quý, 6 tháng đầu, 6 tháng cuối, 9 tháng và cả năm, {len(files)} tệp:")
    folders = {file.parent: [found.suffix for found in files if found.parent == file.parent] for file in files}
    say(*(f"  {folder}/bao-cao{{{','.join(kinds)}}}" for folder, kinds in folders.items()), *notes, "")
    say("Báo cáo đang ở đâu: ./sokhcn report list")
    say(f"Hỏi vì sao một số:  ./sokhcn why inspection.led {YEAR}")
    say(f"Xem mọi số:         ./sokhcn figures {YEAR}-6T1")
    say("Mở các trang web:   ./sokhcn serve")
    say("Chỉ tháng 01:       ./sokhcn demo (làm lại cơ sở dữ liệu, bỏ phần minh họa của năm)")
