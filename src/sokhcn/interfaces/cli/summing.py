"""The command that shows the leader's page: summary."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.interfaces.cli.previewing import finding_line
from sokhcn.kernel.finding import Severity
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.reasons import said
from sokhcn.reports.sections.summary import Overridden, Summary, summarized


def summary(
    edition: Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Ấn bản, như 2022-02/1.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Tóm tắt một trang cho lãnh đạo: số đổi, phát hiện bỏ qua, số ghi đè, đoạn chép lại."""
    agency = the_agency(the_user(by))
    made = summarized(the_edition(edition, agency), agency)
    if format is Format.JSON:
        tell_json(_told(made))
    else:
        say(*_lines(made))


def _lines(made: Summary) -> Iterator[str]:
    period = made.edition.period
    yield f"Báo cáo {period.name} ({period.dates}), ấn bản {made.edition.label}"
    if made.other is None:
        yield "Chưa có báo cáo kỳ trước để so."
    else:
        yield f"Số khác kỳ trước ({made.other.label}): {len(made.figures)}"
        yield from (f"  {one.label}: {said(one.before)} → {said(one.after)} {one.unit}" for one in made.figures)
    counted = ", ".join(f"{sum(f.severity is one for f in made.open)} {one.value}" for one in Severity)
    yield f"Phát hiện còn mở: {counted}"
    yield f"Phát hiện bỏ qua: {len(made.waived)}"
    yield from (f"  {one.finding} ({one.by}: {one.reason})" for one in made.waived)
    yield f"Số ghi đè: {len(made.overrides)}"
    yield from (f"  {_override(one)}" for one in made.overrides)
    yield f"Đoạn viết tay: {made.own_texts}"
    yield f"Đoạn chép lại: {len(made.copied)}, trong đó {made.copied_words} đoạn không có số từ sổ"
    yield from (f"Chưa xác nhận: {one.chapter.title} ({one.chapter.unit_name})" for one in made.owed)
    if made.promises is not None:
        yield f"Việc đã hứa kỳ trước: giữ {made.promises.kept}/{made.promises.total}"


def _override(one: Overridden) -> str:
    where = f"mục {one.chapter}" if one.chapter else "cả báo cáo"
    return f"{one.label}, {where}: in {one.value}, sổ đếm {one.counted or said(None)} ({one.by}: {one.reason})"


def _told(made: Summary) -> dict[str, Any]:
    figures = [{"key": f.key, "label": f.label, "before": f.before, "after": f.after} for f in made.figures]
    waived = [{**finding_line(one.finding), "by": one.by, "reason": one.reason} for one in made.waived]
    return {
        "edition": made.edition.label,
        "other": made.other.label if made.other else None,
        "figures": figures,
        "open": [finding_line(one) for one in made.open],
        "waived": waived,
        "overrides": [asdict(one) for one in made.overrides],
        "own_texts": made.own_texts,
        "copied": len(made.copied),
        "copied_words": made.copied_words,
        "unconfirmed": [one.chapter.key for one in made.owed],
        "promises": asdict(made.promises) if made.promises else None,
    }
