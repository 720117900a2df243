"""Commands that give a report's content to the registers: propose, accept, recompile."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from sokhcn.document.understood import Confidence
from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.here import BY, ByOption, must_may, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.reader.proposed import Proposed
from sokhcn.reports import catalogue
from sokhcn.reports.accepting import Entered, NotAccepted
from sokhcn.reports.accepting import accept as enter
from sokhcn.reports.originating import place_said
from sokhcn.reports.proposing import NO_PERIOD, Proposals
from sokhcn.reports.proposing import propose as read

FileArgument = Annotated[
    Path,
    typer.Argument(metavar="TỆP", help="Báo cáo .docx, .pdf, .md, .txt, .html; .doc, .odt, .rtf khi có LibreOffice."),
]
RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
SHORT = 110
FEW = 3  # so many rows that one count stands for are told one by one


def propose(file: FileArgument, format: FormatOption = Format.TEXT) -> None:
    """Đọc một báo cáo và đề xuất dòng cho các sổ; không ghi gì vào sổ."""
    proposals = read(content(file), file.name)
    if format is Format.JSON:
        tell_json(_told(proposals))
    else:
        _say(proposals, file)


def accept(
    file: FileArgument,
    numbers: Annotated[
        str, typer.Argument(metavar="[SỐ]", help="Số của các đề xuất, như 1-5,8; lệnh propose đánh số.")
    ] = "",
    every: Annotated[
        bool | None, typer.Option("--all/--all-sure", help="Mọi đề xuất; hoặc mọi đề xuất chắc.", show_default=False)
    ] = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Nhận các đề xuất của một báo cáo vào sổ: được cả, hoặc không ghi dòng nào. Tệp gốc được giữ lại."""
    user = the_user(by)
    must_may(user, KEEP_REGISTERS)
    proposals = read(content(file), file.name)
    chosen = _chosen(proposals, numbers, every)
    done = enter(proposals, chosen, by=user)
    if format is Format.JSON:
        registers = {one.register.slug: {"added": len(one.added), "known": one.known} for one in done.entered}
        counts = {"added": done.added, "known": done.known, "spared": done.spared}
        tell_json({"file": str(file), **counts, "registers": registers})
        return
    say(f"Đã nhận {done.added} dòng từ {file.name}; {done.known} dòng đã có trong sổ, giữ nguyên.")
    if done.spared:
        say(f"Bỏ qua {done.spared} dòng giữ chỗ: sổ đã đếm đủ.")
    show_table(("Sổ", "Thêm", "Đã có"), [_entered_line(one) for one in done.entered], right=(1, 2))


def _chosen(proposals: Proposals, numbers: str, every: bool | None) -> set[int]:
    """The numbers that were meant: ``every`` is True for all, False for all that are sure."""
    told = set(_numbers(numbers, len(proposals.rows)))
    if every is None:
        return told
    return told | {n for n, row in enumerate(proposals.rows, 1) if every or row.confidence is Confidence.SURE}


def _numbers(text: str, most: int) -> Iterator[int]:
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = RANGE.fullmatch(part)
        if not found:
            raise NotAccepted(f"Không hiểu “{part}”. Viết số của đề xuất, cách nhau bằng dấu phẩy, như 1-5,8.")
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            raise NotAccepted(f"“{part}” viết ngược: số nhỏ đứng trước, như {last}-{first}.")
        yield from range(first, min(last, max(first, most + 1)) + 1)


def _entered_line(one: Entered) -> tuple[str, str, str]:
    return f"{one.register.short} ({one.register.slug})", str(len(one.added)), str(one.known)


def _told(proposals: Proposals) -> dict[str, Any]:
    letters, counts = proposals.text.letters, proposals.text.counts
    return {
        "file": proposals.name,
        "period": proposals.period.code if proposals.period else None,
        "claims": [
            {
                "text": counts[claim.count].text,
                "value": counts[claim.count].value,
                "key": claim.key,
                "confidence": claim.confidence,
                "why": claim.why,
                "span": letters.in_source(*counts[claim.count].span),
            }
            for claim in proposals.claims
        ],
        "proposals": [
            {
                "number": number,
                "register": row.register,
                "cells": dict(row.cells),
                "confidence": row.confidence,
                "why": row.why,
                "where": place_said(letters, row.span),
                "span": letters.in_source(*row.span),
            }
            for number, row in enumerate(proposals.rows, 1)
        ],
    }


def _say(proposals: Proposals, file: Path) -> None:
    period, counts = proposals.period, proposals.text.counts
    say(f"{proposals.name}: {f'báo cáo {period.name} ({period.span})' if period else NO_PERIOD}")
    say("", f"{len(proposals.claims)} trong {len(counts)} số liệu khớp với chỉ tiêu: {_sureness(proposals.claims)}.")
    claims = [(counts[c.count].text, c.key, c.confidence.value, c.why) for c in proposals.claims]
    show_table(("Số liệu", "Chỉ tiêu", "Mức", "Vì sao"), claims)
    say("", f"{len(proposals.rows)} dòng đề xuất: {_sureness(proposals.rows)}. Chưa ghi gì vào sổ.")
    numbered = list(enumerate(proposals.rows, 1))
    for register in catalogue.registers():
        ours = [(number, row) for number, row in numbered if row.register == register.slug]
        if ours:
            say("", f"{register.title} ({register.slug}): {len(ours)} dòng")
            show_table(("Số", "Dòng", "Mức", "Chỗ", "Vì sao"), list(_lines(proposals, ours)), right=(0,))
    if proposals.rows:
        say("", f"Nhận vào sổ: ./sokhcn accept {file} 1-5,8   hoặc --all-sure, --all")


def _sureness(found: Iterable[Any]) -> str:
    told = [one.confidence for one in found]
    return ", ".join(f"{told.count(confidence)} {confidence.value}" for confidence in Confidence)


Row = tuple[int, Proposed]


def _lines(proposals: Proposals, rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str, str]]:
    """A line for each row; one for all of many that one count stands for."""
    place = 0
    while place < len(rows):
        together = _together(rows[place:])
        several = together if len(together) > FEW else together[:1]
        (first, row), (last, end) = several[0], several[-1]
        words = _words(row) if first == last else f"{_words(row)} … {_words(end)}"
        number = str(first) if first == last else f"{first}–{last}"
        yield number, words, row.confidence.value, place_said(proposals.text.letters, row.span), row.why
        place += len(several)


def _together(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows at the beginning that stand for one count."""
    about = [(row.span, row.confidence, row.why) for _, row in rows]
    return rows[: next((place for place, one in enumerate(about) if one != about[0]), len(rows))]


def _words(row: Proposed) -> str:
    """The cells by which its register lists a row."""
    register = catalogue.register(row.register)
    headings = [register.column(name).heading for name in register.listed]
    said = " · ".join(row.cells[heading] for heading in headings if heading in row.cells)
    return said if len(said) <= SHORT else said[: SHORT - 1] + "…"
