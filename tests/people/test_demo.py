"""The demonstration has one person per role, and none of them has a password."""

import pytest

from sokhcn.people.demo import COMPILER, make_people
from sokhcn.people.models import Role, User
from tests.rows import agency

pytestmark = pytest.mark.django_db


def test_there_is_one_person_for_each_role_without_password() -> None:
    make_people()
    assert sorted(User.objects.values_list("role", flat=True)) == sorted(Role)
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert User.objects.get(username=COMPILER).role == Role.COMPILER


def test_making_people_again_moves_them_and_keeps_a_password_given_since() -> None:
    make_people()
    person = User.objects.get(username=COMPILER)
    person.set_password("một câu dài hơn mười chữ")
    person.save()
    make_people(agency("SKHCN"))
    person.refresh_from_db()
    assert (User.objects.count(), person.agency.code, person.has_usable_password()) == (len(Role), "SKHCN", True)
