"""Every indicator of tasks and of their parts counts rows, nearly counts others, and never the same one twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from sokhcn.areas.research.models import Adjustment, Application, Check, Council, Disbursement, Product
from sokhcn.kernel.periods import read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.writing import writing
from tests.areas.partition import partitioned
from tests.areas.registers import Clerk, agency, misses
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db
FIRST, LAST = read_period("2022-01", DECREE_09).days
DAY = timedelta(days=1)
AROUND = (FIRST - 16 * DAY, FIRST - DAY, FIRST, LAST, LAST + DAY, LAST + 16 * DAY)
FIELDS = ("proposed_on", "listed_on", "approved_on", "submitted_on", "registered_on", "handed_over_on", "settled_on")


def parts(row: Any, day: date) -> list[Any]:
    return [
        Council(task=row, kind="acceptance", held_on=day),
        Check(task=row, held_on=day),
        Adjustment(task=row, kind="extension", decided_on=day, new_end=date(2024, 1, 1)),
        Adjustment(task=row, kind="content", asked_on=day),
        Adjustment(task=row, kind="suspension", decided_on=day),
        Disbursement(task=row, paid_on=day, amount=1),
        Disbursement(task=row, turn=2, paid_on=FIRST, amount=1, settled_on=max(day, FIRST)),
        Product(task=row, kind="method", name="Quy trình", delivered_on=day),
        Application(task=row, where="A", reported_on=day),
    ]


def test_counted_near_and_rest_part_the_register() -> None:
    other = agency("KHAC")
    for day in AROUND:
        life = {"accepted_on": None, "rating": ""}
        row = task(**dict.fromkeys(FIELDS, day), **life, started_on=day, ends_on=None, settled_budget=5)
        task(state="closed", accepted_on=day, rating="pass", recognised_on=day, closed_on=day)
        task(state="terminated", terminated_on=day, agency=other if day == FIRST else agency())
        task(state="draft", accepted_on=day, started_on=day, ends_on=None)
        with writing(by=Clerk()) as pen:
            pen.save_many(parts(row, day))
    near = partitioned("research")
    assert [key for key, rows in near.items() if not rows and "_" not in key.split(".")[1]] == []
    assert near["research.councils"] == near["research.checks"] == near["research.disbursed"] == 2


def test_what_is_asked_for_and_not_decided_nearly_counts() -> None:
    asked = Adjustment(task=task(), kind="extension", asked_on=LAST)
    with writing(by=Clerk()) as pen:
        pen.save(asked)
    assert misses("research.extended") == [(asked.pk, "mới đề nghị, chưa quyết định")]
