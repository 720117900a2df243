"""A licence granted, amended, supplemented, extended, expired and replaced: what figures and the due list say."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.radiation import actions
from sokhcn.areas.radiation.actions import BOOK
from sokhcn.areas.radiation.models import Licence
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.lists import tell
from sokhcn.records.stepping import NotPossible, take_step
from sokhcn.records.writing import writing
from tests.areas.radiation.factories import device, facility, licence
from tests.areas.registers import save, ship_terms, values

pytestmark = pytest.mark.django_db

BOSS = User(username="giamdoc", is_superuser=True)
NAMES = ("licences_new", "licences_amended", "licences_renewed", "licences_revoked", "licences_in_force")


def does(verb: Any, old: Licence, day: date | None = None, **told: Any) -> Any:
    about = {"issued_on": day} if day else {}
    with writing(by=BOSS) as pen:
        return verb(pen, old, by=BOSS, **about, **told)


def says(code: str) -> tuple[int, ...]:
    """New, amended, renewed, revoked in the period; in force at its end."""
    found = values("radiation", code)
    return tuple(found.get(name, 0) for name in NAMES)


def due() -> list[tuple[date, str]]:
    rows = DueDate.objects.filter(key__in=("radiation.expiring", "radiation.dossiers"))
    return [(row.due_on, row.title.split(" Giấy phép")[0]) for row in rows]


def test_the_life_of_a_licence() -> None:
    ship_terms()
    at = facility()
    first = licence(state="processing", issued_on=None, received_on=date(2022, 1, 4), number="")
    assert (says("2022-01"), due()) == ((0, 0, 0, 0, 0), [(date(2022, 1, 29), "Giải quyết hồ sơ cấp")])
    with pytest.raises(NotPossible, match="phải ghi “Số giấy phép”"), writing(by=BOSS) as pen:
        take_step(pen, BOOK, Licence.objects.get(), "issued", by=BOSS, issued_on=date(2022, 1, 10))
    does(actions.issue, first, date(2022, 1, 10), number="01/GP-SKHCN")
    tell(first, {"devices": [device("XQ-1", at)]})
    save(first)
    assert (says("2022-01"), due()) == ((1, 0, 0, 0, 1), [(date(2025, 1, 10), "Gia hạn")])

    second = does(actions.amend, first, date(2022, 5, 5), number="02/GP-SKHCN")
    assert (says("2022-05"), due()) == ((0, 1, 0, 0, 1), [(date(2025, 1, 10), "Gia hạn")])
    third = does(actions.supplement, second, date(2022, 6, 6), devices=[device("XQ-2", at)], number="03/GP-SKHCN")
    assert sorted(row.code for row in third.devices.all()) == ["XQ-1", "XQ-2"]
    assert (says("2022-06"), third.expires_on) == ((0, 1, 0, 0, 1), None)
    with pytest.raises(NotPossible, match="không còn hiệu lực: đã thay bằng giấy phép khác"):
        does(actions.amend, first, date(2022, 7, 7))

    fourth = does(actions.renew, third, date(2024, 12, 2), number="04/GP-SKHCN")
    assert (says("2024-12"), due()) == ((0, 0, 1, 0, 1), [(date(2028, 1, 10), "Gia hạn")])
    assert [row.state for row in Licence.objects.order_by("pk")] == ["replaced"] * 3 + ["issued"]

    by_rule = DueDate.objects.get(key="radiation.expiring")
    assert by_rule.term is not None, "the day is not printed on the licence: the rule is named"

    with pytest.raises(NotPossible, match="đến ngày 10/01/2028 mới hết hạn"):
        does(actions.expire, fourth, ended_on=date(2028, 1, 9))
    does(actions.expire, fourth, ended_on=date(2028, 1, 10))
    assert (fourth.ended_on, says("2028-02"), due()) == (date(2028, 1, 10), (0, 0, 0, 0, 0), [])
    with pytest.raises(NotPossible, match="không còn hiệu lực: hết hiệu lực"):
        does(actions.renew, fourth, date(2028, 2, 1))
    # What a licence lasts under the law of 2025 is not known here: its own day says so.
    fifth = does(actions.replace, fourth, date(2028, 2, 2), number="05/GP-SKHCN", expires_on=date(2031, 2, 2))
    assert (says("2028-02"), due(), fourth.state) == ((1, 0, 0, 0, 1), [(date(2031, 2, 2), "Gia hạn")], "replaced")

    does(actions.revoke, fifth, date(2029, 3, 3), number="6/QĐ-SKHCN")
    assert (says("2029-03"), due(), fifth.state) == ((0, 0, 0, 1, 0), [], "revoked")


@pytest.mark.parametrize(
    ("action", "state", "after"),
    [
        ("renew", "issued", "replaced"),
        ("issue", "issued", "replaced"),
        ("issue", "suspended", "replaced"),
        ("revoke", "issued", "revoked"),
    ],
)
def test_a_dossier_that_is_issued_ends_the_licence_it_follows(action: str, state: str, after: str) -> None:
    old = licence(number="01/GP", state=state)
    dossier = licence(action=action, previous=old, state="processing", issued_on=None)
    does(actions.issue, dossier, date(2024, 12, 2), number="02/GP")
    old.refresh_from_db()
    assert (dossier.state, old.state, old.ended_on) == ("issued", after, date(2024, 12, 2))


def test_a_dossier_keeps_the_day_on_which_the_licence_before_ended() -> None:
    old = licence(number="01/GP", state="expired", ended_on=date(2024, 6, 1))
    does(actions.issue, licence(previous=old, state="processing", issued_on=None), date(2024, 12, 2), number="02/GP")
    old.refresh_from_db()
    assert (old.state, old.ended_on) == ("replaced", date(2024, 6, 1))


def test_what_was_revoked_is_not_extended_by_a_dossier_and_nothing_is_written() -> None:
    old = licence(number="01/GP", state="revoked", ended_on=date(2024, 6, 1))
    dossier = licence(action="renew", previous=old, state="processing", issued_on=None)
    with pytest.raises(NotPossible, match="không còn hiệu lực: bị thu hồi"):
        does(actions.issue, dossier, date(2024, 12, 2), number="02/GP")
    dossier.refresh_from_db()
    assert (dossier.state, dossier.number) == ("processing", "")


@pytest.mark.parametrize("state", ["replaced", "revoked", "expired"])
def test_a_licence_does_not_end_without_its_day(state: str) -> None:
    with pytest.raises(NotPossible, match="phải ghi “Ngày hết hiệu lực thực tế”"), writing(by=BOSS) as pen:
        take_step(pen, BOOK, licence(), state, by=BOSS)
