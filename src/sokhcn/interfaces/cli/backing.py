"""Commands that back everything up into one archive, and put it back."""

import getpass
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from sokhcn.interfaces.cli.here import AUDITOR, ByOption, must_may, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.numerals import number
from sokhcn.people.models import User
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.backup import making, restoring

FOLDER = "sao-luu"
MEGABYTE = 1_000_000


def backup(
    file: Annotated[
        Path | None, typer.Argument(metavar="[TỆP]", help="Tệp hoặc thư mục ghi ra; mặc định trong var/sao-luu.")
    ] = None,
    by: ByOption = AUDITOR,
    format: FormatOption = Format.TEXT,
) -> None:
    """Sao lưu cơ sở dữ liệu và các tệp vào một tệp nén; mọi người vẫn làm việc. Việc của quản trị."""
    must_may(the_user(by), MANAGE_PEOPLE)
    name = making.name_at(timezone.localtime())
    place = file or settings.VAR / FOLDER / name
    started = time.monotonic()
    made = making.make(place / name if place.is_dir() else place)
    seconds = time.monotonic() - started
    if format is Format.JSON:
        tell_json({"file": str(made.file), "bytes": made.size, "files": made.files, "damaged": list(made.damaged)})
        return
    size = f"{max(made.size / MEGABYTE, 0.1):.1f}".replace(".", ",")
    say(f"Đã sao lưu ra {made.file}: cơ sở dữ liệu và {number(made.files)} tệp, {size} MB, {seconds:.0f} giây.")
    say(*(f"Tệp gốc {sha256[:12]}… không còn nguyên, không có trong bản sao lưu." for sha256 in made.damaged))
    say("Tệp này có dữ liệu cá nhân và mật khẩu đã băm: cất ở nơi khác máy này, chỉ quản trị đọc được.")


def restore(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp mà lệnh backup đã ghi.")],
    replace: Annotated[bool, typer.Option("--replace", help="Thay toàn bộ số liệu đang có.")] = False,
    by: ByOption = AUDITOR,
    format: FormatOption = Format.TEXT,
) -> None:
    """Khôi phục từ một bản sao lưu: được tất cả, hoặc không đổi gì. Thay số liệu đang có là việc của quản trị."""
    who = _whoever_may(by) if replace else _of_the_machine()
    done = restoring.restore(file, replace=replace)
    manifest = done.manifest
    if format is Format.JSON:
        about = {"file": str(file), "version": manifest.version, "made_at": manifest.made_at, "by": who}
        tell_json({**about, "database": manifest.vendor, "files": done.files, "migrated": done.migrated})
        return
    made_at = f"{datetime.fromisoformat(manifest.made_at):%H:%M ngày %d/%m/%Y}"
    say(f"Đã khôi phục {file.name}, do Sổ KH&CN {manifest.version} sao lưu lúc {made_at}: {number(done.files)} tệp.")
    say(f"Người khôi phục: {who}. Lịch sử giữ tên người đã ghi từng dòng, không thêm gì.")
    if done.migrated:
        say("Bản sao lưu của chương trình cũ hơn: đã chuyển sang bảng của chương trình này.")
    say("Soát lại: ./sokhcn audit verify")


def _whoever_may(login: str) -> str:
    """An administrator of what is here and would be gone; where nobody can be asked, whoever has the machine."""
    try:
        is_asked = restoring.is_used() and User.objects.filter(is_active=True).exists()
    except DatabaseError:
        is_asked = False  # a wrecked database must not keep its own backup out
    if not is_asked:
        return _of_the_machine()
    user = the_user(login)
    must_may(user, MANAGE_PEOPLE)
    return f"{user} ({user.username})"


def _of_the_machine() -> str:
    """A fresh disk knows nobody: it is restored under the name of the account that runs the command."""
    return f"tài khoản “{getpass.getuser()}” của máy"
