"""The people of the demonstration: one for each role, without passwords; only demo mode lets them in."""

from types import MappingProxyType

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
    for login, name, role in PEOPLE:
        reach = REACHES.get(role, Reach.AGENCY)
        defaults = {"first_name": name, "role": role, "reach": reach, "agency": agency, "unit": unit}
        user, made = User.objects.update_or_create(username=login, defaults=defaults)
        if made:
            user.set_unusable_password()
            user.save(update_fields=["password"])
