"""A database that is only read takes no write, by whatever way; a pen with a name and a reason opens it for a block."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from sokhcn.people.models import User
from sokhcn.records.closed import OnlyRead, close_for_writing, pen_of
from sokhcn.records.models import Batch, Paper
from sokhcn.records.writing import writing
from tests.own_file import own_database
from tests.rows import OFFICER, paper, unwritten_paper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def closed(tmp_path: Path) -> Iterator[None]:
    """A database with one row, closed."""
    with own_database(tmp_path):
        paper()
        close_for_writing()
        yield


def by_sql(statement: str) -> Callable[[], Any]:
    return lambda: connection.cursor().execute(statement)


def in_a_transaction() -> None:
    with transaction.atomic():
        User.objects.create(username="x")


def through_the_gate() -> None:
    with writing(by=OFFICER) as pen:
        pen.save(unwritten_paper("22"))


def past_django() -> None:
    try:
        connection.ensure_connection()
        connection.connection.execute("DELETE FROM records_version")
    except Exception as error:  # of the driver, not of Django
        raise OnlyRead from error


WAYS: dict[str, Callable[[], Any]] = {
    "a model": lambda: User.objects.create(username="x"),
    "a model in a transaction": in_a_transaction,
    "the gate": through_the_gate,
    "raw SQL": by_sql("UPDATE records_paper SET subject = 'x'"),
    "a table": by_sql("CREATE TABLE x (y integer)"),
    "the driver": past_django,
    "SQLite's switch": by_sql("PRAGMA query_only = OFF"),
    "PostgreSQL's switch": by_sql("SET default_transaction_read_only = off"),
    "PostgreSQL's other switch": by_sql("START TRANSACTION READ WRITE"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nothing_is_written(way: Callable[[], Any]) -> None:
    with pytest.raises(OnlyRead, match="Chỉ được đọc"):
        way()
    assert (User.objects.count(), Batch.objects.count(), Paper.objects.get().subject) == (0, 1, "")


def test_reading_goes_on_in_transactions_too() -> None:
    with transaction.atomic():
        assert Paper.objects.count() == 1


def test_other_faults_are_told_as_they_are() -> None:
    with pytest.raises(DatabaseError):
        by_sql("SELECT x FROM nowhere")()


def test_a_pen_writes_with_its_name_and_reason_and_closes_behind_itself() -> None:
    row = Paper.objects.get()
    row.subject = "về kế hoạch"
    with pen_of(OFFICER, "sửa theo công văn") as pen:
        pen.save(row)
    assert (Paper.objects.get().subject, Batch.objects.latest("pk").reason) == ("về kế hoạch", "sửa theo công văn")
    with pytest.raises(OnlyRead):
        by_sql("UPDATE records_paper SET subject = 'x'")()
