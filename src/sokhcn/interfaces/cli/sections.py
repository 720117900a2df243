"""Commands on the chapters of a report: list, lines, confirm, return, write, drop, override, withdraw."""

from decimal import Decimal
from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.kernel.numerals import read_number
from sokhcn.people.models import User
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.handwork.overriding import figure_text, plain
from sokhcn.reports.models import Edition, OwnText
from sokhcn.reports.periods import compile_command
from sokhcn.reports.sections import chapters, confirming, editing
from sokhcn.reports.sections.confirming import Standing
from sokhcn.reports.sections.refusing import NotDone

Place = OwnText.Place
app = typer.Typer(
    help="Các mục của báo cáo: đơn vị xác nhận, trả lại; viết tay cạnh câu tổng hợp; ghi đè một số.",
    no_args_is_help=True,
)
EditionArgument = Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Kỳ hoặc ấn bản, như 2022-01 hoặc 2022-01/3.")]
ChapterArgument = Annotated[
    str, typer.Argument(metavar="MỤC", help="Tên ngắn của mục, như research; xem: section list.")
]
ReasonOption = Annotated[str, typer.Option("--reason", help="Lý do.")]


def _asked(edition: str, by: str) -> tuple[User, Edition]:
    user = the_user(by)
    return user, the_edition(edition, the_agency(user))


