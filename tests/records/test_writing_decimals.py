"""A number of money is kept as the database gives it back, so that nothing looks changed that was not."""

from decimal import Decimal

import pytest

from sokhcn.areas.research.models import Task
from sokhcn.records.auditing import altered_rows
from sokhcn.records.writing import writing
from tests.areas.registers import Clerk
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("told", [850, Decimal("850"), Decimal("850.0"), Decimal("850.000")])
def test_the_same_amount_written_again_is_no_change(told):
    row = task(total_budget=told)
    again = Task.objects.get(pk=row.pk)
    again.total_budget = told
    with writing(by=Clerk()) as pen:
        assert not pen.save(again)
    assert list(altered_rows(Task)) == []
