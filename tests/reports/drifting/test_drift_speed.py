"""What it costs to notice that an issued figure moved: it grows with the reports that were issued."""

import sys
from collections.abc import Callable
from datetime import date
from time import perf_counter

import pytest

from sokhcn.reports import drift
from sokhcn.reports.models import Drift
from tests.reports.drifting.drifting import issued, office
from tests.rows import advisory, paper

pytestmark = [pytest.mark.bench, pytest.mark.django_db]


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def test_a_row_written_after_many_reports_were_issued() -> None:
    ours, by = office()
    told = []
    for year in (2020, 2021, 2022):
        for month in range(1, 13):
            issued(ours, by, f"{year}-{month:02}")
        first = seconds(drift.catch_up)
        advisory(ours, state="drafting", recorded_on=date(year, 3, 1))
        none = seconds(drift.catch_up)
        advisory(ours, state="issued", paper=paper(str(year), issued_on=date(year, 12, 10)))
        some = seconds(drift.catch_up)
        told.append(f"{12 * (year - 2019)} issued: first look {first:.2f} s, nothing {none:.2f} s, moved {some:.2f} s")
    sys.stdout.write("\n".join(("", *told, "")))
    assert Drift.objects.exists()
