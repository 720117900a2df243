"""Who may do what follows from role, reach and delegation, and from nothing else: on objects and on sets alike."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from sokhcn.areas.radiation.models import WorkerCertificate
from sokhcn.people.models import Delegation, Reach, Role, User
from sokhcn.people.permissions import (
    ANSWER,
    ANSWER_DRIFT,
    APPROVE,
    AUDIT,
    CHECK_FORM,
    CLOSE,
    COMPILE,
    CONFIRM_CHAPTER,
    EXEMPT,
    GATHER,
    HAND_IN,
    ISSUE,
    KEEP_REFERENCE,
    KEEP_REGISTERS,
    KEEP_SIGNED,
    LOCK,
    MANAGE_PEOPLE,
    NUMBER,
    OVERRIDE,
    PLAN,
    READ,
    REOPEN,
    REOPEN_WINDOW,
    RETURN_CHAPTER,
    SEAL,
    SEE_PERSONAL,
    SIGN,
    WRITE_CHAPTER,
    within_reach,
)
from sokhcn.records.models import Agency, Establishment, Unit
from tests.rows import advisory, agency, write, write_all

S, H, C, L, K, A = Role.SPECIALIST, Role.HEAD, Role.COMPILER, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR
MATRIX = {
    READ: {S, H, C, L, K, A},
    KEEP_REGISTERS: {S, H, C},
    KEEP_REFERENCE: {C, A},
    SEE_PERSONAL: {S, H},
    COMPILE: {C},
    PLAN: {C},
    GATHER: {C},
    HAND_IN: {C},
    CHECK_FORM: {H, K},
    APPROVE: {L},
    SIGN: {L, H},
    NUMBER: {K},
    ISSUE: {K},
    REOPEN: {L},
    EXEMPT: {L},
    ANSWER_DRIFT: {C, L},
    SEAL: {K},
    KEEP_SIGNED: {K, C},
    CLOSE: {H, C},
    LOCK: {C},
    REOPEN_WINDOW: {C, L},
    ANSWER: {H, C},
    CONFIRM_CHAPTER: {H},
    RETURN_CHAPTER: {H, C, L},
    WRITE_CHAPTER: {S, H, C},
    OVERRIDE: {H, C},
    AUDIT: {L, A},
    MANAGE_PEOPLE: {A},
}
# Whose row it is, seen from unit 1 of agency A: and who of each reach gets to it.
ROWS = ("A1", "A2", "A-", "B1")
REACHED = {Reach.UNIT: {"A1", "A-"}, Reach.AGENCY: {"A1", "A2", "A-"}, Reach.ALL: {"A1", "A2", "A-", "B1"}}
TODAY = timezone.localdate()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", MATRIX)
def test_permissions_of_roles(role, permission):
    assert rules.has_perm(permission, User(role=role)) is (role in MATRIX[permission])


@pytest.mark.parametrize("permission", MATRIX)
def test_an_account_that_is_shut_and_whoever_is_not_signed_in_may_do_nothing(permission):
    role = min(MATRIX[permission])
    assert rules.has_perm(permission, User(role=role)) is True
    assert rules.has_perm(permission, User(role=role, is_active=False)) is False
    assert rules.has_perm(permission, AnonymousUser()) is False


def unit(code: str, of: Agency) -> Unit:
    return write(Unit(code=code, name=code, short=code, agency=of))


def office():
    """Agencies A and B, units, and an advisory document of each kind in ``ROWS``."""
    ours, others = agency("A"), agency("B")
    one, two, far = unit("1", ours), unit("2", ours), unit("9", others)
    places = {"A1": (ours, one), "A2": (ours, two), "A-": (ours, None), "B1": (others, far)}
    rows = {name: advisory(of, unit=place) for name, (of, place) in places.items()}
    return ours, one, rows


@pytest.mark.django_db
def test_every_role_verb_and_reach_agrees_on_objects_and_on_sets():
    ours, one, rows = office()
    names = {row.pk: name for name, row in rows.items()}
    for role in Role:
        for reach in Reach:
            person = User(role=role, reach=reach, agency=ours, unit=one)
            for permission, roles in MATRIX.items():
                expected = REACHED[reach] if role in roles else set()
                objects = {name for name, row in rows.items() if person.has_perm(permission, row)}
                found = within_reach(type(rows["A1"]).objects.all(), person, permission)
                assert (objects, {names[row.pk] for row in found}) == (expected, expected), (role, reach, permission)


@pytest.mark.django_db
def test_reference_data_are_in_everybodys_reach():
    ours, one, _ = office()
    write(Establishment(name="Cơ sở chung"))
    person = User(role=S, reach=Reach.UNIT, agency=ours, unit=one)
    assert person.has_perm(KEEP_REGISTERS, Establishment.objects.get())
    assert within_reach(Establishment.objects.all(), person).count() == 1
    assert within_reach(Establishment.objects.all(), User(role=S, is_active=False)).count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("first", "last", "acts"), [(0, 0, True), (-5, 5, True), (-5, -1, False), (1, 5, False)])
def test_who_acts_for_somebody_has_their_role_and_reach_while_it_lasts(first, last, acts):
    ours, one, rows = office()
    giver = User.objects.create(username="giao", role=C, reach=Reach.ALL, agency=ours)
    taker = User.objects.create(username="nhan", role=K, reach=Reach.UNIT, agency=ours, unit=one)
    days = {"valid_from": TODAY + timedelta(days=first), "valid_to": TODAY + timedelta(days=last)}
    write(Delegation(giver=giver, taker=taker, reason="đi công tác", **days))
    assert taker.has_perm(COMPILE) is acts
    assert taker.has_perm(KEEP_REGISTERS, rows["B1"]) is acts
    giver.is_active = False
    giver.save()
    assert User.objects.get(pk=taker.pk).has_perm(COMPILE) is False


@pytest.mark.django_db
def test_what_was_given_is_not_given_on():
    ours, _, _ = office()
    people = [User.objects.create(username=role, role=role, agency=ours) for role in (A, C, K)]
    days = {"valid_from": TODAY, "valid_to": TODAY, "reason": "thay"}
    write_all(Delegation(giver=one, taker=two, **days) for one, two in pairwise(people))
    assert people[1].has_perm(MANAGE_PEOPLE)
    assert people[2].has_perm(COMPILE)
    assert not people[2].has_perm(MANAGE_PEOPLE)


@pytest.mark.django_db
def test_personal_data_concern_those_who_keep_the_rows_of_the_unit():
    ours, one, _ = office()
    two = Unit.objects.get(code="2")
    about = {"employer": write(Establishment(name="Bệnh viện")), "recorded_on": date(2022, 1, 5)}
    row = write(WorkerCertificate(agency=ours, unit=one, worker="Trần Văn A", **about))
    assert User(role=S, reach=Reach.UNIT, agency=ours, unit=one).has_perm(SEE_PERSONAL, row)
    assert not User(role=S, reach=Reach.UNIT, agency=ours, unit=two).has_perm(SEE_PERSONAL, row)
    assert not User(role=C, reach=Reach.ALL, agency=ours).has_perm(SEE_PERSONAL, row)
