"""What tests begin with is poured in as it was made: no row, no value and no place in the search less."""

import pytest
from django.db import connection, transaction

from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency, Entry, Paper
from sokhcn.records.trigrams import INDEX
from tests.begun import Beginnings, Make, taken_down
from tests.interfaces.web.office import make_office
from tests.rows import agency, paper
from tests.seed.compiled import take

pytestmark = pytest.mark.django_db


def made_once(make: Make = make_office) -> Beginnings:
    """A worker that has made the office; nothing of it is left in the database."""
    known = Beginnings()
    with transaction.atomic():
        known.begin(make)
        assert tuple(taken_down())
        transaction.set_rollback(True)
    assert not tuple(taken_down())
    return known


def test_what_is_poured_in_is_what_was_made() -> None:
    known = made_once()
    known.begin(make_office)
    assert tuple(taken_down()) == known.made[make_office,]


def test_keys_go_on_behind_it() -> None:
    made_once().begin(make_office)
    row = paper("77")
    assert Paper.objects.latest("pk") == row


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_around_it_rows_come_too_that_refer_to_later_ones() -> None:
    made_once(take).begin(take)
    assert DueDate.objects.exclude(agency=None).exists()


@pytest.mark.on("sqlite")
def test_the_index_finds_them() -> None:
    made_once().begin(make_office)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s ORDER BY rowid", ['"tue"'])
        found = [pk for (pk,) in cursor.fetchall()]
    assert found == list(Entry.objects.filter(text__contains="tue").order_by("pk").values_list("pk", flat=True)) != []


def test_where_rows_are_already_it_is_made_through_the_gate() -> None:
    known = made_once()
    agency("KHAC")
    with pytest.raises(Agency.MultipleObjectsReturned):  # two agencies, and the office wants to be the only one
        known.begin(make_office)
