"""Statements are sent ahead of their answers, and each answer is that of its statement."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, transaction

from sokhcn.records.sending import sent, sent_ahead

pytestmark = pytest.mark.django_db


def test_each_statement_is_answered_in_whatever_order_they_are_read() -> None:
    with sent_ahead():
        first, second = sent(("SELECT %s", ("một",))), sent(("SELECT 2", ()))
        assert (second(), first()) == ([(2,)], [("một",)])
    assert sent(("SELECT 3", ()))() == [(3,)]


@pytest.mark.on("postgresql")
def test_a_server_is_not_waited_for_until_somebody_reads() -> None:
    def ask() -> Iterator[str]:
        with transaction.atomic(), sent_ahead():
            late = sent(("SELECT 1 / 0", ()))
            yield "sent"
            late()

    asking = ask()
    assert next(asking) == "sent"
    with pytest.raises(DatabaseError):
        next(asking)
    assert sent(("SELECT 1", ()))() == [(1,)]


def test_a_faulty_statement_is_an_error_of_the_database_and_leaves_the_connection_usable() -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), sent_ahead():
        sent(("SELECT no_such_column", ()))()
    assert sent(("SELECT 1", ()))() == [(1,)]
