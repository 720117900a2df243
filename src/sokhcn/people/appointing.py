"""Making people users and changing what they may do: through the gate, so that history tells who let whom do what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import Appointment, User
from sokhcn.records.writing import Actor, writing

UNKNOWN = "Người dùng “{login}” không có trong lịch sử, hoặc được đặt mà không qua phần mềm."
DIFFERS = "Người dùng “{login}” khác với lần giao quyền cuối trong lịch sử, ở: {fields}."
GONE = "Người dùng “{login}” không còn, mà lịch sử không nói ai bỏ."
ADVICE = "Đúng là như vậy thì ghi nhận: ./sokhcn person set {login} --reason …"
HEADINGS: Mapping[str, str] = {
    "name": "Họ và tên",
    "role": "Vai trò",
    "reach": "Phạm vi",
    "agency": "Cơ quan",
    "unit": "Đơn vị",
    "is_active": "Được đăng nhập",
    "is_staff": "Quyền của Django (staff)",
    "is_superuser": "Quyền của Django (superuser)",
}


def appoint(people: Sequence[User], *, by: Actor, reason: str) -> int:
    """Write ``people`` as they are now; returns of how many history did not say so yet."""
    with writing(by=by, reason=reason) as pen:
        for user in people:
            user.save()
        last = _last(user.username for user in people)
        made = [one for one in map(Appointment.of, people) if one.login not in last or _apart(last[one.login], one)]
        for one in made:
            pen.freeze(one)
    return len(made)


def misappointed() -> Iterator[Finding]:
    """Users who are not as the last appointment says, that have none, or that are gone."""
    users = {user.username: Appointment.of(user) for user in User.objects.order_by("pk")}
    last = _last(None)
    for login, now in users.items():
        if login not in last:
            yield must("people.unknown", UNKNOWN, suggestion=ADVICE, login=login)
        elif names := _apart(last[login], now):
            fields = ", ".join(HEADINGS[name] for name in names)
            yield must("people.differs", DIFFERS, suggestion=ADVICE, login=login, fields=fields)
    for login in sorted(last.keys() - users.keys()):
        yield must("people.gone", GONE, login=login)


def _last(logins: Iterable[str] | None) -> dict[str, Appointment]:
    rows = Appointment.objects.order_by("pk")
    return {one.login: one for one in (rows if logins is None else rows.filter(login__in=list(logins)))}


def _apart(one: Appointment, other: Appointment) -> list[str]:
    """In what two appointments of one login differ."""
    return [name for name in HEADINGS if getattr(one, name) != getattr(other, name)]
