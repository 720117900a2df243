"""The illustrative plans of administrative reform: early in the year, numbered upwards."""

from itertools import pairwise

import pytest

from sokhcn.areas.reform.models import ProcedureTally, ReformPlan
from tests.areas.illustrated import illustrated
from tests.areas.registers import values

pytestmark = pytest.mark.django_db


def test_numbers_rise_through_each_year():
    illustrated("reform")
    for year in (2021, 2022):
        plans = ReformPlan.objects.filter(issued_on__year=year).order_by("issued_on", "pk")
        numbers = [int(plan.symbol.split("/")[0]) for plan in plans]
        assert numbers == sorted(set(numbers))


def test_most_plans_come_in_the_first_quarter_and_none_in_the_january_of_the_files():
    illustrated("reform")
    assert values("reform") == {}
    assert values("reform", "2022-Q1")["plans"] >= values("reform", "2022")["plans"] / 2


def test_what_a_month_leaves_the_next_one_carries_over_and_procedures_change_when_january_is_over():
    illustrated("reform")
    assert ProcedureTally.objects.count() > 300
    for year in (2021, 2022):
        rows = ProcedureTally.objects.filter(to_on__year=year).order_by("procedure", "to_on")
        for before, after in pairwise(rows):
            assert after.procedure_id != before.procedure_id or after.carried == before.pending
    assert values("reform", "2022-02")["procedures"] == values("reform", "2021-12")["procedures"] == 14
    share = values("reform", "2022")["dossiers_in_time"] / values("reform", "2022")["dossiers_settled"]
    assert 0.9 < share < 1
