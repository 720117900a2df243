"""Rows without a value stand in the same place on every database."""

from datetime import date

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.ordering import ordered
from tests.rows import advisory, agency, paper

pytestmark = pytest.mark.django_db


def test_a_row_without_a_day_is_before_all_others_and_behind_them_in_the_other_order() -> None:
    owner = agency()
    dated = advisory(owner, paper=paper(issued_on=date(2022, 1, 10)))
    bare = advisory(owner, title="Dự thảo")
    assert list(AdvisoryDocument.objects.order_by(*ordered(("paper__issued_on",)))) == [bare, dated]
    assert list(AdvisoryDocument.objects.order_by(*ordered(("-paper__issued_on",)))) == [dated, bare]
