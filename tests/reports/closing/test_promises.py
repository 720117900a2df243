"""Two periods and a third: what was promised, answered, carried over with one identity, and how old it grew."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sokhcn.people.models import Role, User
from sokhcn.records.models import Agency
from sokhcn.reports.closing.answering import CannotAnswer, Said, answer
from sokhcn.reports.closing.promises import Reckoning, Result, reckoning, unanswered
from sokhcn.reports.models import Answer, Commitment, Edition
from sokhcn.reports.periods import the_period
from tests.rows import agency, unit, user, write

pytestmark = pytest.mark.django_db
RANGES = {"2022-02": ("2022-01-15", "2022-02-14"), "2022-03": ("2022-02-15", "2022-03-14")}


def promise(owner: Agency, place: str, text: str = "Làm", code: str = "2022-01", **told: Any) -> Commitment:
    about = {"agency": owner, "recorded_on": date(2022, 1, 14), "period_code": code, "place": place, "text": text}
    return write(Commitment(**{**about, **told}))


def edition(owner: Agency, code: str) -> Edition:
    first, last = (date.fromisoformat(day) for day in RANGES[code])
    regime = {"id": "nd09", "name": "NĐ 09", "basis": "Điều 12", "first_day": 15, "valid_from": "2019-03-12"}
    return Edition(agency=owner.code, period_code=code, number=1, regime=regime, starts_on=first, ends_on=last)


def asked(owner: Agency, code: str) -> Reckoning:
    return reckoning(the_period(code), owner)


def compiler(owner: Agency) -> User:
    return user(owner, Role.COMPILER, "tonghop")


def test_each_thing_of_the_last_plan_is_answered_before_the_next_report_is_handed_in() -> None:
    owner = agency()
    promise(owner, "1", "Trọng tâm:")
    promise(owner, "1.1")
    promise(owner, "1.2")
    promise(owner, "2")
    promise(owner, "3", state="dropped")
    by = compiler(owner)
    assert [one.number for one in asked(owner, "2022-02").promises] == ["1.1", "1.2", "2"]
    assert len(unanswered(edition(owner, "2022-02"))) == 3
    for number, result in (("1.1", Result.DONE), ("1.2", Result.DOING), ("2", Result.DONE)):
        answer(asked(owner, "2022-02"), number, Said(result), by=by)
    assert not unanswered(edition(owner, "2022-02"))
    found = asked(owner, "2022-02")
    assert (found.count(Result.DONE), found.count(Result.DOING), found.share_kept) == (2, 1, Decimal("66.7"))


def test_what_is_carried_over_keeps_one_identity_and_ages() -> None:
    owner = agency()
    office = unit(owner)
    first = promise(owner, "1", "Ký kết chương trình phối hợp", unit=office)
    by = compiler(owner)
    made = answer(asked(owner, "2022-02"), "1", Said(Result.CARRIED, "Bộ chưa bố trí lịch"), by=by).carried
    assert made is not None
    assert (made.period_code, made.text, made.unit, made.due_on) == ("2022-02", first.text, office, date(2022, 3, 14))
    (second,) = asked(owner, "2022-03").promises
    assert (second.commitment, second.root, second.age) == (made, first.pk, 1)
    answer(asked(owner, "2022-03"), "1", Said(Result.CARRIED, "Chờ Bộ"), by=by)
    (third,) = asked(owner, "2022-04").promises
    assert (third.root, third.age) == (first.pk, 2)


def test_an_answer_is_changed_and_what_was_carried_goes() -> None:
    owner = agency()
    promise(owner, "1")
    by = compiler(owner)
    for _ in range(2):
        answer(asked(owner, "2022-02"), "1", Said(Result.CARRIED, "Chờ"), by=by)
    assert Commitment.objects.filter(period_code="2022-02").count() == 1
    answer(asked(owner, "2022-02"), "1", Said(Result.DONE), by=by)
    assert not Commitment.objects.filter(period_code="2022-02").exists()
    assert Answer.objects.get().result == Result.DONE


def test_what_is_being_worked_on_is_asked_again() -> None:
    owner = agency()
    promise(owner, "1")
    by = compiler(owner)
    answer(asked(owner, "2022-02"), "1", Said(Result.DOING), by=by)
    (again,) = asked(owner, "2022-03").promises
    assert (again.number, again.age, again.answer) == ("2022-01/1", 1, None)
    (finding,) = unanswered(edition(owner, "2022-03"))
    assert "2022-01/1" in str(finding)
    answer(asked(owner, "2022-03"), "2022-01/1", Said(Result.DONE), by=by)
    assert not unanswered(edition(owner, "2022-03"))
    assert not asked(owner, "2022-04").promises


@pytest.mark.parametrize("result", [Result.CARRIED, Result.DROPPED])
def test_to_carry_over_or_give_up_takes_a_reason(result: Result) -> None:
    owner = agency()
    promise(owner, "1")
    with pytest.raises(CannotAnswer, match="phải có lý do"):
        answer(asked(owner, "2022-02"), "1", Said(result, " "), by=compiler(owner))
    assert not Answer.objects.exists()


def test_who_may_not_and_what_is_not_there() -> None:
    owner = agency()
    promise(owner, "1")
    with pytest.raises(CannotAnswer, match="không được trả lời"):
        answer(asked(owner, "2022-02"), "1", Said(Result.DONE), by=user(owner))
    with pytest.raises(CannotAnswer, match="Các nhiệm vụ: 1"):
        answer(asked(owner, "2022-02"), "7", Said(Result.DONE), by=compiler(owner))


def test_where_a_longer_report_took_the_place_of_the_month_its_plan_is_answered() -> None:
    owner = agency()
    promise(owner, "1", code="2022-Q1")
    found = asked(owner, "2022-04")
    assert (found.planned.code, [one.number for one in found.promises]) == ("2022-Q1", ["1"])
