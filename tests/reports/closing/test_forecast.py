"""What falls due next is proposed for Part II as a department would say it; what was settled vanishes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from sokhcn.areas.radiation.models import Licence
from sokhcn.people.models import Role
from sokhcn.records.due import DueDate, deadlines
from sokhcn.records.models import Agency, Establishment
from sokhcn.reports.closing.forecast import LATE, forecast
from sokhcn.reports.closing.taking import CannotTake, Plan, drop, take
from sokhcn.reports.models import Commitment
from sokhcn.reports.periods import the_period
from tests.rows import agency, unit, user, write

EXPIRING, NEXT = "radiation.expiring", (date(2022, 1, 15), date(2022, 2, 14))
DAYS = st.dates(date(2021, 12, 1), date(2022, 3, 31))
KEYS = st.sampled_from(["radiation.expiring", "metrology.verification", "programme.due"])


def licence(owner: Agency, number: str, expires_on: date, **told: Any) -> Licence:
    holder = Establishment.objects.first() or write(Establishment(name="Bệnh viện"))
    about = {"agency": owner, "holder": holder, "work": "Sử dụng thiết bị", "recorded_on": date(2021, 1, 5)}
    issued = {"state": "issued", "issued_on": date(2019, 2, 1), "expires_on": expires_on}
    return write(Licence(**{**about, **issued, "number": number, **told}))


class TheForecast(TestCase):
    """A property of any due dates."""

    @settings(max_examples=15, deadline=None)
    @given(st.lists(st.tuples(KEYS, DAYS), max_size=8))
    def test_of_the_next_month_is_what_falls_due_in_it(self, told: list[tuple[str, date]]) -> None:
        owner = agency()
        DueDate.objects.bulk_create(
            DueDate(key=key, register="x", row=n, version=1, due_on=day, agency=owner, title="Việc")
            for n, (key, day) in enumerate(told)
        )
        found = forecast(the_period("2022-01"), owner)
        due = {(row.key, row.row) for group in found if not group.is_late for row in group.rows}
        late = {(row.key, row.row) for group in found if group.is_late for row in group.rows}
        numbered = list(enumerate(told))
        assert due == {(key, n) for n, (key, day) in numbered if NEXT[0] <= day <= NEXT[1]}
        assert late == {(key, n) for n, (key, day) in numbered if day < NEXT[0]}


@pytest.mark.django_db
def test_renewed_and_revoked_licences_vanish_and_the_rest_is_one_sentence() -> None:
    owner = agency()
    rows = [licence(owner, f"0{n}/GP", date(2022, 2, n)) for n in range(1, 5)]
    licence(owner, "09/GP", date(2022, 2, 15))
    licence(owner, "10/GP", date(2025, 2, 1), action="renew", previous=rows[0], issued_on=date(2022, 1, 20))
    rows[1].state, rows[1].ended_on = "revoked", date(2022, 1, 10)
    write(rows[1])
    (group,) = forecast(the_period("2022-01"), owner)
    assert {row.row for row in group.rows} == {rows[2].pk, rows[3].pk}
    said = "Đôn đốc, tiếp nhận hồ sơ gia hạn 02 giấy phép tiến hành công việc bức xạ hết hạn trong tháng 02/2022."
    assert (group.key, group.sentence) == (EXPIRING, said)


@pytest.mark.django_db
def test_a_proposal_is_taken_worded_otherwise_or_left_out() -> None:
    owner = agency()
    licence(owner, "01/GP", date(2022, 2, 4), unit=unit(owner, "QLCN"))
    licence(owner, "02/GP", date(2022, 1, 4))
    by, plan = user(owner, Role.COMPILER, "tonghop"), Plan(the_period("2022-01"), owner)
    row = take(plan, EXPIRING, by=by, text="Gia hạn giấy phép của bệnh viện.")
    assert (row.place, row.text, row.due_on, row.proposed_as) == (
        "1",
        "Gia hạn giấy phép của bệnh viện.",
        date(2022, 2, 4),
        EXPIRING,
    )
    assert row.unit is not None
    assert row.unit.code == "QLCN"
    late = drop(plan, f"{EXPIRING}{LATE}", by=by)
    assert late.text == "Giải quyết dứt điểm 01 việc gia hạn giấy phép tiến hành công việc bức xạ đã quá hạn."
    states = [group.taken.state for group in forecast(plan.period, owner) if group.taken]
    assert states == [Commitment.State.CHOSEN, Commitment.State.DROPPED]
    take(plan, EXPIRING, by=by)  # once more: still one line, still as it was worded
    assert [c.text for c in Commitment.objects.filter(state="chosen")] == ["Gia hạn giấy phép của bệnh viện."]


@pytest.mark.django_db
def test_an_unknown_proposal_a_wrong_text_and_a_stranger_are_refused() -> None:
    owner = agency()
    licence(owner, "01/GP", date(2022, 2, 4))
    by, plan = user(owner, Role.COMPILER, "tonghop"), Plan(the_period("2022-01"), owner)
    with pytest.raises(CannotTake, match="Các đề xuất: radiation"):
        take(plan, "gi-do", by=by)
    with pytest.raises(CannotTake, match="khong"):
        take(plan, EXPIRING, by=by, text="Xem {{ khong.co }}.")
    with pytest.raises(CannotTake, match="không được soạn"):
        take(plan, EXPIRING, by=user(owner))
    assert not Commitment.objects.exists()


def test_every_deadline_is_worded_for_the_plan() -> None:
    for deadline in deadlines():
        said = deadline.promise.format(n="05", period="tháng 02/2022")
        assert "05" in said, deadline.key
        assert "tháng 02/2022" in said, deadline.key
        assert said.endswith("."), deadline.key
