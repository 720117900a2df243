"""Commands that proof-read: check, waive."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from errno import EEXIST, ENOENT
from pathlib import Path
from typing import Annotated, Any
from unicodedata import combining

import typer

from sokhcn.formats.html.findings import render as findings_page
from sokhcn.formats.sarif.render import render as sarif
from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.here import BY, ByOption, Unready, must_may, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_bytes, tell_json, write_whole
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.people.permissions import WAIVE
from sokhcn.reader.telling import finding_told, told
from sokhcn.records.models import Agency
from sokhcn.reports import checking

TO_BE_MENDED = 1
LONGEST_LINE = 110


class CheckFormat(StrEnum):
    """How a check answers."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


SubjectArgument = Annotated[str, typer.Argument(metavar="TỆP|ẤN_BẢN", help="Một tệp, hoặc một ấn bản như 2022-01/3.")]


def check(
    subject: SubjectArgument,
    format: Annotated[CheckFormat, typer.Option("--format", help="text, json, sarif hoặc html.")] = CheckFormat.TEXT,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Ghi bản Word có mỗi phát hiện là một chú thích.")
    ] = None,
    by: ByOption = BY,
) -> None:
    """Kiểm tra một tệp hay một ấn bản. Mã thoát 1 khi có lỗi phải sửa."""
    done = _checked(subject, by)
    if annotate is not None:
        _annotate(subject, annotate, done)
    match format:
        case CheckFormat.TEXT:
            say(*_lines(done))
        case CheckFormat.JSON:
            tell_json(_told(done))
        case CheckFormat.SARIF:
            about, source = checking.about_rules(), done.text.letters.source
            tell_bytes(sarif(done.name, source, done.findings, about, _reasons(done)))
        case CheckFormat.HTML:
            source = done.text.letters.source
            tell_bytes(findings_page(done.name, source, done.findings, _reasons(done), done.numbers))
    if annotate is not None and format is CheckFormat.TEXT:
        say(f"Đã ghi bản có chú thích: {annotate}")
    if done.has_to_be_mended:
        raise typer.Exit(TO_BE_MENDED)


NumberArgument = Annotated[int, typer.Argument(metavar="SỐ", help="Số của phát hiện, như lệnh check đánh số.")]


def waive(
    subject: SubjectArgument,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="Vì sao để nguyên.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Bỏ qua một phát hiện, có lý do; được nhớ cho đến khi đoạn văn đổi, hoặc rút lại bằng unwaive."""
    user = the_user(by)
    must_may(user, WAIVE)
    finding = checking.waive(_checked(subject, by), number, reason=reason, by=user, agency=the_agency(user))
    _tell("waived", f"Đã bỏ qua: {finding}", finding, reason, format)


def unwaive(
    subject: SubjectArgument,
    number: NumberArgument,
    reason: Annotated[str, typer.Option("--reason", help="Vì sao rút lại.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Rút lại việc đã bỏ qua một phát hiện: phát hiện ấy lại được nêu; lịch sử giữ cả hai việc."""
    user = the_user(by)
    must_may(user, WAIVE)
    finding = checking.withdraw(_checked(subject, by), number, reason=reason, by=user, agency=the_agency(user))
    _tell("withdrawn", f"Đã rút lại việc bỏ qua: {finding}", finding, reason, format)


def _tell(done: str, sentence: str, finding: Finding, reason: str, format: Format) -> None:
    if format is Format.JSON:
        tell_json({done: finding_told(finding), "reason": reason})
        return
    say(sentence, f"Lý do: {reason}")


def _annotate(subject: str, out: Path, done: checking.Checked) -> None:
    if out.exists() and Path(subject).exists() and out.samefile(subject):
        raise FileExistsError(EEXIST, "bản có chú thích sẽ đè lên chính tệp được kiểm tra, hãy chọn tên khác", subject)
    from sokhcn.reports.annotating import annotate  # python-docx takes its time to load

    write_whole(out, annotate(done))


def _checked(subject: str, by: str) -> checking.Checked:
    """A file of that name, or else an edition. A file is examined on a computer without registers too."""
    file = Path(subject)
    if file.exists() and (file.suffix or not file.is_dir()):  # a folder may be called like an edition
        return checking.check_file(content(file), file.name, _agency(by))
    if file.suffix:
        raise FileNotFoundError(ENOENT, "Không có tệp này", subject)
    from sokhcn.reports.exporting import the_edition  # with every form that an edition is written in

    agency = the_agency(the_user(by))
    return checking.check_edition(the_edition(subject, agency), agency)


def _agency(by: str) -> Agency | None:
    try:
        return the_agency(the_user(by))
    except Unready:
        return None


def _told(done: checking.Checked) -> dict[str, Any]:
    """All that was read, each finding with the number by which it can be waived."""
    numbered = zip(done.numbers, done.findings, strict=True)
    return {
        **told(done.text),
        "findings": [{"number": number, **finding_told(finding)} for number, finding in numbered],
        "waived": [
            {"number": w.number, **finding_told(w.finding), "reason": w.reason, "by": w.by} for w in done.waived
        ],
    }


def _reasons(done: checking.Checked) -> list[tuple[Finding, str]]:
    return [(waived.finding, f"{waived.by}: {waived.reason}") for waived in done.waived]


def _lines(done: checking.Checked) -> Iterator[str]:
    """Each finding with its line of the file, a caret under its place and what to do, then what was counted."""
    source = done.text.letters.source
    for number, finding in zip(done.numbers, done.findings, strict=True):
        sentence = replace(finding, suggestion="")
        yield f"{number}. {finding.severity.value.upper()}  {sentence}  [{finding.id}]"
        if finding.span is not None:
            yield from _caret(source, finding.span)
        yield from _advice(finding)
        yield ""
    for waived in done.waived:
        yield f"{waived.number}. Đã bỏ qua: {waived.finding}  ({waived.by}: {waived.reason})"
    counted = ", ".join(f"{_count(done.findings, severity)} {severity.value}" for severity in Severity)
    yield f"{done.name}: {counted}; {len(done.waived)} đã bỏ qua."


def _advice(finding: Finding) -> Iterator[str]:
    advice = [f"→ {finding.advice}"] if finding.suggestion else []
    basis = [f"({finding.basis})"] if finding.basis else []
    if advice or basis:
        yield f"   {' '.join((*advice, *basis))}"


def _count(findings: tuple[Finding, ...], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _caret(source: str, span: tuple[int, int]) -> Iterator[str]:
    """The part of the line around the place, and carets below it."""
    start, end = span
    first = source.rfind("\n", 0, start) + 1
    last = source.find("\n", start)
    line = source[first : last if last >= 0 else len(source)].replace("\t", " ")
    left = max(start - first - LONGEST_LINE // 3, 0)
    shown = line[left : left + LONGEST_LINE]
    at = start - first - left
    width = max(min(end - start, len(shown) - at), 1)
    lead = "…" if left else ""
    yield f"   {lead}{shown}{'…' if left + LONGEST_LINE < len(line) else ''}"
    yield f"   {' ' * (_columns(shown[:at]) + len(lead))}{'^' * max(_columns(shown[at : at + width]), 1)}"


def _columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes: a loose mark stands above the letter before it."""
    return sum(not combining(letter) for letter in text)
