"""Whoever looks at issued figures may be killed at any statement: no entry is lost, none is written twice."""

from pathlib import Path

import pytest

from sokhcn.reports import drift
from tests.own_file import own_database
from tests.reports.apart import told
from tests.reports.drifting.drifting import JANUARY, entries, issued, office

pytestmark = pytest.mark.django_db(transaction=True)


def test_killed_between_any_two_statements_it_leaves_everything_or_nothing(tmp_path: Path) -> None:
    with own_database(tmp_path):
        ours, by = office()
        issued(ours, by, JANUARY)
        nothing, *killed, lived = told("dying", "drift")
        assert len(killed) > 5
        assert killed == [nothing] * len(killed)
        assert (nothing[0], lived[0]) == (0, len(entries()))
        assert lived[0] > 0
        assert lived[1] > nothing[1]
        assert drift.catch_up() == drift.Noticed(0, 0)
