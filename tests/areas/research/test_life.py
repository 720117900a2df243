"""The whole life of a task, from proposal to liquidation: what figures and the list of what is due say of it."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.research import actions
from sokhcn.areas.research.models import Application, Check, Disbursement, Task
from sokhcn.records.due import DueDate
from sokhcn.records.writing import writing
from tests.areas.registers import agency, establishment, save, ship_terms, values
from tests.areas.research.factories import Officer

pytestmark = pytest.mark.django_db
BY = Officer()
ASKED = ("proposed", "listed", "approved", "managed", "carried_out", "extended", "councils_acceptance", "accepted")
AFTER = ("registered", "recognised", "handed_over", "closed", "disbursed", "advances_open")


def go(task: Task, target: str, **told: Any) -> None:
    with writing(by=BY) as pen:
        actions.take_step(pen, actions.TASKS, task, target, by=BY, **told)


def figures(code: str) -> dict[str, Any]:
    return {key: value for key, value in values("research", code).items() if key in (*ASKED, *AFTER)}


def due() -> dict[str, date]:
    return {row.key.removeprefix("research."): row.due_on for row in DueDate.objects.order_by("due_on", "key")}


def test_from_the_proposal_to_the_liquidation() -> None:
    ship_terms()
    about = {"agency": agency(), "recorded_on": date(2021, 3, 1), "proposed_on": date(2021, 3, 1)}
    task = save(Task(code="ĐT-01", title="Đề tài A", level="provincial", state="proposed", **about))
    assert (figures("2021-03"), due()) == ({"proposed": 1}, {})

    go(task, "determined")
    go(task, "listed", listed_on=date(2021, 5, 4))
    go(task, "selected", selection="competitive", host=establishment(), selected_on=date(2021, 7, 5))
    go(task, "appraised", total_budget=1000, state_budget=800, appraised_on=date(2021, 8, 2))
    go(task, "approved", approved_on=date(2021, 9, 6))
    assert (figures("2021-05"), figures("2021-09")) == ({"listed": 1}, {"approved": 1})
    assert due() == {}

    go(task, "running", started_on=date(2021, 10, 1), ends_on=date(2023, 3, 31))
    assert figures("2021-10") == {"managed": 1, "carried_out": 1}
    contract = {"ending": date(2023, 3, 31), "dossiers": date(2023, 4, 30)}
    assert due() == {"checks_due": date(2022, 10, 1), **contract}

    paid = save(Disbursement(task=task, paid_on=date(2021, 10, 20), amount=300, settle_by=date(2022, 6, 30)))
    assert figures("2021-11") == {"managed": 1, "carried_out": 1, "disbursed": 300, "advances_open": 300}
    save(Check(task=task, held_on=date(2022, 3, 10)))
    assert due() == {"advances": date(2022, 6, 30), "checks_due": date(2023, 3, 10), **contract}
    paid.settled_on = date(2022, 6, 1)
    save(paid)
    assert figures("2022-06") == {"managed": 1, "carried_out": 1}

    told = {"new_end": date(2023, 9, 30), "decided_on": date(2023, 3, 20), "content": "Chờ thu hoạch vụ sau"}
    with writing(by=BY) as pen:
        actions.extend(pen, task, by=BY, **told)
    assert figures("2023-Q2") == {"managed": 1, "carried_out": 1, "extended": 1}
    assert due() == {"checks_due": date(2023, 3, 10), "ending": date(2023, 9, 30), "dossiers": date(2023, 10, 30)}

    go(task, "submitted", submitted_on=date(2023, 10, 12))
    assert due() == {}
    told = {"accepted_on": date(2023, 11, 2), "rating": "pass", "members": 7, "present": 7, "votes_for": 7}
    with writing(by=BY) as pen:
        actions.judge(pen, task, by=BY, **told)
    assert figures("2023-11") == {"managed": 1, "carried_out": 1, "councils_acceptance": 1, "accepted": 1}
    assert due() == {"registrations": date(2023, 12, 2)}

    go(task, "registered", registered_on=date(2023, 11, 20), registration_no="01/ĐKKQ")
    assert due() == {}
    go(task, "recognised", recognised_on=date(2023, 12, 4))
    go(task, "handed_over", handed_over_on=date(2023, 12, 20), receiver="Sở Nông nghiệp")
    go(task, "closed", closed_on=date(2024, 1, 20))
    assert figures("2023-12") == {"managed": 1, "carried_out": 1, "registered": 1, "recognised": 1}
    assert figures("2024-02") == {"carried_out": 1, "closed": 1}
    assert figures("2024-03") == {}

    save(Application(task=task, where="Hợp tác xã A", due_on=date(2024, 12, 31)))
    assert due() == {"applications_due": date(2024, 12, 31)}
