"""A database without what searching needs says so in one sentence, and what to do."""

from unittest import mock

import pytest
from django.db import ProgrammingError, connection

from sokhcn.records import trigrams
from sokhcn.records.trigrams import NoTrigrams, lay, lift

pytestmark = pytest.mark.django_db


def test_the_index_can_be_taken_away_and_laid_again() -> None:
    lift(connection)
    lay(connection)


@pytest.mark.on("postgresql")
def test_a_user_who_may_not_install_the_extension_is_told_whom_to_ask() -> None:
    lift(connection)
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm")
        cursor.execute("CREATE ROLE visitor")
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO visitor")
        cursor.execute("SET LOCAL ROLE visitor")
    with pytest.raises(
        NoTrigrams, match=r"Nhờ người quản trị PostgreSQL .* CREATE EXTENSION pg_trgm; .*postgresql-contrib"
    ):
        lay(connection)


@pytest.mark.on("sqlite")
def test_a_sqlite_without_full_text_search_is_named() -> None:
    lift(connection)
    with (
        mock.patch.object(trigrams, "SQLITE", ("CREATE VIRTUAL TABLE x USING fts5(text, tokenize='nothing')",)),
        pytest.raises(NoTrigrams, match="SQLite trên máy này không có FTS5"),
    ):
        lay(connection)


def test_other_faults_stay_what_they_are() -> None:
    with pytest.raises(
        ProgrammingError if connection.vendor == "postgresql" else Exception, match="records_entry_index"
    ):
        lay(connection)  # it is there
