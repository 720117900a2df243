"""The command that makes a department's own database ready: empty but for what everybody needs to begin."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command

from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.reports.preparing import Administrator, CannotPrepare, Prepared, must_be_empty, prepare

PASSWORD = "SOKHCN_PASSWORD"  # noqa: S105 - the name of a variable
NOT_HERE = (
    "Chế độ minh họa không làm cơ sở dữ liệu thật. Đặt SOKHCN_MODE=production, SOKHCN_SECRET_KEY, SOKHCN_HOSTS "
    "rồi chạy lại; cách đặt: docs/guide/quan-tri.md"
)


def prepare_(  # noqa: PLR0913 - each is an option of the command
    code: Annotated[str, typer.Option("--agency", metavar="MÃ", help="Mã cơ quan, như SKHCN-NT.")] = "",
    name: Annotated[str, typer.Option("--agency-name", help="Tên cơ quan, như: Sở Khoa học và Công nghệ.")] = "",
    short: Annotated[str, typer.Option("--short", help="Tên gọi tắt; để trống: như tên.")] = "",
    parent: Annotated[str, typer.Option("--parent", help="Cơ quan chủ quản trên đầu văn bản, như UBND TỈNH …")] = "",
    symbol: Annotated[str, typer.Option("--symbol", help="Chữ viết tắt trong ký hiệu, như SKHCN.")] = "",
    seat: Annotated[str, typer.Option("--seat", help="Địa danh ghi trên văn bản.")] = "",
    unit: Annotated[
        list[str] | None, typer.Option("--unit", metavar="MÃ=TÊN", help="Một đơn vị, như VP=Văn phòng; nhiều lần.")
    ] = None,
    login: Annotated[str, typer.Option("--login", help="Tên đăng nhập của quản trị đầu tiên.")] = "",
    person: Annotated[str, typer.Option("--name", help="Họ và tên của quản trị đầu tiên.")] = "",
    format: FormatOption = Format.TEXT,
) -> None:
    """Làm cơ sở dữ liệu thật: cơ quan, đơn vị, quản trị đầu tiên, danh mục kèm theo; thiếu gì thì hỏi.

    Mật khẩu hỏi trên màn hình, hoặc lấy từ biến SOKHCN_PASSWORD.
    """
    if settings.DEMO:
        raise CannotPrepare(NOT_HERE)
    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    must_be_empty()
    told = {"code": code, "name": name, "parent_heading": parent, "symbol": symbol, "seat": seat}
    told |= {"code": _asked(code, "Mã cơ quan"), "name": _asked(name, "Tên cơ quan")}
    told |= {"symbol": _asked(symbol, "Chữ viết tắt trong ký hiệu")}
    agency = {**told, "short": short or told["name"], "heading": told["name"].upper()}
    first = Administrator(
        _asked(login, "Tên đăng nhập của quản trị"), _asked(person, "Họ và tên của quản trị"), secret()
    )
    done = prepare(agency, [_unit(one) for one in unit or ()], first)
    if settings.STATIC_ROOT:
        call_command("collectstatic", verbosity=0, interactive=False)
    _tell(done, format)


def _asked(told: str, question: str) -> str:
    """What was told, or what somebody at the keyboard answers; nothing where nobody sits there."""
    return told or (str(typer.prompt(question)).strip() if sys.stdin.isatty() else "")


def secret() -> str:
    """A password: from the environment, or typed twice; never an option, which others on the machine would see."""
    if told := os.environ.get(PASSWORD, ""):
        return told
    if not sys.stdin.isatty():
        raise CannotPrepare(f"Chưa có mật khẩu: đặt biến {PASSWORD}, hoặc chạy lệnh này ở màn hình để gõ mật khẩu.")
    return str(typer.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Gõ lại mật khẩu"))


def _unit(told: str) -> Mapping[str, str]:
    code, equals, name = (part.strip() for part in told.partition("="))
    if not (code and equals and name):
        raise CannotPrepare(f"Không hiểu đơn vị “{told}”. Viết: --unit 'VP=Văn phòng'")
    return {"code": code, "name": name, "short": name}


def _tell(done: Prepared, format: Format) -> None:
    login = done.administrator.username
    if format is Format.JSON:
        about = {"agency": done.agency.code, "units": done.units, "administrator": login, "shipped": done.shipped}
        tell_json({**about, "database": str(settings.DATABASES["default"]["NAME"])})
        return
    say(f"Đã chuẩn bị {settings.DATABASES['default']['NAME']}: {done.agency.name}, {done.units} đơn vị,")
    say(f"quản trị “{login}”, {done.shipped} dòng danh mục kèm theo chương trình (xem cột Đã kiểm chứng).", "")
    say(*_next(login))


def _next(login: str) -> Sequence[str]:
    return (
        "Việc tiếp theo:",
        "  1. Thêm người, với vai trò của họ:",
        f"     ./sokhcn person set nguyenvana --name 'Nguyễn Văn A' --role 'Người tổng hợp' --by {login}",
        "  2. Danh mục dùng chung: địa bàn, người ký, lịch nghỉ:",
        f"     ./sokhcn import dia-ban TỆP --by {login}",
        "  3. Sổ đang có trong Excel: xuất tệp mẫu, điền, rồi import:",
        "     ./sokhcn template van-ban-tham-muu --out mau.xlsx",
        "  4. Mở trang web, sau một máy chủ HTTPS (docs/guide/quan-tri.md):",
        "     ./sokhcn serve",
        "  5. Sao lưu mỗi đêm:",
        f"     ./sokhcn backup /mnt/o-ngoai --by {login}",
    )
