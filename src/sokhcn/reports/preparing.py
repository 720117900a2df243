"""A department's own database made ready: its agency and units, the first administrator, the data that ship."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.appointing import appoint
from sokhcn.people.models import Role, User
from sokhcn.records.models import Agency, Batch, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.keeping import keep
from sokhcn.reports.shipping import ship

Texts = Mapping[str, str]
REASON = "Chuẩn bị cơ sở dữ liệu"


class CannotPrepare(Exception):
    """Nothing was written; ``findings`` say all that is wrong with what was told."""

    def __init__(self, sentence: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who is let in first."""

    login: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What stands now: the agency, how many units, the administrator, how many rows that ship."""

    agency: Agency
    units: int
    administrator: User
    shipped: int


def must_be_empty() -> None:
    """Raises ``CannotPrepare`` where somebody worked in the database already."""
    if Batch.objects.exists() or User.objects.exists():
        raise CannotPrepare("Cơ sở dữ liệu này đã có dữ liệu. Lệnh này chỉ làm trên cơ sở dữ liệu trống, không đổi gì.")


def prepare(agency: Texts, units: Sequence[Texts], first: Administrator) -> Prepared:
    """Write all of it, or raise ``CannotPrepare`` and write nothing."""
    must_be_empty()
    user = User(username=first.login, first_name=first.name, role=Role.ADMINISTRATOR)
    findings = [*misnamed(user), *weak(first.password, user)]
    with transaction.atomic():
        kept = _keep("co-quan", [agency], user, findings)
        user.agency = next((row for row in kept if isinstance(row, Agency)), None)
        told = [{**unit, "agency": agency["code"]} for unit in units] if user.agency else []
        made = _keep("don-vi", told, user, findings)
        if findings or user.agency is None:
            raise CannotPrepare("Chưa ghi gì: còn chỗ phải sửa.", findings)
        user.set_password(first.password)
        appoint([user], by=user, reason=REASON)
        return Prepared(user.agency, len(made), user, ship(by=user))


def _keep(slug: str, told: Sequence[Texts], by: User, findings: list[Finding]) -> list[Agency | Unit]:
    """Rows of a register as its form takes them; what is wrong goes to ``findings``."""
    outcomes = [keep(catalogue.register(slug), None, texts, by=by, reason=REASON) for texts in told]
    findings += [finding for outcome in outcomes for finding in outcome.findings if outcome.row is None]
    return [outcome.row for outcome in outcomes if isinstance(outcome.row, Agency | Unit)]


def misnamed(user: User) -> list[Finding]:
    """What is wrong with the login and the name of ``user``."""
    if not user.username:
        return [must("people.login", "Thiếu tên đăng nhập.")]
    try:
        user.clean_fields(exclude=["password", "agency", "unit"])
    except ValidationError as error:
        if "username" in error.message_dict:
            return [must("people.login", "Tên đăng nhập chỉ gồm chữ, số và @ . + - _, không có dấu cách.")]
        return [must("people.name", "{why}", why=why) for why in error.messages]
    return []


def weak(password: str, user: User) -> list[Finding]:
    """Why ``password`` will not do."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return [must("people.password", "Mật khẩu: {why}", why=why) for why in error.messages]
    return []
