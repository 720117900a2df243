"""Conditions on own columns read as Django would write them; everything else is left to Django."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Exists, F, Q

from sokhcn.records.columns import on_own_columns
from sokhcn.records.models import Paper, Unit

DAYS = (date(2022, 1, 1), date(2022, 1, 31))


def query(*holds: Q) -> Any:
    return Paper.everything.filter(*holds).query


@pytest.mark.parametrize(
    "holds",
    [
        Q(number="1"),
        Q(pk=3),
        Q(issued_on__range=DAYS),
        Q(issued_on=None),
        Q(issued_on__isnull=False),
        Q(number__in=["1", "2"]),
        Q(issued_on__lte=DAYS[0]) | Q(issued_on=None, number__gt="1"),
        ~Q(number="1"),
        ~Q(number__in=("1", "2")) & Q(issued_on__gte=DAYS[0]),
    ],
    ids=str,
)
def test_own_columns_read_as_django_writes_them(holds: Q) -> None:
    own = query()
    found = on_own_columns(own, holds)
    assert found is not None
    own.where.add(found, Q.AND)
    assert str(own).replace("(", "").replace(")", "") == str(query(holds)).replace("(", "").replace(")", "")


@pytest.mark.parametrize(
    "holds",
    [
        ~Q(issued_on=DAYS[0]),
        Q(number=F("issuer")),
        Q(issued_on__year=2022) & Q(pk__in=Paper.everything.none()),
        Q(Exists(Unit.everything.all())),
        Q(agency__code="SKHCN"),
        Q(nothing=1),
    ],
    ids=["a negation that NULL would break", "another column", "a query", "a subquery", "another table", "no field"],
)
def test_what_is_left_to_django(holds: Q) -> None:
    assert on_own_columns(query(), holds) is None
