"""Commands on the people who use the program: who there is, and what each of them may do from now on."""

from enum import StrEnum
from typing import Annotated, Any

import typer
from django.db.models import TextChoices

from sokhcn.interfaces.cli.here import BY, ByOption, Unready, must_may, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.interfaces.cli.preparing import secret
from sokhcn.interfaces.cli.registers import NotTaken
from sokhcn.kernel.folding import fold
from sokhcn.people.appointing import appoint
from sokhcn.people.models import Reach, Role, User
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.models import Unit
from sokhcn.reports.preparing import weak
from sokhcn.reports.staffing import unfit

app = typer.Typer(help="Người dùng: ai được vào, với vai trò và phạm vi nào.", no_args_is_help=True)
ROLES, REACHES = ", ".join(Role.labels), ", ".join(Reach.labels)


class Access(StrEnum):
    """Whether somebody may come in."""

    ON = "on"
    OFF = "off"


@app.command("list")
def list_(by: ByOption = BY, format: FormatOption = Format.TEXT) -> None:
    """Mọi người dùng của cơ quan."""
    people = User.objects.filter(agency=the_agency(the_user(by))).select_related("unit").order_by("username")
    told = [(one.username, str(one), one.get_role_display(), one.get_reach_display(), _unit_of(one)) for one in people]
    active = ["" if one.is_active else "không được vào" for one in people]
    if format is Format.JSON:
        names = ("login", "name", "role", "reach", "unit")
        tell_json(
            [{**dict(zip(names, one, strict=True)), "active": not off} for one, off in zip(told, active, strict=True)]
        )
        return
    rows = [(*one, off) for one, off in zip(told, active, strict=True)]
    show_table(("Tên đăng nhập", "Họ và tên", "Vai trò", "Phạm vi", "Đơn vị", ""), rows)


@app.command("set")
def set_(  # noqa: PLR0913 - each is an option of the command
    login: Annotated[str, typer.Argument(metavar="TÊN", help="Tên đăng nhập; chưa có thì thêm.")],
    name: Annotated[str, typer.Option("--name", help="Họ và tên.")] = "",
    role: Annotated[str, typer.Option("--role", help=f"Vai trò: {ROLES}.")] = "",
    reach: Annotated[str, typer.Option("--reach", help=f"Phạm vi: {REACHES}.")] = "",
    unit: Annotated[str, typer.Option("--unit", metavar="MÃ", help="Đơn vị; dấu - là không thuộc đơn vị nào.")] = "",
    access: Annotated[
        Access | None, typer.Option("--access", help="off: không cho đăng nhập nữa; on: cho lại.")
    ] = None,
    password: Annotated[bool, typer.Option("--password", help="Đặt mật khẩu mới: gõ, hoặc SOKHCN_PASSWORD.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Lý do, ghi vào lịch sử.")] = "",
    by: ByOption = BY,
) -> None:
    """Thêm một người dùng, hoặc đổi vai trò, phạm vi, đơn vị, mật khẩu; ai đổi, lúc nào đều vào lịch sử."""
    manager = the_user(by)
    must_may(manager, MANAGE_PEOPLE)
    there = User.objects.filter(username=login).first()
    user = there or User(username=login, agency=the_agency(manager))
    user.first_name = name or user.first_name
    user.role = _chosen(Role, role) or user.role
    user.reach = _chosen(Reach, reach) or user.reach
    user.unit = _unit(unit, manager) if unit else user.unit
    user.is_active = access is not Access.OFF if access else user.is_active
    _must_be_fit(user, manager)
    if password or there is None:
        _set_password(user)
    changed = appoint([user], by=manager, reason=reason.strip() or f"Giao quyền cho {login}")
    done = "Đã thêm" if there is None else "Đã ghi" if changed or password else "Không đổi gì:"
    say(f"{done} {user} ({login}): {user.get_role_display()}, phạm vi {user.get_reach_display().lower()}.")


def _chosen(kind: type[TextChoices], told: str) -> Any:
    """The value that ``told`` names, by its word or itself."""
    if not told:
        return None
    found = [one for one in kind if fold(told) in (fold(str(one.label)), one.value)]
    if not found:
        raise Unready(f"Không có “{told}”. Chọn một trong: {', '.join(map(str, kind.labels))}.")
    return found[0]


def _unit(code: str, by: User) -> Unit | None:
    if code == "-":
        return None
    unit: Unit | None = Unit.objects.filter(agency=by.agency, code=code).order_by("-pk").first()
    if unit is None:
        raise Unready(f"Không có đơn vị “{code}”. Xem sổ don-vi.")
    return unit


def _must_be_fit(user: User, by: User) -> None:
    if findings := unfit(user, by):
        raise NotTaken("Chưa ghi gì.", tuple(findings))


def _set_password(user: User) -> None:
    told = secret()
    if findings := weak(told, user):
        raise NotTaken("Chưa ghi gì: mật khẩu chưa dùng được.", tuple(findings))
    user.set_password(told)


def _unit_of(user: User) -> str:
    return user.unit.short if user.unit else ""
