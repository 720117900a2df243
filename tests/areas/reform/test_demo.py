"""The illustrative plans of administrative reform: early in the year, numbered upwards."""

import pytest

from sokhcn.areas.reform.models import ReformPlan
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
