"""The counts beside the registers: those of whoever looks, asked again only where something was written."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue
from sokhcn.reports.holding import held
from tests.rows import OFFICER, advisory, agency, paper, user

pytestmark = pytest.mark.django_db

WRITTEN = tuple(map(catalogue.register, ("van-ban-tham-muu", "van-ban-vien-dan")))


def counted(by: User) -> tuple[list[int], list[Any]]:
    """The two counts, and what was asked of the database for them."""
    with CaptureQueriesContext(connection) as asked:
        counts = held(by, WRITTEN)
    return [counts[register.slug] for register in WRITTEN], [one["sql"] for one in asked]


def test_they_are_asked_once_and_again_of_the_register_that_was_written():
    own = agency()
    by = user(own)
    row = advisory(own)
    assert counted(by)[0] == [1, 0]
    assert len(counted(by)[1]) == 1
    paper()
    counts, asked = counted(by)
    assert (counts, len(asked), "advice_advisorydocument" in asked[1]) == ([1, 1], 2, False)
    with writing(by=OFFICER) as pen:
        pen.trash(row)
    assert counted(by)[0] == [0, 1]


def test_whoever_may_see_other_rows_has_counts_of_their_own():
    mine, other = user(agency(), login="a"), user(agency("KHAC"), login="b")
    advisory(mine.agency)
    assert [counted(by)[0] for by in (mine, other, mine)] == [[1, 0], [0, 0], [1, 0]]


def test_where_the_last_write_is_not_there_any_more_everything_is_counted_anew():
    own = agency()
    by = user(own)
    advisory(own)
    assert counted(by)[0] == [1, 0]
    Batch.objects.filter(pk=Batch.objects.latest("pk").pk).update(seal="khác")
    counts, asked = counted(by)
    assert (counts, "advice_advisorydocument" in asked[-1]) == ([1, 0], True)
