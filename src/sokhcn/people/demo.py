"""The people of the demonstration: one for each role, without passwords; only demo mode lets them in."""

from types import MappingProxyType

from sokhcn.people.appointing import appoint
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.models import Agency, Unit

COMPILER = "tonghop"
PEOPLE = (
    ("chuyenvien", "Chuyên viên (minh họa)", Role.SPECIALIST),
    ("truongdonvi", "Trưởng đơn vị (minh họa)", Role.HEAD),
    (COMPILER, "Người tổng hợp (minh họa)", Role.COMPILER),
    ("lanhdao", "Lãnh đạo Sở (minh họa)", Role.LEADER),
    ("vanthu", "Văn thư (minh họa)", Role.CLERK),
    ("quantri", "Quản trị (minh họa)", Role.ADMINISTRATOR),
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


def _person(there: User | None, login: str, name: str, role: Role) -> User:
    user = there or User(username=login)
    if there is None:
        user.set_unusable_password()
    user.first_name, user.role, user.reach = name, role, REACHES.get(role, Reach.AGENCY)
    return user
