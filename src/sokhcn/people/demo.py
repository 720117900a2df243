"""The people of the demonstration: one for each role and a head for each unit, without passwords; only demo mode lets
them in."""

from collections.abc import Iterable
from types import MappingProxyType

from sokhcn.people.appointing import appoint
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.models import Agency, Unit

COMPILER, ADMINISTRATOR = "tonghop", "quantri"
HEADS = "truong-"
PEOPLE = (
    ("chuyenvien", "Chuyên viên (minh họa)", Role.SPECIALIST),
    ("truongdonvi", "Trưởng đơn vị (minh họa)", Role.HEAD),
    (COMPILER, "Người tổng hợp (minh họa)", Role.COMPILER),
    ("lanhdao", "Lãnh đạo Sở (minh họa)", Role.LEADER),
    ("vanthu", "Văn thư (minh họa)", Role.CLERK),
    (ADMINISTRATOR, "Quản trị (minh họa)", Role.ADMINISTRATOR),
)
# The compiler brings the books, which have rows of another agency: what must not be counted.
REACHES = MappingProxyType({Role.HEAD: Reach.UNIT, Role.COMPILER: Reach.ALL})


def make_people(agency: Agency | None = None, unit: Unit | None = None) -> None:
    """Make or refresh one user per role, of ``agency`` and ``unit``."""
    there = {user.username: user for user in User.objects.filter(username__in=[login for login, _, _ in PEOPLE])}
    people = [_person(there.get(login), login, name, role) for login, name, role in PEOPLE]
    for user in people:
        user.agency, user.unit = agency, unit
    appoint(people, by=User(username="demo", first_name="Chương trình"), reason="Người dùng minh họa")


def head_of(code: str) -> str:
    """The login of the head of the unit with that code."""
    return f"{HEADS}{code.lower()}"


def make_heads(units: Iterable[Unit]) -> None:
    """Make or refresh a head for each of ``units``."""
    people = []
    for unit in units:
        login, name = head_of(unit.code), f"Trưởng {unit.short} (minh họa)"
        user = _person(User.objects.filter(username=login).first(), login, name, Role.HEAD)
        user.agency, user.unit = unit.agency, unit
        people.append(user)
    appoint(people, by=User(username="demo", first_name="Chương trình"), reason="Người dùng minh họa")


def offered() -> list[tuple[str, str]]:
    """Whom a demonstration lets in, by login, with what they are."""
    heads = User.objects.filter(username__startswith=HEADS, is_active=True).select_related("unit").order_by("pk")
    told = [(user.username, f"{Role.HEAD.label}, {user.unit.short}") for user in heads if user.unit]
    return [*((login, str(role.label)) for login, _, role in PEOPLE), *told]


def _person(there: User | None, login: str, name: str, role: Role) -> User:
    user = there or User(username=login)
    if there is None:
        user.set_unusable_password()
    user.first_name, user.role, user.reach = name, role, REACHES.get(role, Reach.AGENCY)
    return user
