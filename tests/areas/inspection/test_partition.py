"""Every indicator of campaigns, their parts and sanctions counts rows, nearly counts others, and none twice."""

from datetime import timedelta

import pytest

from sokhcn.areas.inspection.models import Recommendation, Sample, Sanction, Visit
from sokhcn.kernel.periods import read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.writing import writing
from tests.areas.inspection.factories import campaign, joined, plan
from tests.areas.partition import partitioned
from tests.areas.registers import Clerk, agency, establishment

pytestmark = pytest.mark.django_db
FIRST, LAST = read_period("2022-01", DECREE_09).days
DAY = timedelta(days=1)
AROUND = (FIRST - 16 * DAY, FIRST - DAY, FIRST, LAST, LAST + DAY, LAST + 16 * DAY)


def test_counted_near_and_rest_part_the_register() -> None:
    paper, rows = plan(), []
    for n, day in enumerate(AROUND):
        row = campaign(f"kiểm tra {n}", started_on=day, plan=paper if n % 2 else None)
        over = {"started_on": day, "ended_on": day, "conclusion_on": day}
        campaign(f"thanh tra {n}", kind="inspection", state="reported", **over, establishments_checked=2)
        campaign(f"đột xuất {n}", occasion="unscheduled", state="planned", started_on=day)
        joined(f"liên ngành {n}", started_on=day, agency=agency("KHAC") if n == 2 else agency())
        rows += [
            Visit(campaign=row, establishment=establishment(f"Cơ sở {n}"), visited_on=day),
            Sample(campaign=row, kind="instrument", name="Cân", taken_on=day, number=1),
            Sample(campaign=row, kind="prepackaged", name="Gạo", taken_on=day, number=2, nominal_quantity=1),
            Recommendation(campaign=row, content="Sửa", done_on=day),
        ]
        book = {"agency": agency(), "recorded_on": day, "offender": "Người A", "act": "Hành vi"}
        decided = {"number": f"{n}/QĐ", "decided_on": day}
        rows += [
            Sanction(state="paid", fine=1, paid=1, paid_on=day, **decided, **book),
            Sanction(state="executed", kind="warning", **{**decided, "number": f"W{n}/QĐ"}, **book),
            Sanction(state="proposed", decided_on=day, fine=1, **book),
        ]
    with writing(by=Clerk()) as pen:
        pen.save_many(rows)
    near = partitioned("inspection")
    silent = {"led_specialised", "led_joint", "led_state_checks", "led_unscheduled", "led_planned"}
    assert [key for key, many in near.items() if not many and key.split(".")[1] not in silent] == []
