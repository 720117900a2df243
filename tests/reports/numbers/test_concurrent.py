"""An own book under pressure: fifty clerks at once, midnight on New Year's Eve, processes that die on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sokhcn.records.auditing import broken_seals
from sokhcn.reports.models import Outgoing
from tests.own_file import own_database
from tests.reports.apart import told
from tests.reports.numbers.numbered import book, clerk, department, plan, take

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_book(tmp_path: Path) -> Iterator[None]:
    """A department with a book of its own, in a database that other processes reach."""
    with own_database(tmp_path):
        book(department())
        yield


def test_fifty_clerks_at_midnight_leave_no_gap_and_take_nothing_twice() -> None:
    taken = told("many", "50")
    wanted = [[year, number] for year in (2026, 2027) for number in range(1, 26)]
    assert sorted(taken) == wanted
    kept = Outgoing.objects.values_list("year", "number", "dated_on__year")
    assert sorted(map(list, kept)) == [[year, number, year] for year, number in wanted]
    assert list(broken_seals()) == []


def test_killed_between_any_two_statements_a_clerk_leaves_everything_or_nothing() -> None:
    *killed, lived = told("dying", "take")
    assert len(killed) > 5, "the clerk was killed on the way, more than once"
    assert (killed, lived) == ([[0, 0]] * len(killed), [1, 1])
    assert take(plan(), by=clerk()).number == 2
    assert list(broken_seals()) == []
