"""The second half of a run takes the tests that use the database, and is told aloud where it cannot be had."""

import subprocess
import sys

import pytest
from django.db import connection

from tests import database, twice
from tests.database import belongs_here

ONE_OF_EACH = """
    import pytest

    @pytest.mark.django_db
    def test_marked(): pass

    def test_given(transactional_db): pass

    def test_plain(): pass

    @pytest.mark.on("sqlite")
    @pytest.mark.django_db
    def test_file(): pass

    @pytest.mark.on("postgresql")
    @pytest.mark.django_db
    def test_server(): pass

    @pytest.mark.on("sqlite", "postgresql")
    @pytest.mark.django_db
    def test_asking(): pass
"""


def test_only_tests_that_use_the_database_are_run_again(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nmarkers = on")
    items = pytester.getitems(ONE_OF_EACH)
    here = "test_file" if connection.vendor == "sqlite" else "test_server"
    for database_only, names in ((True, ["test_marked", "test_given", here, "test_asking"]), (False, None)):
        left = [item.name for item in items if belongs_here(item, database_only)]
        assert left == (names or ["test_marked", "test_given", "test_plain", here, "test_asking"])


def test_of_the_doors_only_those_that_ask_themselves_are_run_again(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makeini("[pytest]\nmarkers = on")
    monkeypatch.setattr(database, "DOORS", pytester.path)
    here = "test_file" if connection.vendor == "sqlite" else "test_server"
    items = pytester.getitems(ONE_OF_EACH)
    assert [item.name for item in items if belongs_here(item, True)] == [here, "test_asking"]
    assert {"test_marked", "test_given", "test_plain"} < {item.name for item in items if belongs_here(item, False)}


def test_without_the_program_the_second_half_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twice, "is_here", lambda name: False)
    monkeypatch.delenv("SOKHCN_ALL", raising=False)
    with twice.server() as there:
        held, told = twice.on_postgres(["no such file"], there)
        assert (held, "NOT RUN" in told, "make system" in told) == (True, True, True)
        monkeypatch.setenv("SOKHCN_ALL", "1")
        assert not twice.on_postgres(["no such file"], there)[0]


def test_migrations_that_fail_fail_the_second_half() -> None:
    failing = twice.Server("", subprocess.Popen([sys.executable, "-c", "raise SystemExit(1)"]))
    assert twice.on_postgres(["no such file"], failing) == (False, "the migrations failed")


def test_a_failure_of_either_half_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(twice, "is_here", lambda name: False)
    monkeypatch.setattr(twice, "run", lambda words, url: (True, "2 passed"))
    monkeypatch.setattr(twice, "on_postgres", lambda words, there: (False, "1 failed"))
    assert twice.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == ["SQLite: 2 passed", "PostgreSQL: 1 failed  <- FAILS"]
