"""Commands on issued figures that would be others now, and on reports that correct, replace or recall another."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

import typer
from django.utils.timezone import localtime

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.folding import fold
from sokhcn.kernel.numerals import number
from sokhcn.reports import drift
from sokhcn.reports.drifting import answering, following
from sokhcn.reports.drifting.mark import behind
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.models import Drift
from sokhcn.reports.succeeding import WORDS, How

app = typer.Typer(help="Số đã ban hành nay khác số trong sổ: xem, trả lời, đính chính.", no_args_is_help=True)
NONE = "không có số"
ReasonOption = Annotated[str, typer.Option("--reason", help="Lý do.")]
EditionArgument = Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Ấn bản đã ban hành, như 2022-01/3.")]


@app.command("list")
def list_(
    all: Annotated[bool, typer.Option("--all", help="Cả những chênh lệch đã trả lời, đã hết.")] = False,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Số đã ban hành mà sổ nay cho số khác: dòng nào, ai ghi, lúc nào, vì sao."""
    agency = the_agency(the_user(by))
    rows = list(answering.listed(agency) if all else answering.listed(agency, Drift.State.OPEN))
    left = behind()
    if format is Format.JSON:
        tell_json({"behind": left, "drifts": [_plain(row) for row in rows]})
        return
    if not rows:
        say("Không có chênh lệch nào chờ trả lời.")
    for row in rows:
        _show(row)
    if left:
        say(f"Còn {left} lần ghi chưa đối chiếu. Đối chiếu: ./sokhcn drift run")


@app.command("answer")
def answer(
    which: Annotated[
        str, typer.Argument(metavar="SỐ", help="Số thứ tự trong drift list; hoặc ấn bản, như 2022-01/3: mọi số chờ.")
    ],
    said: Annotated[
        str, typer.Argument(metavar="TRẢ_LỜI", help="“đính chính”, “bổ sung kỳ sau” hoặc “không ảnh hưởng”.")
    ],
    reason: ReasonOption = "",
    by: ByOption = BY,
) -> None:
    """Trả lời một chênh lệch: đính chính, bổ sung kỳ sau, hoặc không ảnh hưởng kèm lý do."""
    user = the_user(by)
    meant = next((one for one in answering.ANSWERS if fold(said) in (fold(one.label), one.value)), None)
    if meant is None:
        known = ", ".join(one.label.lower() for one in answering.ANSWERS)
        raise answering.NoDrift(f"Không hiểu trả lời “{said}”. Các trả lời: {known}.")
    entries = answering.the_drifts(which, the_agency(user))
    answering.answer(entries, meant, reason, by=user)
    for entry in entries:
        say(f"Đã ghi: {entry.label}, ấn bản {entry.edition_label}: {entry.get_state_display()}.")
    if meant == Drift.State.CORRECT:
        say(f"Lập ấn bản đính chính: ./sokhcn drift correct {entries[0].edition_label} --reason '…'")
    if meant == Drift.State.SUPPLEMENT:
        say("Báo cáo cùng loại của kỳ sau kể các số này là bổ sung, và chưa trình được khi chưa kể.")


@app.command("run")
def run(by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Đối chiếu số đã ban hành với những gì đã ghi vào sổ; chạy lại bao nhiêu lần cũng như một."""
    the_user(by)
    left, noticed = behind(), drift.catch_up()
    if format is Format.JSON:
        tell_json({"batches": left, "asked": noticed.asked, "entries": noticed.entries})
        return
    say(f"Đã đối chiếu {left} lần ghi: hỏi lại {noticed.asked} số, ghi {noticed.entries} chênh lệch.")


@app.command("correct")
def correct(edition: EditionArgument, reason: ReasonOption = "", by: ByOption = BY) -> None:
    """Lập ấn bản đính chính các số đã đổi của một báo cáo đã ban hành."""
    _follow(edition, How.CORRECT, reason, by)


@app.command("replace")
def replace(edition: EditionArgument, reason: ReasonOption = "", by: ByOption = BY) -> None:
    """Tổng hợp lại báo cáo thành ấn bản thay thế."""
    _follow(edition, How.REPLACE, reason, by)


@app.command("recall")
def recall(edition: EditionArgument, reason: ReasonOption = "", by: ByOption = BY) -> None:
    """Lập thông báo thu hồi một báo cáo đã ban hành."""
    _follow(edition, How.RECALL, reason, by)


def _follow(edition: str, how: How, reason: str, by: str) -> None:
    user = the_user(by)
    old = the_edition(edition, the_agency(user))
    made = following.follow(old, how, reason, by=user)
    say(f"Đã lập ấn bản {made.label}: {WORDS[how].lower()} {following.named(old)}. Bản cũ giữ nguyên.")
    say(f"Khi ban hành xong: ./sokhcn issue {made.label}")


def _show(row: Drift) -> None:
    unit = f" {row.unit}" if row.unit else ""
    aspect = "" if row.aspect == Drift.Aspect.VALUE else f", {row.get_aspect_display()}"
    say(f"{row.pk}. Ấn bản {row.edition_label}: {row.label}{aspect}")
    answered = f" ({row.answered_by}: {row.reason})" if row.reason else ""
    say(f"   đã ban hành {_said(row.was)}, nay là {_said(row.would_be)}{unit} · {row.get_state_display()}{answered}")
    for cause in row.causes:
        at = localtime(datetime.fromisoformat(cause["at"]))
        why = f": {cause['why']}" if cause["why"] else ""
        say(f"   - {cause['name']} ({cause['did']}, {cause['who']}, {at:%d/%m/%Y %H:%M}{why})")
    if row.more_causes:
        say(f"   … và {number(row.more_causes)} dòng nữa")


def _said(value: Any) -> str:
    exact = drift.exact(value)
    return NONE if exact is None else number(exact.normalize() if isinstance(exact, Decimal) else exact)


def _plain(row: Drift) -> dict[str, Any]:
    names = ("figure", "aspect", "label", "unit", "was", "would_be", "causes", "more_causes", "state", "reason")
    about = {name: getattr(row, name) for name in names}
    return {"id": row.pk, "edition": row.edition_label, **about, "noticed_at": row.noticed_at.isoformat()}
