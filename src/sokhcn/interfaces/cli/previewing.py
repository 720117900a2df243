"""How a preview of a recompile is told: each figure was and becomes, the rows behind it, words, and what to know."""

from collections.abc import Iterator
from typing import Any

from sokhcn.document.changes import Change
from sokhcn.interfaces.cli.output import Format, say, tell_json
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.reports.checking import Checked
from sokhcn.reports.previewing import Preview
from sokhcn.reports.reasons import said
from sokhcn.reports.sections.shifting import RowSaid, Shift

SHORT = 140


def tally(checked: Checked) -> dict[str, int]:
    """How many findings there are of each gravity."""
    return {one.value: sum(finding.severity is one for finding in checked.findings) for one in Severity}


def tell_preview(shown: Preview, format: Format) -> None:
    """Tell it to people or to programs."""
    if format is Format.JSON:
        tell_json(_told(shown))
        return
    edition = shown.edition
    if shown.latest is None:
        say(f"Báo cáo {edition.report} chưa có ấn bản nào; tổng hợp sẽ tạo ấn bản {edition.label}.")
    elif not shown.is_new:
        say(f"Không gì thay đổi so với ấn bản {shown.latest.label}.")
    else:
        say(*_lines(shown))
    say(*(f"{finding.severity}: {finding}" for finding in shown.told))
    if shown.is_new:
        say("Chỉ xem trước, chưa ghi gì.", f"Nhận: ./sokhcn compile {_command(shown)} --seen {shown.seen}")


def _command(shown: Preview) -> str:
    code, _, addressee = shown.edition.report.partition(":")
    return f"{code} --to {addressee}" if addressee else code


def _lines(shown: Preview) -> Iterator[str]:
    assert shown.latest is not None
    yield f"{len(shown.figures)} số thay đổi, {len(shown.texts)} chỗ khác về lời văn so với {shown.latest.label}:"
    for one in shown.figures:
        yield f"  {one.label}: {said(one.before)} → {said(one.after)} ({one.unit})"
        yield from _rows(one)
    for one in shown.swapped:
        yield f"  {one.label}: vẫn {said(one.after)}, dòng đếm khác đi"
        yield from _rows(one)
    for change in shown.texts:
        yield f"  {change.kind}, {change.where}"
        yield from _change(change)


def _rows(one: Shift) -> Iterator[str]:
    groups = (("thêm", one.came), ("bớt", one.went), ("sửa", one.changed))
    for word, rows in groups:
        yield from (f"    {word} {row.register}/{row.id}: {row.name}" for row in rows)
    if one.more:
        yield f"    và {one.more} dòng nữa"


def _change(change: Change) -> Iterator[str]:
    yield from [f"    - {_short(change.before)}"] if change.before else []
    yield from [f"    + {_short(change.after)}"] if change.after else []


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def _told(shown: Preview) -> dict[str, Any]:
    texts = [{"kind": c.kind.name.lower(), "where": c.where, "before": c.before, "after": c.after} for c in shown.texts]
    return {
        "edition": shown.edition.label,
        "latest": shown.latest.label if shown.latest else None,
        "new": shown.is_new,
        "seen": shown.seen,
        "figures": [_shift(one) for one in shown.figures],
        "swapped": [_shift(one) for one in shown.swapped],
        "texts": texts,
        "told": [finding_line(one) for one in shown.told],
    }


def finding_line(one: Finding) -> dict[str, Any]:
    """A finding as programs read it."""
    return {"id": one.id, "severity": one.severity.value, "where": one.where, "sentence": str(one)}


def _shift(one: Shift) -> dict[str, Any]:
    about = {"key": one.key, "label": one.label, "before": one.before, "after": one.after}
    return {
        **about,
        "came": _named(one.came),
        "went": _named(one.went),
        "changed": _named(one.changed),
        "more": one.more,
    }


def _named(rows: tuple[RowSaid, ...]) -> list[dict[str, Any]]:
    return [{"register": row.register, "id": row.id, "name": row.name} for row in rows]
