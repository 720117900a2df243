"""Whoever looks at issued figures may be killed at any statement: no entry is lost, none is written twice."""

from datetime import date
from pathlib import Path

import pytest

from sokhcn.reports import drift
from sokhcn.reports.drifting.mark import mark
from tests.own_file import own_database
from tests.reports.apart import told
from tests.reports.drifting.drifting import JANUARY, entries, issued, office
from tests.rows import advisory, paper

pytestmark = pytest.mark.django_db(transaction=True)


def test_killed_between_any_two_statements_it_leaves_everything_or_nothing(tmp_path: Path) -> None:
    with own_database(tmp_path):
        ours, by = office()
        issued(ours, by, JANUARY)
        drift.catch_up()
        before = mark()
        advisory(ours, state="issued", paper=paper("1", issued_on=date(2022, 1, 10)))
        *killed, lived = told("dying", "drift")
        assert len(killed) > 5
        assert killed == [[0, before]] * len(killed)
        assert lived[0] == len(entries()) > 0
        assert drift.catch_up() == drift.Noticed(0, 0)
