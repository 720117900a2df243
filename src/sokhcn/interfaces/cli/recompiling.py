"""The command that proves the loop: recompile."""

from decimal import Decimal
from typing import Any

from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.proposing import FileArgument
from sokhcn.kernel.numerals import percent
from sokhcn.reader.returning import Pair, Share
from sokhcn.reports.proposing import propose
from sokhcn.reports.recompiling import Recompiled
from sokhcn.reports.recompiling import recompile as again

LONG = "mục liệt kê"  # told only where they differ: each is a paragraph


def recompile(file: FileArgument, format: FormatOption = Format.TEXT) -> None:
    """Nhận mọi đề xuất của một báo cáo vào một cơ sở dữ liệu tạm, tổng hợp lại kỳ ấy, đặt hai bản cạnh nhau."""
    done = again(propose(content(file), file.name))
    if format is Format.JSON:
        tell_json(_told(done))
    else:
        _say(done)


def _told(done: Recompiled) -> dict[str, Any]:
    return {
        "file": done.proposals.name,
        "period": done.edition.period_code,
        "proposals": len(done.proposals.rows),
        "score": float(done.back.score),
        "shares": [
            {
                "kind": share.kind,
                "back": share.back,
                "total": share.total,
                "pairs": [{"before": p.before, "after": p.after, "back": p.back} for p in share.pairs],
            }
            for share in done.back.shares
        ],
    }


def _say(done: Recompiled) -> None:
    rows = len(done.proposals.rows)
    say(
        f"{done.proposals.name}: nhận {rows} dòng đề xuất vào cơ sở dữ liệu tạm, "
        f"tổng hợp lại kỳ {done.edition.period_code}."
    )
    for share in done.back.shares:
        pairs = share.different if share.kind == LONG else share.pairs
        say("", f"{share.kind.capitalize()}: {share.back}/{share.total} trở lại{_otherwise(share)}")
        show_table(("", "Bản gốc", "Tổng hợp lại"), [(_mark(p), p.before or "–", p.after or "–") for p in pairs])
    say("", f"Điểm: {_percent(done)} (trung bình bốn phần). Dấu: = như cũ, ≈ lời khác, − mất, + mới, ≠ số khác.")


def _otherwise(share: Share) -> str:
    said = sum(_mark(pair) == "≈" for pair in share.pairs)
    return f", {said} bằng lời khác" if said else ""


def _mark(pair: Pair) -> str:
    if pair.before is None or pair.after is None:
        return "+" if pair.before is None else "−"
    if not pair.back:
        return "≠"
    return "=" if pair.before == pair.after else "≈"


def _percent(done: Recompiled) -> str:
    score = done.back.score
    return percent(Decimal(score.numerator * 100) / Decimal(score.denominator))
