"""Who may do what follows from role and agency, and from nothing else."""

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from sokhcn.people.models import Role, User
from sokhcn.people.permissions import COMPILE, KEEP_REGISTERS, PLAN, READ
from sokhcn.records.models import Establishment
from tests.rows import advisory, agency, user

WRITERS = {Role.SPECIALIST, Role.HEAD, Role.COMPILER}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("permission", "roles"),
    [(READ, set(Role)), (KEEP_REGISTERS, WRITERS), (COMPILE, {Role.COMPILER}), (PLAN, {Role.COMPILER})],
)
def test_permissions_of_roles(role: Role, permission: str, roles: set[Role]) -> None:
    assert rules.has_perm(permission, User(role=role)) is (role in roles)


@pytest.mark.parametrize("permission", [KEEP_REGISTERS, COMPILE, PLAN])
def test_an_account_that_is_shut_may_write_nothing(permission: str) -> None:
    assert rules.has_perm(permission, User(role=Role.COMPILER)) is True
    assert rules.has_perm(permission, User(role=Role.COMPILER, is_active=False)) is False


@pytest.mark.parametrize("permission", [READ, KEEP_REGISTERS, COMPILE, PLAN])
def test_whoever_is_not_signed_in_may_do_nothing(permission: str) -> None:
    assert rules.has_perm(permission, AnonymousUser()) is False


@pytest.mark.django_db
def test_officers_keep_rows_of_their_own_agency() -> None:
    ours, others = agency("A"), agency("B")
    officer = user(ours)
    assert officer.has_perm(KEEP_REGISTERS, advisory(ours))
    assert not officer.has_perm(KEEP_REGISTERS, advisory(others))
    assert officer.has_perm(KEEP_REGISTERS, Establishment(name="Cơ sở chung"))
