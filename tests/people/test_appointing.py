"""What people may do is in the history: a role that somebody changed past it is named."""

from typing import Any

import pytest
from django.db import connection

from sokhcn.people.appointing import appoint, misappointed
from sokhcn.people.models import Appointment, Role, User
from sokhcn.records.auditing import altered_frozen
from tests.rows import OFFICER, agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    user = User(username="cv", first_name="Nguyễn Thị Minh Họa", agency=agency())
    appoint([user], by=OFFICER, reason="Nhận việc")
    return user


def test_an_appointment_is_kept_once_and_who_changed_it(person: User) -> None:
    assert appoint([person], by=OFFICER, reason="Như cũ") == 0
    person.role = Role.HEAD
    assert appoint([person], by=OFFICER, reason="Bổ nhiệm") == 1
    assert [one.role for one in Appointment.objects.order_by("pk")] == ["specialist", "head"]
    assert [*misappointed()] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [({"role": "administrator"}, ["people.differs"]), ({"username": "khac"}, ["people.unknown", "people.gone"])],
)
def test_what_was_set_past_the_history_is_named(person: User, change: dict[str, Any], told: list[str]) -> None:
    User.objects.filter(pk=person.pk).update(**change)
    assert [finding.id for finding in misappointed()] == told


def test_an_appointment_that_was_altered_is_named(person: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_appointment SET role = 'administrator'")
    assert [finding.id for finding in altered_frozen(Appointment)] == ["history.frozen"]
