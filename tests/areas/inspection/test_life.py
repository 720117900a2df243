"""A campaign from the plan to the paid fine: what figures and the list of what is due say of it at each step."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.inspection import actions
from sokhcn.areas.inspection.models import Campaign, Recommendation, Sample, Sanction, Violation, Visit
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from tests.areas.inspection.factories import Officer, plan
from tests.areas.registers import agency, establishment, save, ship_terms, values

pytestmark = pytest.mark.django_db
BY = Officer()


def go(row: Any, target: str, **told: Any) -> None:
    book = actions.CAMPAIGNS if isinstance(row, Campaign) else actions.SANCTIONS
    with writing(by=BY) as pen:
        actions.take_step(pen, book, row, target, by=BY, **told)


def due() -> dict[str, date]:
    return {row.key.removeprefix("inspection."): row.due_on for row in DueDate.objects.order_by("due_on", "key")}


def test_from_the_plan_to_the_paid_fine() -> None:
    ship_terms()
    about = {"agency": agency(), "kind": "inspection", "title": "thanh tra xăng dầu", "plan": plan("1")}
    row = save(Campaign(code="TT-01", recorded_on=date(2021, 12, 1), planned_on=date(2022, 3, 1), **about))
    assert (values("inspection", "2022-03"), due()) == ({}, {"planned": date(2022, 3, 1)})

    go(row, "decided", basis=plan("2"), team_head="Trưởng đoàn A")
    assert (values("inspection", "2022-03"), due()) == ({}, {"planned": date(2022, 3, 1)})
    go(row, "ongoing", started_on=date(2022, 3, 1), conclusion_due_on=date(2022, 4, 20))
    running = {"led": 1, "led_inspections": 1, "led_planned": 1}
    assert (values("inspection", "2022-03"), due()) == ({**running, "ongoing": 1}, {})

    good, bad = establishment("Cửa hàng A"), establishment("Hộ kinh doanh B")
    day = {"campaign": row, "visited_on": date(2022, 3, 8)}
    save(Visit(establishment=good, outcome="compliant", **day))
    save(Visit(establishment=bad, subject="individual", outcome="violating", **day))
    about = {"campaign": row, "establishment": bad}
    save(Sample(kind="instrument", name="Cột đo", taken_on=date(2022, 3, 8), quantity=6, failed=1, **about))
    found = save(Violation(act="Dùng cột đo sai", found_on=date(2022, 3, 8), handling="proposed", **about))
    seen = {"visited": 2, "instruments_checked": 6, "samples_failed": 1}
    assert values("inspection", "2022-03") == {**running, **seen, "ongoing": 1}
    assert due() == {"limitation": date(2023, 3, 8)}

    with writing(by=BY) as pen:
        actions.conclude(pen, row, by=BY, ended_on=date(2022, 3, 14), result="đã lập biên bản")
    checked = {"establishments_checked": 2, "organisations_checked": 1, "individuals_checked": 1}
    assert values("inspection", "2022-03") == {**running, **seen, **checked, "violators": 1, "violations": 1}
    assert due() == {"conclusions": date(2022, 4, 20), "limitation": date(2023, 3, 8)}

    fine = actions.sanction(found, number="05/QĐ-XPHC", on=date(2022, 3, 21), by=BY, fine=7_500_000)
    assert (Violation.objects.get().handling, Sanction.objects.get().state) == ("sanctioned", "decided")
    with pytest.raises(NotPossible, match="Vi phạm này đã xử lý: Đã xử phạt"):
        actions.sanction(found, number="06/QĐ-XPHC", on=date(2022, 3, 22), by=BY, fine=1)
    told = {"sanctions": 1, "sanctions_fine": 1, "fines": 7_500_000}
    assert values("inspection", "2022-04") == told
    assert due() == {"payments": date(2022, 3, 31), "conclusions": date(2022, 4, 20)}

    go(row, "reported", conclusion_on=date(2022, 4, 12))
    save(Recommendation(campaign=row, content="Kiểm định lại cột đo", due_on=date(2022, 5, 30)))
    assert values("inspection", "2022-04") == {**told, "reported": 1}
    with writing(by=BY) as pen:
        actions.pay(pen, fine, by=BY, paid_on=date(2022, 4, 1))
    assert values("inspection", "2022-04") == {**told, "reported": 1, "fines_paid": 7_500_000}
    assert due() == {"recommendations": date(2022, 5, 30)}

    go(fine, "executed", executed_on=date(2022, 4, 4))
    with writing(by=BY) as pen:
        asked = Recommendation.objects.get()
        asked.done_on = date(2022, 5, 20)
        pen.save(asked)
    assert (values("inspection", "2022-Q2")["recommendations_done"], due()) == (1, {})
    go(row, "closed")
    assert due() == {}
    assert {key: values("inspection", "2022")[key] for key in ("led", "fines", "fines_paid", "violators")} == {
        "led": 1,
        "fines": 7_500_000,
        "fines_paid": 7_500_000,
        "violators": 1,
    }
