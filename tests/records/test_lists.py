"""Lists of references are part of a row's history: told with the row, written by the gate, held to it."""

from datetime import date

import pytest
from django.db import connection

from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.history import changes, versions_of
from sokhcn.records.lists import tell
from sokhcn.records.models import Paper, Version
from sokhcn.reports.models import Commitment
from tests.rows import agency, paper, write

pytestmark = pytest.mark.django_db


def commitment(*papers: Paper) -> Commitment:
    row = Commitment(agency=agency(), recorded_on=date(2022, 1, 5), period_code="2022-01", place="1", text="Làm")
    tell(row, {"papers": papers})
    return write(row)


def afters() -> list[list[int]]:
    found = Version.objects.filter(register="reports.commitment").order_by("number")
    return [version.after["papers"] for version in found]


def test_a_list_is_written_with_its_row() -> None:
    one, two = paper("1"), paper("2")
    row = commitment(two, one)
    assert set(row.papers.all()) == {one, two}
    assert afters() == [[one.pk, two.pk]]


def test_a_list_alone_makes_a_version() -> None:
    one, two = paper("1"), paper("2")
    commitment(one)
    row = Commitment.objects.get()
    tell(row, {"papers": [two]})
    write(row)
    assert (list(row.papers.all()), row.version, afters()) == ([two], 2, [[one.pk], [two.pk]])
    after, before = versions_of(row)
    assert [c.heading for c in changes(row, before.after, after.after)] == ["Văn bản"]


def test_a_list_of_which_nothing_is_told_stays() -> None:
    one = paper("1")
    commitment(one)
    row = Commitment.objects.get()
    row.text = "Làm xong"
    write(row)
    assert (list(row.papers.all()), afters()) == ([one], [[one.pk], [one.pk]])


def test_a_list_written_by_hand_is_found() -> None:
    commitment(paper("1"))
    assert (list(altered_rows(Commitment)), list(broken_seals())) == ([], [])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_commitment_papers")
    (found,) = altered_rows(Commitment)
    assert (found.id, found.values["fields"]) == ("history.row", "Văn bản")
