"""Who gives a command, and whether there is a database to ask."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.db import connection

from sokhcn.people.demo import ADMINISTRATOR, COMPILER
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.demo_clock import last_written, standing_at
from sokhcn.reports.refusals import Forbidden, refusal

ByOption = Annotated[str, typer.Option("--by", help="Tên đăng nhập của người ra lệnh.", envvar="SOKHCN_BY")]
BY = COMPILER if settings.DEMO else ""
# History is looked through by others than those who make it.
AUDITOR = ADMINISTRATOR if settings.DEMO else ""


class Unready(Exception):
    """There is no database, or nobody of that name; the message says what to do."""


def the_user(login: str) -> User:
    """The user ``login``, who must belong to an agency. Raises ``Unready``."""
    must_be_there()
    user = User.objects.select_related("agency").filter(username=login, is_active=True).first()
    if user is None or user.agency is None:
        raise Unready(f"Không có người dùng “{login}” thuộc một cơ quan. Ghi tên đăng nhập sau --by.")
    return user


def must_be_there() -> None:
    """Raises ``Unready`` where there is no database of ours."""
    if not _is_there() or User._meta.db_table not in connection.introspection.table_names():
        first = "demo" if settings.DEMO else "prepare"
        raise Unready(f"Chưa có cơ sở dữ liệu {settings.DATABASES['default']['NAME']}. Chạy trước: ./sokhcn {first}")


def clock() -> AbstractContextManager[None]:
    """The clock that a command goes by: the true one, but in a demonstration that of its registers."""
    if not (settings.DEMO and _is_there()):
        return nullcontext()
    was_open = connection.connection is not None
    moment = last_written()
    if not was_open:
        connection.close()  # whether a command asked anything is seen by whether it opened one
    return standing_at(moment)


def _is_there() -> bool:
    """Whether there is a file to ask. SQLite would make an empty one, which the next command would take for ours."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor != "sqlite" or name.startswith(("file:", ":memory:")) or Path(name).exists()


def must_may(user: User, permission: str) -> None:
    """Raises ``Forbidden`` where ``user`` may not do what pages would not let them do either."""
    if why := refusal(user, permission):
        raise Forbidden(f"{user.username}: {why}")


def the_agency(user: User) -> Agency:
    """The agency of a user whom ``the_user`` found."""
    assert user.agency is not None
    return user.agency
