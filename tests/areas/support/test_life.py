"""The whole life of a support task, of a class with its list, and of a startup: figures and due lists at each step."""

from dataclasses import dataclass
from datetime import date

import pytest

from sokhcn.areas.support.actions import certify_again, count_participants, recognise_again
from sokhcn.areas.support.models import Startup
from sokhcn.areas.support.register import RIGHTS, STARTUPS, TASKS
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible, onward, take_step
from sokhcn.records.writing import writing
from tests.areas.registers import Clerk, save, ship_terms, trash, values
from tests.areas.support.factories import DAY, guidance, participant, payment, startup, task, training

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
    return {day.key.removeprefix("support."): day.due_on for day in DueDate.objects.all()}


def counted(*names):
    found = values("support")
    return tuple(found.get(name, 0) for name in names)


def test_a_task_lives_from_the_proposal_to_the_liquidation():
    flows = ("tasks", "tasks_started", "tasks_completed", "certificates", "disbursed")
    row = task(state="proposed", started_on=None, budget=60, ends_on=date(2022, 9, 1))
    with pytest.raises(NotPossible, match="Từ đây chỉ chuyển sang: Đã phê duyệt, Đang thực hiện, Dừng thực hiện"):
        go(TASKS, row, "completed")
    go(TASKS, row, "approved")
    assert (counted(*flows), due()) == ((0, 0, 0, 0, 0), {})
    with pytest.raises(NotPossible, match="phải ghi “Ngày bắt đầu”"):
        go(TASKS, row, "running")
    row.refresh_from_db()

    go(TASKS, row, "running", started_on=DAY)
    paid = payment(row, due_on=date(2022, 3, 1))
    assert (counted(*flows), due()) == (
        (1, 1, 0, 0, 0),
        {"ending": date(2022, 9, 1), "payments": date(2022, 3, 1)},
    )
    paid.paid_on = DAY
    save(paid)
    assert (counted("disbursed"), due()) == ((30,), {"ending": date(2022, 9, 1)})

    told = {"ended_on": date(2022, 1, 10), "certificate_number": "GCN-1", "certified_on": date(2022, 1, 12)}
    go(TASKS, row, "completed", **told, certificate_expires_on=date(2025, 1, 12))
    assert (counted(*flows), due()) == ((0, 1, 1, 1, 30), {"certificates": date(2025, 1, 12)})
    do(certify_again, row, certificate_number="GCN-2", certificate_expires_on=date(2028, 1, 10))
    assert (counted("certificates"), due()) == ((1,), {"certificates": date(2028, 1, 10)})

    go(TASKS, row, "liquidated", contract_number="1/HĐ")
    assert onward(TASKS, row) == ()
    trash(row)
    assert (counted(*flows), due()) == ((0, 0, 0, 0, 0), {})


@pytest.mark.parametrize(("started_on", "running"), [(DAY, 1), (None, 0)])
def test_a_task_that_was_stopped_ran_only_when_it_had_begun(started_on, running):
    task(state="stopped", started_on=started_on, ended_on=date(2022, 1, 31))
    assert counted("tasks", "tasks_started") == (running, 0)


def test_a_proposal_becomes_a_running_task_on_a_day():
    with pytest.raises(NotPossible, match="phải ghi “Ngày bắt đầu”"):
        go(TASKS, task(state="proposed", started_on=None), "running")


def test_who_is_recognised_while_incubated_is_incubated_no_longer():
    row = startup()
    told = {"recognition_number": "1/GCN", "recognised_on": DAY}
    with pytest.raises(NotPossible, match="phải ghi “Ươm tạo đến”"):
        go(STARTUPS, row, "recognised", **told)
    row.refresh_from_db()
    go(STARTUPS, row, "recognised", **told, incubated_to=DAY)
    assert counted("incubated", "recognised") == (0, 1)


def test_an_application_is_guided_filed_granted_and_runs_out():
    ship_terms()
    row = guidance(subject="Nho A")
    names = ("ip_enterprises", "ip_filed", "ip_filed_marks", "ip_granted")
    assert (counted(*names), due()) == ((1, 0, 0, 0), {})
    with pytest.raises(NotPossible, match="phải ghi “Ngày nộp đơn”"):
        go(RIGHTS, row, "filed")
    row.refresh_from_db()
    go(RIGHTS, row, "filed", filed_on=date(2022, 1, 10), application_number="4-2022-00001")
    assert (counted(*names), due()) == ((1, 1, 1, 0), {})
    go(RIGHTS, row, "accepted")
    go(RIGHTS, row, "granted", granted_on=date(2023, 2, 20), title_number="4-0400001-000")
    found = values("support", "2023-03")
    assert (found["ip_granted"], found.get("ip_filed", 0), due()) == (1, 0, {"titles": date(2032, 1, 10)})
    row.expires_on = date(2033, 1, 10)
    save(row)
    assert due() == {"titles": date(2033, 1, 10)}  # the day that stands on the title wins
    go(RIGHTS, row, "ended")
    assert (counted(*names), due()) == ((1, 1, 1, 0), {})


def test_a_class_is_counted_from_its_list():
    row = training(code="L1", enterprises=7)
    with pytest.raises(NotPossible, match="chưa có danh sách người dự"):
        do(count_participants, row)
    assert counted("class_enterprises") == (7,)
    people = ("enterprise", "A"), ("enterprise", "A"), ("enterprise", "B"), ("official", ""), ("individual", "")
    for number, (kind, body) in enumerate(people):
        participant(row, f"Người {number}", kind, body)
    do(count_participants, row)
    assert counted("classes", "class_enterprises", "class_officials", "class_individuals") == (1, 2, 1, 1)


def test_a_startup_is_incubated_recognised_and_recognised_again():
    row = startup()
    assert counted("incubated", "recognised") == (1, 0)
    assert due() == {}
    go(STARTUPS, row, "graduated", incubated_to=DAY)
    assert (counted("incubated", "recognised"), due()) == ((0, 0), {})
    told = {"recognition_number": "1/GCN", "recognised_on": DAY, "expires_on": date(2022, 1, 12)}
    go(STARTUPS, row, "recognised", **told)
    assert (counted("incubated", "recognised", "recognition_valid"), due()) == (
        (0, 1, 0),
        {"recognitions": date(2022, 1, 12)},
    )
    told = {"recognition_number": "2/GCN", "recognised_on": date(2022, 1, 13), "expires_on": date(2024, 1, 13)}
    new = do(recognise_again, row, **told)
    assert (row.state, new.succeeds, due()) == ("renewed", row, {"recognitions": date(2024, 1, 13)})
    assert counted("incubated", "recognised", "recognition_valid") == (0, 2, 1)
    go(STARTUPS, new, "revoked")
    assert (counted("recognised", "recognition_valid"), due(), Startup.objects.count()) == ((1, 0), {}, 2)
