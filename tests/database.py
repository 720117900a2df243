"""A run and its database: ``--database-only`` leaves out tests that use none, ``--count`` keeps the result.

Migrations take ten seconds, so workers take a copy of a database that was migrated once: see ``tests.migrated``. A
password is hashed in a moment: what takes long on purpose tells nothing about the pages behind it.
PostgreSQL drops no database that somebody is in: sessions of processes that tests killed are ended first.

Which tests run on PostgreSQL again: those that use the database, but for the doors' (``tests/interfaces``). A door
translates and calls once, so what it asks has been asked by the tests of the floors below. ``@pytest.mark.on`` says
otherwise: ``on("postgresql")`` or ``on("sqlite")`` for what only one of them has, or what no database changes, and
``on("sqlite", "postgresql")`` for a door that asks in words of its own.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_django
from django.conf import settings
from django.db import connection

from tests.migrated import copied
from tests.needs import ROOT

OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
DOORS = ROOT / "tests" / "interfaces"
FIXTURES = {"db", "transactional_db", "live_server"}
COUNTED = ("failed", "error", "passed", "skipped")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only the tests that another database may change")
    parser.addoption("--count", type=Path, help="a file to write into how many tests passed, failed and were skipped")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[None]:
    """Before Django makes the tests' database: there is one already, or what it is copied from."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), copied():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(OTHERS)


def uses_the_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or FIXTURES & set(getattr(item, "fixturenames", ())))


def belongs_here(item: pytest.Item, database_only: bool) -> bool:
    wanted = item.get_closest_marker("on")
    if wanted and connection.vendor not in wanted.args:
        return False
    if not database_only:
        return True
    return uses_the_database(item) and (wanted is not None or not item.path.is_relative_to(DOORS))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    stays = {item: belongs_here(item, config.getoption("database_only")) for item in items}
    if left_out := [item for item in items if not stays[item]]:
        config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if stays[item]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if file := config.getoption("count"):
        found = {name: len(terminalreporter.stats.get(name, ())) for name in COUNTED}
        file.write_text(", ".join(f"{times} {name}" for name, times in found.items() if times))
