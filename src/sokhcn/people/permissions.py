"""Who may do what: the roles of each permission, and the rows that a person reaches by unit, agency or delegation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import rules
from django.db.models import Q, QuerySet
from django.utils import timezone

from sokhcn.people.models import Delegation, Reach, Role, User

READ = "registers.read"
KEEP_REGISTERS = "registers.keep"
KEEP_REFERENCE = "reference.keep"
SEE_PERSONAL = "personal.see"
COMPILE = "reports.compile"
PLAN = "reports.plan"
GATHER = "reports.gather"
HAND_IN = "reports.submit"
CHECK_FORM = "reports.check_form"
APPROVE = "reports.approve"
SIGN = "reports.sign"
NUMBER = "reports.number"
ISSUE = "reports.issue"
REOPEN = "reports.reopen"
EXEMPT = "reports.exempt"
ANSWER_DRIFT = "reports.answer_drift"
CLOSE = "reports.close"
LOCK = "reports.lock"
REOPEN_WINDOW = "reports.reopen_window"
ANSWER = "reports.answer"
CONFIRM_CHAPTER = "reports.confirm_chapter"
RETURN_CHAPTER = "reports.return_chapter"
WRITE_CHAPTER = "reports.write_chapter"
OVERRIDE = "reports.override"
WAIVE = "reports.waive"
AUDIT = "audit.read"
SEAL = "reports.seal"
KEEP_SIGNED = "reports.keep_signed"
MANAGE_PEOPLE = "people.manage"

WRITERS = frozenset({Role.SPECIALIST, Role.HEAD, Role.COMPILER})
MAY: Mapping[str, frozenset[Role]] = {
    READ: frozenset(Role),
    KEEP_REGISTERS: WRITERS,
    KEEP_REFERENCE: frozenset({Role.COMPILER, Role.ADMINISTRATOR}),
    # Those who keep the rows of the unit that a person's data lie in; reports and lists of others show a mask.
    SEE_PERSONAL: frozenset({Role.SPECIALIST, Role.HEAD}),
    COMPILE: frozenset({Role.COMPILER}),
    PLAN: frozenset({Role.COMPILER}),
    GATHER: frozenset({Role.COMPILER}),
    HAND_IN: frozenset({Role.COMPILER}),
    # Form is checked by whom the office entrusts with it (Decree 30/2020/NĐ-CP, Article 12.2).
    CHECK_FORM: frozenset({Role.HEAD, Role.CLERK}),
    APPROVE: frozenset({Role.LEADER}),
    # Heads of units sign by order or sub-delegation; without a mandate of that day nobody does.
    SIGN: frozenset({Role.LEADER, Role.HEAD}),
    NUMBER: frozenset({Role.CLERK}),
    ISSUE: frozenset({Role.CLERK}),
    REOPEN: frozenset({Role.LEADER}),
    EXEMPT: frozenset({Role.LEADER}),
    ANSWER_DRIFT: frozenset({Role.COMPILER, Role.LEADER}),
    # Number, date and the agency's signature are the clerk's (Decree 30/2020/NĐ-CP, Articles 15 and 17).
    SEAL: frozenset({Role.CLERK}),
    KEEP_SIGNED: frozenset({Role.CLERK, Role.COMPILER}),
    CLOSE: frozenset({Role.HEAD, Role.COMPILER}),
    LOCK: frozenset({Role.COMPILER}),
    REOPEN_WINDOW: frozenset({Role.COMPILER, Role.LEADER}),
    ANSWER: frozenset({Role.HEAD, Role.COMPILER}),
    # Of a chapter that a unit owns, that unit's own people; of one that nobody owns, the agency's.
    CONFIRM_CHAPTER: frozenset({Role.HEAD}),
    RETURN_CHAPTER: frozenset({Role.HEAD, Role.COMPILER, Role.LEADER}),
    WRITE_CHAPTER: WRITERS,
    OVERRIDE: frozenset({Role.HEAD, Role.COMPILER}),
    WAIVE: frozenset({Role.HEAD, Role.COMPILER}),
    AUDIT: frozenset({Role.LEADER, Role.ADMINISTRATOR}),
    MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR}),
}


@dataclass(frozen=True, slots=True)
class Hat:
    """One role that a person acts in, with the rows it reaches; a delegation puts on a second one."""

    role: str
    reach: str
    agency: int | None
    unit: int | None

    def reaches(self, row: Any) -> bool:
        """Whether ``row`` lies within reach: reference data in everybody's, a row without a unit in its agency's."""
        home = home_of(row)
        if home is None or not hasattr(home, "agency_id") or self.reach == Reach.ALL:
            return True
        if home.agency_id not in (None, self.agency):
            return False
        return self.reach == Reach.AGENCY or getattr(home, "unit_id", None) in (None, self.unit)

    def rows(self, way: str, *, have_units: bool) -> Q:
        """The same as a condition on rows whose agency, and unit if they have one, lie behind ``way``."""
        if self.reach == Reach.ALL:
            return Q(pk__isnull=False)
        agency = Q(**{f"{way}agency": self.agency})
        if self.reach == Reach.AGENCY or not have_units:
            return agency
        return agency & (Q(**{f"{way}unit": None}) | Q(**{f"{way}unit": self.unit}))


def hats(user: User, day: date | None = None) -> tuple[Hat, ...]:
    """The person's own role, and those of whom they act for on ``day`` (today); one query, once for each user object.

    Who acts for somebody gets what they have themselves, not what they were given in turn.
    """
    day = day or timezone.localdate()
    known: dict[date, tuple[Hat, ...]] | None = getattr(user, "worn", None)
    if known is None:
        known = user.worn = {}  # asked many times for one page
    if day not in known:
        known[day] = tuple(_hat(person) for person in (user, *_givers(user, day)))
    return known[day]


def counts_as(user: User, day: date | None = None) -> frozenset[str]:
    """The logins of ``user`` and of those for whom they act on ``day`` (today): who acts for somebody is both."""
    givers = _givers(user, day or timezone.localdate())
    return frozenset((user.get_username(), *(giver.get_username() for giver in givers)))


def acts_for(user: User, row: Any, permission: str) -> tuple[User, ...]:
    """Those from whom alone ``user`` has ``permission`` on ``row`` today; nobody where the right is their own."""

    def may(person: User) -> bool:
        hat = _hat(person)
        return hat.role in MAY[permission] and hat.reaches(row)

    if user.pk is None or may(user):
        return ()
    return tuple(giver for giver in _givers(user, timezone.localdate()) if may(giver))


def _givers(user: User, day: date) -> Iterator[User]:
    taken = Delegation.on(day).filter(taker=user.pk, giver__is_active=True).select_related("giver") if user.pk else ()
    return (one.giver for one in taken)


def _hat(user: User) -> Hat:
    return Hat(user.role, user.reach, user.agency_id, user.unit_id)


def home_of(row: Any) -> Any:
    """The record that tells the agency and unit of ``row``: itself, or what it is a part of."""
    while row is not None and getattr(row, "part_of", None):
        row = getattr(row, row.part_of, None)
    return row


def way_home(model: Any) -> str:
    """The lookup from rows of ``model`` to the record that tells their agency and unit; nothing where they tell it."""
    steps = []
    while getattr(model, "part_of", None):
        steps.append(model.part_of)
        model = model._meta.get_field(model.part_of).related_model
    return "__".join(steps)


def may_read(user: User, row: Any) -> bool:
    """Whether ``row`` may be named to ``user``; asks nothing where its owner was fetched along."""
    return bool(user.is_active) and any(hat.role in MAY[READ] and hat.reaches(row) for hat in hats(user))


def reads_all_of(user: User, agency: int | None) -> bool:
    """Whether every row of the agency of that number is within the reach of ``user``: one who looks after it all."""
    worn = (hat for hat in hats(user) if hat.role in MAY[READ])
    return any(hat.reach == Reach.ALL or (hat.reach == Reach.AGENCY and hat.agency == agency) for hat in worn)


def sees_personal(user: User) -> bool:
    """Whether nothing is masked in whatever ``user`` may read: otherwise no order, filter or sum may tell of it."""
    return all(hat.role in MAY[SEE_PERSONAL] for hat in hats(user) if hat.role in MAY[READ])


def within_reach(rows: QuerySet[Any], user: User, permission: str = READ) -> QuerySet[Any]:
    """Those of ``rows`` on which ``user`` has ``permission``; reference data are everybody's to read."""
    model: Any = rows.model
    way = way_home(model)
    for name in way.split("__") if way else ():
        model = model._meta.get_field(name).related_model
    way += "__" if way else ""
    worn = [hat for hat in hats(user) if hat.role in MAY[permission]]
    if not worn or not user.is_active:
        return rows.none()
    names = {field.attname for field in model._meta.fields}
    if "agency_id" not in names:
        return rows
    return rows.filter(Q(*(hat.rows(way, have_units="unit_id" in names) for hat in worn), _connector=Q.OR))


def _may(permission: str) -> Any:
    @rules.predicate(name=f"may {permission}")
    def may(user: User, row: Any = None) -> bool:
        return any(hat.role in MAY[permission] and hat.reaches(row) for hat in hats(user))

    return rules.is_authenticated & rules.is_active & may


RULES = tuple((permission, _may(permission)) for permission in MAY)
