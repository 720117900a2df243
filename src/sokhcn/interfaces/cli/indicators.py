"""Commands on the department's own indicators: list, save, drop."""

from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import BY, ByOption, must_may, the_agency, the_user
from sokhcn.interfaces.cli.outlines import OnOption, the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.registers import NotTaken
from sokhcn.kernel.dates import written
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.reports import catalogue, owning, saving
from sokhcn.reports.models import OwnIndicator

app = typer.Typer(help="Chỉ tiêu riêng: điều kiện lọc của một sổ, lưu lại để đếm trong báo cáo.", no_args_is_help=True)
CodeArgument = Annotated[str, typer.Argument(metavar="MÃ", help="Như own.van_ban_qppl.")]


def _keeper(login: str) -> User:
    user = the_user(login)
    must_may(user, KEEP_REGISTERS)
    return user


@app.command("list")
def list_(on: OnOption = "", by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Các chỉ tiêu riêng có hiệu lực."""
    day = the_day(on)
    found = owning.in_force(the_agency(the_user(by)), day)
    if format is Format.JSON:
        tell_json([{"key": key, "label": row.label, **owning.told(row)} for key, row in found.items()])
        return
    if not found:
        say(f"Chưa có chỉ tiêu riêng nào có hiệu lực ngày {written(day)}. Thêm: ./sokhcn indicator save --help")
        return
    rows = [(key, row.label, row.register, _joined(row), _kind(row), row.unit) for key, row in found.items()]
    show_table(("Mã", "Chỉ tiêu", "Sổ", "Điều kiện", "Cách cộng", "Đơn vị tính"), rows)


@app.command("save")
def save(  # noqa: PLR0913 - each is an option of the command
    code: CodeArgument,
    label: Annotated[str, typer.Option("--label", help="Tên chỉ tiêu.")],
    register: Annotated[str, typer.Option("--register", help="Tên sổ, như van-ban-tham-muu.")],
    unit: Annotated[str, typer.Option("--unit", help="Đơn vị tính.")],
    basis: Annotated[str, typer.Option("--basis", help="Căn cứ, cách tính.")],
    since: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Dùng từ ngày nào, như 01/01/2022.")],
    where: Annotated[
        list[str] | None,
        typer.Option("--where", help="Điều kiện, như “Tình trạng = Đã ban hành”; dùng được nhiều lần."),
    ] = None,
    day: Annotated[str, typer.Option("--day", help="Cột ngày phải nằm trong kỳ; mặc định cột ngày của sổ.")] = "",
    kind: Annotated[str, typer.Option("--kind", help="Phát sinh, hiện có hoặc đếm mỗi đối tượng một lần.")] = "",
    distinct: Annotated[str, typer.Option("--distinct", help="Cột mà mỗi giá trị chỉ đếm một lần.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="NGÀY", help="Dùng đến hết ngày nào.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Lưu một điều kiện lọc của sổ thành chỉ tiêu riêng; cùng mã và cùng ngày bắt đầu thì sửa chỉ tiêu đã có."""
    texts = {
        "code": code.removeprefix(owning.PREFIX),
        "label": label,
        "register": catalogue.register(register).slug,
        "conditions": "; ".join(where or ()),
        "day": day,
        "kind": kind or ("DISTINCT" if distinct else ""),
        "by": distinct,
        "unit": unit,
        "basis": basis,
        "valid_from": written(the_day(since)),
        "valid_to": written(the_day(until)) if until else "",
    }
    outcome = saving.save_indicator(texts, by=_keeper(by))
    if outcome.row is None:
        raise NotTaken(f"Không lưu chỉ tiêu {code}: {len(outcome.findings)} lỗi.", outcome.findings)
    if format is Format.JSON:
        tell_json({"key": str(outcome.row), "row": outcome.row.pk, "version": outcome.row.version})
        return
    say(f"Đã lưu chỉ tiêu {outcome.row}. Trong mẫu câu viết {{{{ {outcome.row} }}}}.")
    say(f"Xem số và các dòng được tính: ./sokhcn why {outcome.row} 2022-01")


@app.command("drop")
def drop(code: CodeArgument, on: OnOption = "", by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Bỏ một chỉ tiêu riêng vào thùng rác; không bỏ khi mẫu câu còn dùng."""
    dropped = saving.drop_indicator(code, the_day(on), by=_keeper(by))
    if format is Format.JSON:
        tell_json({"key": str(dropped), "dropped": True})
        return
    say(f"Đã bỏ chỉ tiêu {dropped} vào thùng rác của sổ chi-tieu-rieng; các ấn bản đã có giữ nguyên.")


def _joined(row: OwnIndicator) -> str:
    return "; ".join(row.conditions.splitlines())


def _kind(row: OwnIndicator) -> str:
    return f"{row.get_kind_display()} theo {row.by}" if row.by else row.get_kind_display()
