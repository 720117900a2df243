"""What a unit has in its registers is counted as one would count it row by row, whatever was asked before."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import pytest

from sokhcn.records.models import Agency
from sokhcn.records.placing import placings
from sokhcn.reports.closing.activity import Days, Place, counted
from tests.seed.compiled import loaded

pytestmark = pytest.mark.django_db
DECEMBER, JANUARY = (date(2021, 12, 15), date(2022, 1, 14)), (date(2022, 1, 15), date(2022, 2, 14))
YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def row_by_row(agency: int, windows: Sequence[Days]) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = defaultdict(lambda: [0] * len(windows))
    for placing in placings():
        for row in placing.register.model.objects.all():
            spot = placing.spot(row)
            if spot.agency == agency:
                held = [any(first <= day <= last for day in spot.told) for first, last in windows]
                found[placing.label, spot.unit] = [
                    many + is_held for many, is_held in zip(found[placing.label, spot.unit], held, strict=True)
                ]
    return {place: many for place, many in found.items() if any(many)}


@pytest.mark.parametrize("windows", [[DECEMBER, JANUARY], [JANUARY, YEAR], [YEAR]], ids=["months", "year", "one"])
def test_it_is_what_one_counts_row_by_row(windows: list[Days]) -> None:
    loaded()
    told = [counted(agency.pk, windows) for agency in Agency.objects.all()]
    assert told == [row_by_row(agency.pk, windows) for agency in Agency.objects.all()]
    assert all(len(places) > 5 for places in told)


def test_one_register_is_asked_apart_and_what_has_no_rows_is_not_there() -> None:
    loaded()
    agency = Agency.objects.order_by("pk")[0].pk
    everything = counted(agency, [YEAR])
    one = next(placing for placing in placings() if any(label == placing.label for label, _ in everything))
    assert counted(agency, [YEAR], (one,)) == {
        place: many for place, many in everything.items() if place[0] == one.label
    }
    assert (counted(agency, [YEAR], ()), counted(0, [YEAR])) == ({}, {})
