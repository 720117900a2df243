"""Commands on outlines and wordings: list, export, preview, import."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils import timezone

from sokhcn.compiler.draft import write_file, write_folder
from sokhcn.interfaces.cli.here import BY, ByOption, must_may, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.periods import kinds_named
from sokhcn.people.permissions import KEEP_REFERENCE
from sokhcn.reports import drafting, exporting
from sokhcn.reports.outlining import the_outline
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import said

app = typer.Typer(help="Đề cương và mẫu câu: xem, lấy ra sửa, xem thử, đưa vào dùng.", no_args_is_help=True)
DraftArgument = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp hoặc thư mục đề cương đã lấy ra.")]
OnOption = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày xem, như 01/01/2023; mặc định hôm nay.")]


class BadDay(ValueError):
    """What was given is no day."""


def the_day(text: str) -> date:
    """A day as people write it, or as ISO does; today where nothing is written. Raises ``BadDay``."""
    if not text:
        return timezone.localdate()
    try:
        found = read_date(text) or date.fromisoformat(text)
    except ValueError as error:
        raise BadDay(f"Không hiểu ngày “{text}”. Viết 01/01/2023 hoặc 2023-01-01.") from error
    return found


@app.command("list")
def list_(on: OnOption = "", by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Các đề cương có hiệu lực."""
    day = the_day(on)
    kept = list(drafting.kept_outlines(the_agency(the_user(by)), day))
    if format is Format.JSON:
        tell_json([_told(*one) for one in kept])
        return
    say(f"Đề cương có hiệu lực ngày {written(day)}")
    rows = [
        (
            o.id,
            kinds_named(o.kinds),
            o.addressee,
            o.version,
            origin,
            str(own),
            _days(o),
        )
        for o, origin, own in kept
    ]
    show_table(("Mã", "Loại kỳ", "Gửi", "Bản", "Nguồn", "Mẫu câu riêng", "Hiệu lực"), rows, right=(5,))


def _told(outline: Any, origin: str, own: int) -> dict[str, Any]:
    names = ("id", "version", "kinds", "addressee", "basis", "valid_from", "valid_to")
    return {**{name: getattr(outline, name) for name in names}, "source": origin, "own_wordings": own}


def _days(outline: Any) -> str:
    begin = f"từ {written(outline.valid_from)}"
    return f"{begin} đến {written(outline.valid_to)}" if outline.valid_to else begin


@app.command("export")
def export(
    outline: Annotated[
        str, typer.Argument(metavar="MÃ", help="Mã đề cương, như bao-cao-dinh-ky, hoặc ấn bản đã có, như 2022-01/1.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Tệp ghi ra; thư mục có sẵn thì mỗi mục một tệp.")] = Path(),
    on: OnOption = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Lấy một đề cương và mẫu câu các mục ra để sửa."""
    agency = the_agency(the_user(by))
    if "/" in outline:
        source, texts = drafting.kept_in(exporting.the_edition(outline, agency))
    else:
        source, texts = drafting.editable(the_outline(outline, agency, the_day(on)))
    name = outline.replace("/", "-").replace(":", "-")
    if out.is_dir() and out != Path():
        files = {out / name: text for name, text in write_folder(source, texts).items()}
    else:
        file = Path(f"{name}.txt") if out == Path() else out
        files = {file: write_file(source, texts)}
    for path, text in files.items():
        write_whole(path, text.encode())
    if format is Format.JSON:
        tell_json({"outline": outline, "files": [str(path) for path in files]})
        return
    say(*(f"Đã ghi {path}" for path in files))
    target = out if len(files) > 1 else next(iter(files))
    say(f"Sửa xong, xem thử: ./sokhcn outline preview {target} --period KỲ")


@app.command("import")
def import_(
    file: DraftArgument,
    since: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Dùng từ ngày nào, như 01/01/2023.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ kiểm tra: nói mọi lỗi, không ghi gì.")] = False,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Đưa đề cương và mẫu câu đã sửa vào dùng từ một ngày."""
    user = the_user(by)
    if not dry_run:
        must_may(user, KEEP_REFERENCE)
    day = the_day(since)
    saved = drafting.adopt(drafting.read_draft(file), the_agency(user), day, by=user, dry_run=dry_run)
    if format is Format.JSON:
        changes = {"outline_changed": saved.outline_changed, "wordings_changed": list(saved.chapters)}
        tell_json({"outline": saved.outline, "from": day, "dry_run": dry_run, **changes})
        return
    if not saved.outline_changed and not saved.chapters:
        say(f"Đề cương {saved.outline} và mẫu câu trong {file} giống bản đang dùng ngày {written(day)}: không ghi gì.")
        return
    done = "Thử được" if dry_run else "Đã nhận"
    what = [*(["đề cương"] if saved.outline_changed else [])]
    what += [f"mẫu câu {', '.join(saved.chapters)}"] if saved.chapters else []
    say(f"{done} {' và '.join(what)} của {saved.outline}, dùng cho các kỳ kết thúc từ ngày {written(day)}.")


@app.command("preview")
def preview(  # noqa: PLR0913 - each is an option of the command
    file: DraftArgument,
    period: Annotated[str, typer.Option("--period", metavar="KỲ", help="Kỳ đã qua để xem thử, như 2022-01.")],
    to: Annotated[str, typer.Option("--to", help=f"Ghi ra dạng tệp: {', '.join(exporting.FORMS)}.")] = "",
    out: Annotated[Path, typer.Option("--out", help="Tệp hoặc thư mục ghi ra; mặc định thư mục hiện tại.")] = Path(),
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Tổng hợp thử một kỳ theo đề cương đã sửa, không ghi vào cơ sở dữ liệu."""
    user, asked = the_user(by), the_period(period)
    tried = drafting.attempt(drafting.read_draft(file), asked, the_agency(user), by=user)
    path = _written(tried, to, out) if to else None
    if format is Format.JSON:
        tell_json(_tried_told(tried, path))
    else:
        _say_tried(tried, path)


def _written(tried: drafting.Tried, to: str, out: Path) -> Path:
    made = exporting.export(tried.compiled.edition, to)
    path = out / f"xem-thu-{made.name}" if out.is_dir() else out
    write_whole(path, made.data)
    return path


def _tried_told(tried: drafting.Tried, path: Path | None) -> dict[str, Any]:
    return {
        "edition": tried.latest.label if tried.latest else None,
        "same": not tried.differences and not tried.compiled.changes,
        "differences": [{"what": d.what, "before": d.before, "after": d.after} for d in tried.differences],
        "figures": [{"key": c.key, "before": c.before, "after": c.after} for c in tried.compiled.changes],
        "file": str(path) if path else None,
    }


def _say_tried(tried: drafting.Tried, path: Path | None) -> None:
    if tried.latest is None:
        say("Kỳ này chưa có ấn bản để so sánh.")
    elif not tried.differences and not tried.compiled.changes:
        say(f"Không khác ấn bản {tried.latest.label}.")
    else:
        say(f"Khác ấn bản {tried.latest.label}:")
    for difference in tried.differences:
        say(f"  {difference.what}")
        say(*([f"    - {difference.before}"] if difference.before else []))
        say(*([f"    + {difference.after}"] if difference.after else []))
    if tried.latest and tried.compiled.changes:
        rows = [(c.label, said(c.before), said(c.after)) for c in tried.compiled.changes]
        show_table(("Số thay đổi", "Trước", "Nay"), rows, right=(1, 2))
    say(*([f"Đã ghi {path}."] if path else []), "Chỉ xem thử, chưa ghi gì vào cơ sở dữ liệu.")
