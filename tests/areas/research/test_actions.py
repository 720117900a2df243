"""What decisions and councils do to a task, and when they cannot."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sokhcn.areas.research import actions
from sokhcn.areas.research.examining import not_moved
from sokhcn.areas.research.models import Adjustment, Council, Task
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from tests.areas.registers import values
from tests.areas.research.factories import Officer, task

pytestmark = pytest.mark.django_db
BY, DAY = Officer(), date(2022, 1, 10)


def do(run: Callable[..., None], row: Task, *, by: Officer = BY, **told: Any) -> None:
    with writing(by=by) as pen:
        run(pen, row, by=by, **told)


def test_a_task_is_suspended_goes_on_and_is_terminated_each_by_a_decision() -> None:
    row = task()
    do(actions.suspend, row, decided_on=DAY, content="Dịch bệnh")
    assert Task.objects.get().state == "suspended"
    do(actions.resume, row, decided_on=date(2022, 1, 12))
    do(actions.terminate, row, decided_on=date(2022, 1, 14))
    assert (Task.objects.get().state, row.terminated_on) == ("terminated", date(2022, 1, 14))
    kinds = [adjustment.kind for adjustment in Adjustment.objects.order_by("pk")]
    assert kinds == ["suspension", "resumption", "termination"]
    told = values("research")
    assert (told["suspended"], told["terminated"], "managed" in told) == (1, 1, False)


def test_a_task_that_fails_is_not_accepted_and_goes_only_to_its_liquidation() -> None:
    row = task(state="submitted")
    votes = {"members": 7, "present": 6, "votes_for": 1, "votes_against": 5}
    do(actions.judge, row, accepted_on=DAY, rating="fail", **votes)
    council = Council.objects.get()
    assert (Task.objects.get().state, council.outcome) == ("not_accepted", "unfavourable")
    assert [step.target for step in actions.TASKS.steps if step.source == row.state] == ["closed"]
    assert values("research")["accepted_failed"] == values("research")["managed"] == 1


@pytest.mark.parametrize(
    ("state", "to", "why"),
    [
        ("running", date(2023, 2, 28), r"28/02/2023 không sau thời hạn đang có 28/02/2023"),
        ("submitted", date(2024, 2, 28), "“Đã nộp hồ sơ nghiệm thu” thì không gia hạn được"),
    ],
)
def test_no_extension_that_extends_nothing(state: str, to: date, why: str) -> None:
    row = task(state=state)
    with pytest.raises(NotPossible, match=why):
        do(actions.extend, row, new_end=to, decided_on=DAY)
    assert not Adjustment.objects.exists()


def test_nobody_without_the_right_extends_or_judges() -> None:
    row, nobody = task(), Officer(may=False)
    with pytest.raises(NotPossible, match="Vai trò của bạn"):
        do(actions.extend, row, new_end=date(2024, 1, 1), decided_on=DAY, by=nobody)
    with pytest.raises(NotPossible, match="Vai trò của bạn"):
        do(actions.judge, row, accepted_on=DAY, rating="pass", by=nobody)
    assert not Council.objects.exists()


def test_a_council_out_of_turn_says_what_is_possible() -> None:
    with pytest.raises(NotPossible, match="Từ đây chỉ chuyển sang: Hội đồng đề nghị thực hiện"):
        do(actions.judge, task(state="proposed"), accepted_on=DAY, rating="pass")


def test_a_council_whose_votes_do_not_add_up_leaves_the_task_where_it_was() -> None:
    row = task(state="submitted")
    with pytest.raises(NotPossible, match="Số phiếu nhiều hơn số thành viên có mặt"):
        do(actions.judge, row, accepted_on=DAY, rating="pass", present=3, votes_for=5)
    assert (Task.objects.get().state, Council.objects.exists()) == ("submitted", False)


def test_an_extension_that_the_task_does_not_know_of_is_not_taken() -> None:
    row = task()
    told = Adjustment(task=row, kind="extension", decided_on=DAY, new_end=date(2024, 1, 1))
    (finding,) = not_moved(told, {}, "")
    assert "28/02/2023, chưa đến thời hạn mới 01/01/2024" in str(finding)
    row.extended_to = date(2024, 1, 1)
    asked = Adjustment(task=task(), kind="extension", asked_on=DAY, new_end=date(2024, 1, 1))
    assert [*not_moved(told, {}, ""), *not_moved(asked, {}, "")] == []
