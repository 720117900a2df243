"""Illustrative reference data is marked as such and tells no day off twice."""

import pytest

from sokhcn.records import demo
from sokhcn.records.models import CalendarDay, Establishment
from sokhcn.records.scene import MARK
from tests.areas.registers import load_demo
from tests.rows import write_all

pytestmark = pytest.mark.django_db


def test_it_lies_on_top_of_the_register_files():
    load_demo("reform")
    before = CalendarDay.objects.count(), Establishment.objects.count()
    for group in demo.rows(2022, {}):
        write_all(group)
    assert CalendarDay.objects.count() == before[0] + len(demo.DAYS_OFF)
    made = Establishment.objects.order_by("pk")[before[1] :]
    assert len(made) > 250
    assert [row.name for row in made if "minh họa" not in row.name or row.address != MARK] == []
