"""Whatever is written after issue: exactly the issued figures that would be others now have an entry, and no byte of an
issued report changes."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.programme.models import KeyTask
from sokhcn.records.models import Agency, Paper
from sokhcn.records.writing import writing
from sokhcn.reports import drift
from sokhcn.reports.exporting import export
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.models import Drift, Edition
from tests.areas.programme.factories import key_task
from tests.begun import begun
from tests.reports.drifting.drifting import FEBRUARY, JANUARY, entries, issued, office
from tests.rows import OFFICER, advisory, paper, unwritten_paper, write

DAYS = st.integers(-45, 75).map(lambda n: date(2022, 1, 1) + timedelta(n))
STATES = st.sampled_from(("issued", "submitted", "drafting"))
ROWS = st.integers(0, 2)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("new"), DAYS, STATES),
        st.tuples(st.just("paper"), ROWS, DAYS),
        st.tuples(st.just("state"), ROWS, STATES),
        st.tuples(st.just("demand"), ROWS, DAYS),
        st.tuples(st.just("trash"), ROWS, st.booleans()),
        st.tuples(st.just("task"), DAYS, st.booleans()),
        st.just(("look", None, None)),
    ),
    min_size=1,
    max_size=5,
)


def two_months() -> None:
    """Three documents, two reports that were issued, and a first look at them."""
    ours, by = office()
    for n, day in enumerate((date(2021, 12, 20), date(2022, 1, 10), date(2022, 2, 1)), 1):
        advisory(ours, state="issued", paper=write(unwritten_paper(str(n), issued_on=day)), submitted_on=day)
    for code in (JANUARY, FEBRUARY):
        issued(ours, by, code)
    drift.catch_up()


def would_change(editions: list[Edition], ours: Agency) -> set[tuple[str, str, str, Any, Any]]:
    """The issued figures that the whole report, measured anew, gives otherwise."""
    found = set()
    for edition in editions:
        now = figures_for(edition.period, ours).by_key
        for figure in edition.figures():
            for aspect in Drift.Aspect.values:
                was, would_be = getattr(figure, aspect), getattr(now[figure.key], aspect)
                if was != would_be:
                    found.add((edition.label, figure.key, aspect, was, would_be))
    return found


class AnyEdits(TestCase):
    """Django's own test case: hypothesis rolls the database back after each example."""

    ours: Agency

    def edit(self, what: str, first: Any, second: Any) -> None:
        rows = list(AdvisoryDocument.everything.order_by("pk")[:3])
        match what:
            case "new":
                number = str(100 + Paper.everything.count())
                about = {"state": second, "recorded_on": first, "submitted_on": first}
                advisory(self.ours, paper=paper(number, issued_on=first), **about)
            case "paper":
                row = rows[first].paper
                row.issued_on = second
                write(row, reason="sửa")
            case "state":
                rows[first].state = second
                write(rows[first], reason="sửa")
            case "demand":
                rows[first].due_on = rows[first].submitted_on = second
                write(rows[first], reason="sửa")
            case "trash":
                with writing(by=OFFICER, reason="sửa") as pen:
                    pen.trash(rows[first], restore=second)
            case "task":
                key_task(f"N{KeyTask.everything.count()}", agency=self.ours, recorded_on=first)
            case "look":
                drift.catch_up()

    @settings(suppress_health_check=list(HealthCheck), max_examples=12)
    @given(EDITS)
    def test_entries_are_those_that_measuring_everything_anew_gives(self, edits: list[tuple[str, Any, Any]]) -> None:
        begun(two_months)
        self.ours = Agency.objects.get()
        editions = list(Edition.objects.order_by("period_code"))
        kept = [(one.digest, export(one, "json").data, export(one, "txt").data) for one in editions]
        for one in edits:
            self.edit(*one)
        drift.catch_up()
        assert plain(entries()) == plain(would_change(editions, self.ours))
        again = [Edition.objects.get(pk=one.pk) for one in editions]
        assert kept == [(one.proof(), export(one, "json").data, export(one, "txt").data) for one in again]


def plain(found: set[Any]) -> set[Any]:
    """Values as text: an entry keeps a decimal as its digits."""
    return {(*one[:3], str(one[3]), str(one[4])) for one in found}


pytestmark = pytest.mark.django_db
