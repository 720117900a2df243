"""The whole life of a key task: begun, extended, overdue, carried over into the next year, done."""

from dataclasses import dataclass
from datetime import date

import pytest

from sokhcn.areas.programme.actions import TASKS, carry_over, complete, extend
from sokhcn.areas.programme.models import Evidence, Extension
from sokhcn.records.due import DueDate
from sokhcn.records.models import Paper
from sokhcn.records.stepping import NotPossible, onward, take_step
from sokhcn.records.writing import writing
from tests.areas.programme.factories import key_task
from tests.areas.registers import Clerk, save, trash, values

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Officer(Clerk):
    def has_perm(self, perm, obj=None):
        return True


BY = Officer()


def go(row, state, **told):
    with writing(by=BY) as pen:
        take_step(pen, TASKS, row, state, by=BY, **told)


def do(verb, row, **told):
    with writing(by=BY) as pen:
        return verb(pen, row, by=BY, **told)


def due():
    return dict(DueDate.objects.values_list("row", "due_on"))


def far(code):
    return {key: value for key, value in values("programme", code).items() if key != "key_tasks"}


def test_a_task_is_extended_carried_over_and_done():
    row = key_task(state="draft", due_on=date(2022, 3, 10), section="I.4 Nghiên cứu khoa học")
    assert (far("2022-03"), due()) == ({}, {})
    go(row, "planned")
    assert (far("2022-03"), due()) == ({"overdue": 1}, {row.pk: date(2022, 3, 10)})
    go(row, "running", started_on=date(2022, 2, 1))
    assert (far("2022-03"), due()) == ({"overdue": 1}, {row.pk: date(2022, 3, 10)})
    with pytest.raises(NotPossible, match="Thời hạn mới phải sau thời hạn cũ"):
        do(extend, row, due_on=date(2022, 3, 1), decided=date(2022, 3, 1))

    go(row, "extension")  # to ask for more time gives none
    assert (far("2022-03"), due()) == ({"overdue": 1}, {row.pk: date(2022, 3, 10)})
    paper = Paper(type="Công văn", number="7", symbol="UBND-VX", issuer="UBND tỉnh", issued_on=date(2022, 3, 8))
    do(extend, row, due_on=date(2022, 9, 30), decided=save(paper), reason="Chờ quy định mới")
    told = Extension.objects.get()
    assert (told.old_due_on, told.new_due_on, told.decision) == (date(2022, 3, 10), row.due_on, paper)
    assert (far("2022-03"), due()) == ({"open_in_time": 1, "extended": 1}, {row.pk: date(2022, 9, 30)})
    assert far("2022-10") == {"overdue": 1, "extended": 1}

    told = {"code": "NV2023-01", "recorded_on": date(2022, 12, 30), "due_on": date(2023, 3, 31)}
    new = do(carry_over, row, **told)
    assert onward(TASKS, row) == ()
    assert (far("2022-12"), due()) == ({"overdue": 1, "extended": 1}, {new.pk: date(2023, 3, 31)})
    assert (far("2023-01"), new.started_on) == ({"carried": 1, "open_in_time": 1}, row.started_on)
    assert new.section == "I.4 Nghiên cứu khoa học"

    do(complete, new, completed_on=date(2023, 2, 1), result="Đã ban hành", evidence=paper)
    assert (far("2023-02"), due()) == ({"carried": 1, "done": 1, "done_in_time": 1}, {})
    assert (Evidence.objects.get().paper, new.progress) == (paper, 100)


def test_a_task_that_is_taken_out_or_trashed_is_neither_counted_nor_waited_for():
    row, other = key_task(due_on=date(2022, 3, 10)), key_task("B", due_on=date(2022, 3, 20))
    assert (values("programme", "2022-04")["overdue"], set(due())) == (2, {row.pk, other.pk})
    go(row, "removed")
    assert (values("programme", "2022-04")["overdue"], set(due())) == (1, {other.pk})
    trash(other)
    assert (values("programme", "2022-04").get("overdue", 0), due()) == (0, {})
