"""What decisions and councils do to a task, and when they cannot."""

from datetime import date

import pytest

from sokhcn.areas.research import actions
from sokhcn.areas.research.models import Adjustment, Council, Task
from sokhcn.records.stepping import NotPossible
from tests.areas.registers import values
from tests.areas.research.factories import Officer, task

pytestmark = pytest.mark.django_db
BY, DAY = Officer(), date(2022, 1, 10)


def test_a_task_is_suspended_goes_on_and_is_terminated_each_by_a_decision() -> None:
    row = task()
    actions.suspend(row, on=DAY, by=BY, content="Dịch bệnh")
    assert Task.objects.get().state == "suspended"
    actions.resume(row, on=date(2022, 1, 12), by=BY)
    actions.terminate(row, on=date(2022, 1, 14), by=BY)
    assert (Task.objects.get().state, row.terminated_on) == ("terminated", date(2022, 1, 14))
    kinds = [adjustment.kind for adjustment in Adjustment.objects.order_by("pk")]
    assert kinds == ["suspension", "resumption", "termination"]
    told = values("research")
    assert (told["suspended"], told["terminated"], "managed" in told) == (1, 1, False)


def test_a_task_that_fails_is_not_accepted_and_goes_only_to_its_liquidation() -> None:
    row = task(state="submitted")
    council = actions.judge(row, on=DAY, rating="fail", by=BY, members=7, present=6, votes_for=1, votes_against=5)
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
        actions.extend(row, to=to, on=DAY, by=BY)
    assert not Adjustment.objects.exists()


def test_nobody_without_the_right_extends_or_judges() -> None:
    row, nobody = task(), Officer(may=False)
    with pytest.raises(NotPossible, match="Vai trò của bạn"):
        actions.extend(row, to=date(2024, 1, 1), on=DAY, by=nobody)
    with pytest.raises(NotPossible, match="Vai trò của bạn"):
        actions.judge(row, on=DAY, rating="pass", by=nobody)
    assert not Council.objects.exists()


def test_a_council_out_of_turn_says_what_is_possible() -> None:
    with pytest.raises(NotPossible, match="Từ đây chỉ chuyển sang: Hội đồng đề nghị thực hiện"):
        actions.judge(task(state="proposed"), on=DAY, rating="pass", by=BY)