@app.command("list")
def list_(edition: EditionArgument, by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Từng mục: đơn vị chủ trì, đã xác nhận chưa, có gì đổi từ lúc xác nhận."""
    _, found = _asked(edition, by)
    every = confirming.standings(found)
    if format is Format.JSON:
        tell_json([_told(one) for one in every])
        return
    say(f"Các mục của ấn bản {found.label}")
    rows = [(one.chapter.key, _title(one), one.chapter.unit_name or "–", state_of(one)) for one in every]
    show_table(("Mục", "Tên", "Đơn vị", "Tình trạng"), rows)
    say(*(sentence for one in every for sentence in confirming.moved_sentences(one)))


def _title(one: Standing) -> str:
    return f"{one.chapter.number}. {one.chapter.title}" if one.chapter.number else one.chapter.title


def state_of(one: Standing) -> str:
    """What became of a chapter, in a few words."""
    if one.last is None:
        return "chưa xác nhận" if one.chapter.unit else "–"
    when = f"{one.last.by}, {written(one.last.at.date())}"
    if not one.last.is_confirmed:
        return f"trả lại ({when}): {one.last.reason}"
    return f"đã xác nhận ({when})" if one.is_current else f"xác nhận đã cũ ({when})"


def _told(one: Standing) -> dict[str, object]:
    chapter, last = one.chapter, one.last
    about = {"chapter": chapter.key, "title": chapter.title, "unit": chapter.unit, "figures": list(chapter.keys)}
    latest = {"kind": last.kind, "by": last.by, "at": last.at, "reason": last.reason} if last else None
    return {**about, "last": latest, "current": one.is_current, "moved": list(confirming.moved_sentences(one))}


@app.command("lines")
def lines(
    edition: EditionArgument, chapter: ChapterArgument, by: ByOption = BY, format: FormatOption = Format.TEXT
) -> None:
    """Các dòng của một mục, có số dòng để viết cạnh."""
    found = chapters.the_chapter(_asked(edition, by)[1], chapter)
    if format is Format.JSON:
        tell_json([{"line": one.number, "text": one.text, "own": one.own} for one in found.lines])
        return
    say(*(f"{one.number:>3}. {one.text}{f'  [viết tay, số {one.own}]' if one.own else ''}" for one in found.lines))


@app.command("confirm")
def confirm(
    edition: EditionArgument, chapter: ChapterArgument, by: ByOption = BY, format: FormatOption = Format.TEXT
) -> None:
    """Trưởng đơn vị xác nhận mục như dự thảo mới nhất ghi."""
    user, found = _asked(edition, by)
    row = confirming.confirm(found, chapter, by=user)
    if format is Format.JSON:
        tell_json({"chapter": row.chapter, "figures": len(row.figures), "content": row.content, "by": row.by})
        return
    say(f"Đã xác nhận mục {row.chapter} của {found.label}: {len(row.figures)} số, {len(row.lines)} dòng được giữ lại.")


@app.command("return")
def return_(
    edition: EditionArgument,
    chapter: ChapterArgument,
    reason: ReasonOption = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Trả mục lại cho đơn vị chủ trì, có lý do."""
    user, found = _asked(edition, by)
    row = confirming.return_(found, chapter, reason=reason, by=user)
    if format is Format.JSON:
        tell_json({"chapter": row.chapter, "reason": row.reason, "by": row.by})
        return
    say(f"Đã trả lại mục {row.chapter} của {found.label}: {row.reason}")


@app.command("write")
def write(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    chapter: ChapterArgument,
    text: Annotated[str, typer.Option("--text", help="Nội dung; {{ advice.issued }} là số; trống: bỏ dòng.")],
    where: Annotated[
        str, typer.Option("--where", metavar="CHỖ", help=f"Một trong: {', '.join(map(str, Place.labels))}.")
    ] = str(Place.AFTER.label),
    line: Annotated[int, typer.Option("--line", help="Cạnh dòng số mấy; 0: cả mục.")] = 0,
    reason: ReasonOption = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Viết một đoạn trước, sau hoặc thay một dòng tổng hợp; đoạn này còn nguyên khi tổng hợp lại."""
    user, found = _asked(edition, by)
    at = chapters.the_line(chapters.the_chapter(found, chapter), line) if line else None
    row = editing.write(found, chapter, editing.Written(_the_place(where), text, at, reason), by=user)
    _saved(f"Đã ghi đoạn viết tay số {row.pk} ở mục {row.chapter}.", row.pk, found, format)


def _the_place(told: str) -> str:
    """The place as people write it, with or without accents."""
    wanted = fold(told)
    found = next((one for one in Place if wanted and (fold(str(one.label)).startswith(wanted) or wanted == one)), None)
    if found is None:
        raise NotDone(f"Không có chỗ “{told}”. Viết một trong: {', '.join(map(str, Place.labels))}.")
    return str(found)


@app.command("drop")
def drop(
    edition: EditionArgument,
    number: Annotated[int, typer.Argument(metavar="SỐ", help="Số của đoạn viết tay.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Bỏ một đoạn viết tay: câu tổng hợp ở đó hiện lại."""
    user, found = _asked(edition, by)
    row = editing.drop(found, number, by=user)
    _saved(f"Đã bỏ đoạn viết tay số {number} ở mục {row.chapter}.", number, found, format)


@app.command("override")
def override(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    key: Annotated[str, typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu, như advice.issued.")],
    value: Annotated[str, typer.Argument(metavar="SỐ", help="Số cần in, như 05 hoặc 1.234,5.")],
    reason: ReasonOption = "",
    chapter: Annotated[str, typer.Option("--in", metavar="MỤC", help="Chỉ ở mục này; mặc định: cả báo cáo.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """In một số khác số sổ đếm, có lý do; dự thảo đóng khung số ấy."""
    user, found = _asked(edition, by)
    number = read_number(value)
    if number is None:
        raise NotDone(f"“{value}” không phải một số viết như trong văn bản (05; 1.234; 12,5).")
    row = editing.override(found, editing.Printed(key, Decimal(number), reason, chapter), by=user)
    counted = "–" if row.counted is None else figure_text(plain(row.counted))
    _saved(f"Đã ghi đè số {row.pk}: {key} in {figure_text(number)}, sổ đếm {counted}.", row.pk, found, format)


@app.command("withdraw")
def withdraw(
    edition: EditionArgument,
    number: Annotated[int, typer.Argument(metavar="SỐ", help="Số thứ tự của lần ghi đè.")],
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Thôi ghi đè: số của sổ được in lại."""
    user, found = _asked(edition, by)
    row = editing.withdraw(found, number, by=user)
    _saved(f"Đã thôi ghi đè {row.key}.", number, found, format)


def _saved(sentence: str, number: int, edition: Edition, format: Format) -> None:
    if format is Format.JSON:
        tell_json({"number": number, "report": edition.report})
        return
    say(sentence, f"Xem trước: {compile_command(edition.report)} --preview")
