"""Commands on the way of a report: where it stands, taking it a step further, and what is arranged beforehand."""

from typing import Annotated, Any

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reports.life import mandates, separation
from sokhcn.reports.life.report import Report, the_report
from sokhcn.reports.life.separation import Given
from sokhcn.reports.life.standing import Line, Next, Standing, overview, standing
from sokhcn.reports.life.steps import VERBS
from sokhcn.reports.life.taking import Taken, take_all
from sokhcn.reports.models import Act, Move
from sokhcn.reports.models.life import PARTED
from sokhcn.reports.periods import compile_command

REFUSED = 2
app = typer.Typer(help="Đường đi của báo cáo: từ dự thảo đến phát hành.", no_args_is_help=True)
ReportArgument = Annotated[str, typer.Argument(metavar="BÁO_CÁO", help="Như 2022-01; gửi Bộ: 2022-Q1:bo.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Lý do; trả lại, rút lại, mở lại phải có.")]
OnOption = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày làm, như 18/01/2022; để trống: hôm nay.")]


@app.command("list")
def list_(by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Các báo cáo và tình trạng của chúng."""
    lines = overview(the_agency(the_user(by)))
    if format is Format.JSON:
        tell_json([_told_line(line) for line in lines])
        return
    rows = [(line.report.code, str(line.stage.label), _editions(line), *_last(line.last)) for line in lines]
    show_table(("Báo cáo", "Tình trạng", "Ấn bản", "Bước gần nhất", "Ngày", "Người làm"), rows)


def _editions(line: Line) -> str:
    return f"{line.edition}" if line.edition == line.latest else f"{line.edition} (mới nhất: {line.latest})"


def _last(move: Move | None) -> tuple[str, str, str]:
    return (str(move.get_verb_display()), written(move.on), move.name) if move else ("", "", "")


def _told_line(line: Line) -> dict[str, Any]:
    about = {"report": line.report.code, "stage": line.stage.value, "edition": line.edition, "latest": line.latest}
    return {**about, "last": _told_move(line.last) if line.last else None}


@app.command("status")
def status(report: ReportArgument, by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Báo cáo đang ở đâu, bước tiếp theo là gì, ai làm được, vì sao chưa làm được."""
    user = the_user(by)
    found = standing(the_report(report, the_agency(user)), user)
    if found.edition is None:
        raise Unready(f"Chưa có {found.report.name}. Tổng hợp trước: {compile_command(found.report.code)}")
    if format is Format.JSON:
        tell_json(_told(found))
        return
    say(f"{_capital(found.report.name)}: {found.stage.label}, ấn bản {found.edition.label}.")
    if found.has_newer:
        say(f"Có ấn bản mới hơn, số {found.latest}, chưa phát hành.")
    say("", "Bước tiếp theo:")
    for one in found.next:
        _say_next(one)
    _say_past(found)


def _say_next(one: Next) -> None:
    say(f"  {one.step.label} → {one.step.target.label}" + (" (phải ghi lý do)" if one.step.wants_reason else ""))
    say("    Bạn làm được." if one.is_open else f"    {one.why_not or 'Bạn làm được khi đã sửa:'}")
    say(*(f"      {finding}" for finding in one.findings))
    if not one.is_open and one.who:
        say(f"    Ai làm được: {', '.join(one.who)}.")


def _say_past(found: Standing) -> None:
    if found.moves:
        say("")
        rows = [
            (written(m.on), str(m.get_verb_display()), str(m.get_after_display()), f"{m.edition}", m.name, m.reason)
            for m in found.moves
        ]
        show_table(("Ngày", "Bước", "Đến", "Ấn bản", "Người làm", "Lý do"), rows)
    if found.waived:
        say("", "Phát hiện đã bỏ qua:")
        say(*(f"  {one.finding} Người bỏ qua: {one.by}; lý do: {one.reason}" for one in found.waived))
    if found.exceptions:
        say("", "Ngoại lệ kiêm việc:")
        say(*(f"  {_leave(one)}" for one in found.exceptions))


def _leave(one: Given) -> str:
    return f"{one.leave}{'' if one.used else ' (chưa dùng)'}" + (f"; {one.ended}" if one.ended else "")


def _told(found: Standing) -> dict[str, Any]:
    assert found.edition is not None
    about = {"report": found.report.code, "stage": found.stage.value, "edition": found.edition.number}
    steps = [
        {
            "verb": one.step.verb.value,
            "label": one.step.label,
            "to": one.step.target.value,
            "open": one.is_open,
            "why_not": one.why_not,
            "findings": [str(finding) for finding in one.findings],
            "who": one.who,
        }
        for one in found.next
    ]
    waived = [{"finding": str(one.finding), "by": one.by, "reason": one.reason} for one in found.waived]
    given = [
        {"leave": str(one.leave), "used": [str(move) for move in one.used], "ended": one.ended and str(one.ended)}
        for one in found.exceptions
    ]
    moves = [_told_move(move) for move in found.moves]
    return {**about, "latest": found.latest, "next": steps, "moves": moves, "waived": waived, "exceptions": given}


def _told_move(move: Move) -> dict[str, Any]:
    names = ("verb", "before", "after", "edition", "login", "name", "acts_for", "on", "at", "reason", "exempt")
    return {name: getattr(move, name) for name in names}


@app.command("take")
def take(  # noqa: PLR0913 - each is an option of the command
    report: Annotated[str, typer.Argument(metavar="BÁO_CÁO", help="Như 2022-01; nhiều báo cáo: 2022-01,2022-02.")],
    verb: Annotated[str, typer.Argument(metavar="BƯỚC", help=f"Một trong: {', '.join(v.label for v in VERBS)}.")],
    reason: ReasonOption = "",
    on: OnOption = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Đưa một hay nhiều báo cáo qua một bước; mỗi báo cáo được hay không là việc riêng của nó."""
    user = the_user(by)
    agency, act = the_agency(user), the_act(verb)
    reports = [the_report(name.strip(), agency) for name in report.split(",")]
    tell_taken(take_all(reports, act, by=user, reason=reason, on=the_day(on) if on else None), format)


def the_act(verb: str) -> Act:
    """The verb as people write it, with or without accents."""
    wanted = fold(verb).replace("-", " ")
    found = next((act for act in VERBS if wanted in (fold(str(act.label)), act.value)), None)
    if found is None:
        raise Unready(f"Không có bước “{verb}”. Các bước: {', '.join(str(act.label) for act in VERBS)}.")
    return found


def tell_taken(taken: tuple[Taken, ...], format: Format) -> None:
    """What came of each; one that was refused alone is a fault like any other."""
    refused = [one.refused for one in taken if one.refused]
    if len(taken) == 1 and refused:
        raise refused[0]
    if format is Format.JSON:
        tell_json([_told_taken(one) for one in taken])
    else:
        for one in taken:
            _say_taken(one)
    if refused:
        raise typer.Exit(REFUSED)


def _told_taken(one: Taken) -> dict[str, Any]:
    moved = _told_move(one.move) if one.move else None
    findings = [str(finding) for finding in one.refused.findings] if one.refused else []
    return {"report": one.report.code, "move": moved, "error": str(one.refused or ""), "findings": findings}


def _say_taken(one: Taken) -> None:
    if one.move:
        after, name = one.move.get_after_display(), _capital(one.report.name)
        say(f"{name}, ấn bản {one.move.edition}: {after}.", *([one.move.exempt] if one.move.exempt else []))
    elif one.refused:
        say(str(one.refused), *(f"  {finding}" for finding in one.refused.findings))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@app.command("signer")
def signer(
    report: ReportArgument,
    name: Annotated[str, typer.Option("--name", help="Họ và tên người ký, như trong sổ nguoi-ky.")],
    on: OnOption = "",
    by: ByOption = BY,
) -> None:
    """Chọn người ký báo cáo; ấn bản tổng hợp sau đó ghi chức vụ và tên người ấy."""
    user = the_user(by)
    found: Report = the_report(report, the_agency(user))
    chosen = mandates.choose_signer(found, name, the_day(on), by=user)
    say(f"Người ký {found.name}: {chosen.block}.", f"Tổng hợp lại để in: {compile_command(found.code)}")


@app.command("exempt")
def exempt(  # noqa: PLR0913 - each is an option of the command
    report: ReportArgument,
    person: Annotated[str, typer.Option("--for", metavar="TÊN", help="Tên đăng nhập của người được kiêm.")],
    pair: Annotated[str, typer.Option("--pair", help="Hai việc, như 'soạn thảo,duyệt'.")],
    end: Annotated[bool, typer.Option("--end", help="Thôi cho phép; việc đã làm vẫn giữ.")] = False,
    reason: ReasonOption = "",
    by: ByOption = BY,
) -> None:
    """Lãnh đạo cho một người kiêm hai việc của một báo cáo, hay thôi cho; có tên, ngày, lý do và vào gói minh chứng."""
    user = the_user(by)
    acts = {fold(str(act.label)): act for act in PARTED}
    chosen = [acts.get(fold(one.strip())) for one in pair.split(",")]
    first, second = chosen if len(chosen) == 2 else (None, None)
    if first is None or second is None:
        raise Unready(f"Không hiểu hai việc “{pair}”. Các việc: {', '.join(str(act.label) for act in PARTED)}.")
    found = the_report(report, the_agency(user))
    say_so = separation.end if end else separation.exempt
    say(f"{say_so(found, (first, second), the_user(person), by=user, reason=reason)}.")
