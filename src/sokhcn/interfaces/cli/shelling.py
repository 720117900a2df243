"""The command that opens a Python shell on the registers: to read, or to write with a name and a reason."""

import code
import sys
from functools import partial
from typing import Annotated, Any

import typer
from django.apps import apps
from django.db import connection

from sokhcn.interfaces.cli.here import AUDITOR, must_may, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, tell_json
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.closed import OnlyRead, close_for_writing, pen_of
from sokhcn.records.guard import WrittenOutsideTheGate

READING = "Chỉ đọc. Mọi lệnh ghi đều bị từ chối; muốn ghi: ./sokhcn shell --write --by TÊN --reason LÝ_DO"
WRITING = "{name} mở để ghi, lý do: {reason}\nGhi trong khối: with writing() as pen: pen.save(dòng)"


class NotOpened(Exception):
    """The shell was to be opened for writing without a name or a reason."""


def shell(
    write: Annotated[bool, typer.Option("--write", help="Mở để ghi; phải có --by và --reason.")] = False,
    by: Annotated[str, typer.Option("--by", help="Tên đăng nhập của quản trị.", envvar="SOKHCN_BY")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Lý do ghi; vào lịch sử của mọi dòng được ghi.")] = "",
    command: Annotated[str, typer.Option("--command", "-c", help="Chạy một lệnh rồi thoát.")] = "",
    format: FormatOption = Format.TEXT,
) -> None:
    """Mở Python trên dữ liệu của các sổ, cho quản trị; chỉ đọc, trừ khi mở bằng tên và lý do."""
    if write and not (by and reason.strip()):
        raise NotOpened("Mở để ghi thì phải có tên và lý do: ./sokhcn shell --write --by TÊN --reason LÝ_DO")
    user = the_user(by or AUDITOR)
    must_may(user, MANAGE_PEOPLE)
    names: dict[str, Any] = {model.__name__: model for model in reversed(apps.get_models())}
    names |= {"connection": connection, "__name__": "__main__"}
    banner = READING
    close_for_writing()
    if write:
        names["writing"] = partial(pen_of, user, reason.strip())
        banner = WRITING.format(name=user, reason=reason.strip())
    if format is Format.JSON:
        tell_json({"writes": write, "by": by, "reason": reason})
    if command or not sys.stdin.isatty():
        try:
            exec(command or sys.stdin.read(), names)  # noqa: S102 - to run what one types is what a shell is for
        except WrittenOutsideTheGate as refused:
            raise OnlyRead from refused
        return
    code.interact(banner, local=names, exitmsg="")
