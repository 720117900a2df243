"""The commands on promises: what the last plan said and became, answers, and proposals for the next plan."""

from typing import Annotated, Any

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, must_may, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.reports import PeriodArgument
from sokhcn.kernel.folding import fold
from sokhcn.kernel.numerals import number
from sokhcn.people.models import User
from sokhcn.people.permissions import PLAN
from sokhcn.reports.closing import answering, taking
from sokhcn.reports.closing.forecast import Group, forecast
from sokhcn.reports.closing.promises import Promise, Reckoning, Result, reckoning
from sokhcn.reports.models import Commitment
from sokhcn.reports.periods import the_period

app = typer.Typer(help="Nhiệm vụ kỳ trước: trả lời từng việc đã hứa; đề xuất việc cho kỳ tới.", no_args_is_help=True)
MOST_SHOWN = 10
Dropped = Commitment.State.DROPPED


@app.command("list")
def list_(period: PeriodArgument, by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Các việc mà báo cáo kỳ này phải trả lời, tuổi của việc và tỷ lệ đã giữ lời."""
    found = reckoning(the_period(period), the_agency(the_user(by)))
    if format is Format.JSON:
        told = [_plain(promise) for promise in found.promises]
        about = {"period": found.period.code, "planned": found.planned.code, "open": len(found.open)}
        tell_json({**about, "share_kept": found.share_kept, "promises": told})
        return
    if not found.promises:
        say(f"Phương hướng của kỳ {found.planned.name} không có việc nào phải trả lời.")
        return
    say(f"Báo cáo {found.period.name} trả lời nhiệm vụ nêu ở kỳ {found.planned.name}")
    rows = [(p.number, p.commitment.text, _owner(p), str(p.age or ""), _said(p)) for p in found.promises]
    show_table(("Số", "Nhiệm vụ", "Đơn vị", "Số kỳ chuyển", "Trả lời"), rows, right=(3,))
    _sum_up(found)


@app.command("answer")
def answer(
    period: PeriodArgument,
    promise: Annotated[str, typer.Argument(metavar="SỐ", help="Số của nhiệm vụ, như 1.2.")],
    result: Annotated[str, typer.Argument(metavar="KẾT_QUẢ", help="xong, “đang làm”, “chuyển kỳ” hoặc bỏ.")],
    reason: Annotated[str, typer.Option("--reason", help="Lý do; chuyển kỳ hoặc bỏ thì phải có.")] = "",
    by: ByOption = BY,
) -> None:
    """Trả lời một nhiệm vụ của kỳ trước."""
    user = the_user(by)
    asked, agency = the_period(period), the_agency(user)
    chosen = next((one for one in Result if fold(one.label) == fold(result)), None)
    if chosen is None:
        raise Unready(f"Không có kết quả “{result}”. Viết một trong: {', '.join(Result.labels)}.")
    done = answering.answer(reckoning(asked, agency), promise, answering.Said(chosen, reason), by=user)
    say(f"{promise}: {done.answer.get_result_display()}.")
    if done.carried:
        say(f"Đã đưa vào nhiệm vụ kỳ tới của báo cáo {asked.name}, thứ tự {done.carried.place}.")
    _sum_up(reckoning(asked, agency))


@app.command("propose")
def propose(  # noqa: PLR0913 - each is an option of the command
    period: PeriodArgument,
    take: Annotated[str, typer.Option("--take", metavar="MÃ", help="Đưa đề xuất này vào nhiệm vụ kỳ tới.")] = "",
    drop: Annotated[str, typer.Option("--drop", metavar="MÃ", help="Không đưa đề xuất này vào.")] = "",
    text: Annotated[str, typer.Option("--text", help="Lời khác cho đề xuất được đưa vào.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Việc chắc chắn đến hạn trong kỳ tới, gộp theo loại việc và viết thành câu; đưa vào, sửa lời hoặc bỏ."""
    user = the_user(by)
    must_may(user, PLAN)
    plan = taking.Plan(the_period(period), the_agency(user))
    if take or drop:
        _decide(plan, take, drop, text, user)
        return
    found = forecast(plan.period, plan.agency)
    if format is Format.JSON:
        tell_json([_group_plain(group) for group in found])
        return
    after = plan.period.next()
    if not found:
        say(f"Không có việc nào đến hạn trong {after.name}.")
        return
    say(f"Đề xuất cho {after.name} ({after.dates}), chưa ghi gì; đưa vào: --take MÃ")
    for group in found:
        _show_group(group)


def _decide(plan: taking.Plan, take: str, drop: str, text: str, user: User) -> None:
    if take and drop:
        raise Unready("Ghi --take hoặc --drop, không ghi cả hai.")
    if take:
        row = taking.take(plan, take, by=user, text=text)
        say(f"Đã đưa vào nhiệm vụ kỳ tới của báo cáo {plan.period.name}, thứ tự {row.place}: {row.text}")
        return
    row = taking.drop(plan, drop, by=user)
    say(f"Không đưa vào: {row.text}")


def _show_group(group: Group) -> None:
    unit = f" · {group.unit.short}" if group.unit else ""
    say(f"\n{group.key}{unit}{_taken(group)}", f"  {group.sentence}")
    say(*(f"    {row.due_on:%d/%m/%Y}  {row.title}" for row in group.rows[:MOST_SHOWN]))
    if len(group.rows) > MOST_SHOWN:
        say(f"    … và {number(len(group.rows) - MOST_SHOWN)} việc nữa")


def _taken(group: Group) -> str:
    if group.taken is None:
        return ""
    return " (đã bỏ)" if group.taken.state == Dropped else f" (đã đưa vào, thứ tự {group.taken.place})"


def _owner(promise: Promise) -> str:
    return promise.commitment.unit.short if promise.commitment.unit else ""


def _said(promise: Promise) -> str:
    if promise.answer is None:
        return "chưa trả lời"
    reason = f": {promise.answer.reason}" if promise.answer.reason else ""
    return f"{promise.answer.get_result_display()}{reason}"


def _sum_up(found: Reckoning) -> None:
    counts = ", ".join(f"{found.count(result)} {result.label}" for result in Result)
    share = "" if found.share_kept is None else f" Đã giữ {number(found.share_kept)}% số việc đã hứa."
    say("", f"{len(found.promises)} việc: {counts}, {len(found.open)} chưa trả lời.{share}")


def _plain(promise: Promise) -> dict[str, Any]:
    row, said = promise.commitment, promise.answer
    about = {"number": promise.number, "row": row.pk, "root": promise.root, "age": promise.age, "text": row.text}
    due = {"unit": row.unit.code if row.unit else None, "due_on": row.due_on}
    return {**about, **due, "result": said.result if said else None, "reason": said.reason if said else ""}


def _group_plain(group: Group) -> dict[str, Any]:
    rows = [{"register": row.register, "row": row.row, "due_on": row.due_on, "title": row.title} for row in group.rows]
    about = {"key": group.key, "sentence": group.sentence, "unit": group.unit.code if group.unit else None}
    taken = {"taken": group.taken.place if group.taken else None, "state": group.taken.state if group.taken else None}
    return {**about, "late": group.is_late, "due_on": group.due_on, **taken, "rows": rows}
