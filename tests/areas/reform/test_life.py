"""The whole life of a plan, of a late dossier and of a document reviewed: figures and due lists at each step."""

from dataclasses import dataclass
from datetime import date

import pytest

from sokhcn.areas.reform.actions import complete
from sokhcn.areas.reform.register import ACTIVITIES, PLANS
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible, take_step
from sokhcn.records.writing import writing
from tests.areas.reform.factories import DAY, late, plan, procedure, review, tally, work
from tests.areas.registers import Clerk, save, trash, values

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Officer(Clerk):
    def has_perm(self, perm, obj=None):
        return True


BY = Officer()


def go(register, row, state, **told):
    with writing(by=BY) as pen:
        take_step(pen, register, row, state, by=BY, **told)


def do(verb, row, **told):
    with writing(by=BY) as pen:
        return verb(pen, row, by=BY, **told)


def due():
    return {day.key.removeprefix("reform."): day.due_on for day in DueDate.objects.all()}


def test_a_plan_is_issued_worked_off_and_done():
    row = plan(state="drafting", kind="procedures")
    first, second = work(row, 1, due_on=date(2022, 1, 3)), work(row, 2, due_on=date(2022, 6, 1))
    assert (values("reform"), due()) == ({}, {})  # nobody waits for the work of a draft

    go(PLANS, row, "issued", issued_on=DAY)
    assert set(DueDate.objects.values_list("due_on", flat=True)) == {date(2022, 1, 3), date(2022, 6, 1)}
    assert values("reform") == {"plans": 1, "work_overdue": 1}
    with pytest.raises(NotPossible, match="phải ghi “Ngày thực hiện xong”"):
        go(ACTIVITIES, first, "done")
    first.refresh_from_db()

    go(ACTIVITIES, first, "done", done_on=DAY)
    assert values("reform") == {"plans": 1, "work_done": 1, "work_late": 1}
    with pytest.raises(NotPossible, match="Kế hoạch còn việc “Việc 2”"):
        do(complete, row, result="Đạt")
    go(ACTIVITIES, second, "cancelled")
    do(complete, row, result="Đạt")
    assert (values("reform"), due()) == ({"plans": 1, "work_done": 1, "work_late": 1}, {})
    trash(row)
    assert values("reform") == {}


def test_work_left_open_stays_due_though_its_plan_is_said_to_be_done():
    row = plan()
    work(row, 1, due_on=date(2022, 1, 3))
    go(PLANS, row, "completed")
    assert (due(), values("reform")["work_overdue"]) == ({"work": date(2022, 1, 3)}, 1)


def test_a_late_dossier_waits_for_its_new_day_until_it_is_settled():
    of = procedure()
    tally(of, pending_late=1)
    row = late(of)
    assert (due(), values("reform")["dossiers_pending_late"]) == ({"dossiers": DAY}, 1)
    row.new_due_on, row.apology = date(2022, 1, 20), "1/XL"
    save(row)
    assert (due(), values("reform")["dossiers_pending_late"]) == ({"dossiers": date(2022, 1, 20)}, 1)
    row.settled_on = date(2022, 1, 19)
    save(row)
    after = {"carried": 2, "received": 0, "received_online": 0, "settled": 2, "settled_in_time": 1, "pending": 0}
    tally(of, from_on=date(2022, 1, 15), to_on=date(2022, 2, 14), **after)
    found = values("reform", "2022-02")
    assert (due(), found["dossiers_late"], found.get("dossiers_pending_late", 0)) == ({}, 1, 0)


def test_a_document_that_is_to_be_replaced_waits_until_it_is():
    row = review(outcome="replace", due_on=date(2022, 6, 1))
    assert due() == {"reviews": date(2022, 6, 1)}
    assert DueDate.objects.get().title == "Thay thế Quyết định số 21/QĐ-UBND ngày 01/03/2015"
    assert values("reform") == {"reviewed": 1, "reviewed_replace": 1}
    row.handled_on = date(2022, 5, 1)
    save(row)
    assert (due(), values("reform"), values("reform", "2022-05")) == ({}, {"reviewed": 1, "reviewed_replace": 1}, {})
    trash(row)
    assert values("reform") == {}


def test_a_procedure_is_published_anew_and_counts_once_on_any_day():
    of = procedure(online="partial", valid_to=date(2022, 1, 31))
    assert (values("reform"), due()) == ({"procedures": 1, "procedures_partial": 1}, {})
    procedure(online="full", valid_from=date(2022, 2, 1))
    assert values("reform") == {"procedures": 1, "procedures_partial": 1}
    assert values("reform", "2022-02") == {"procedures": 1, "procedures_full": 1}
    trash(of)
    assert (values("reform"), values("reform", "2022-02")["procedures"], due()) == ({}, 1, {})
