"""The environment chooses the database, and a choice that cannot be read is refused without telling its password."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sokhcn.config.database import POSTGRESQL, SQLITE, database

DEFAULT = Path("var/demo.sqlite3")


def chosen(**environment: str) -> tuple[str, str, str]:
    told = database(environment, DEFAULT)
    return told["ENGINE"], str(told["NAME"]), str(told.get("HOST", ""))


def test_without_a_word_it_is_a_file_in_var() -> None:
    assert chosen() == chosen(DATABASE_URL="", SOKHCN_DATABASE="") == (SQLITE, str(DEFAULT), "")


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("postgresql://so:mat-khau@may:5433/so_khcn", (POSTGRESQL, "so_khcn", "may")),
        ("postgres://so@%2Frun%2Fpostgresql/so_khcn", (POSTGRESQL, "so_khcn", "/run/postgresql")),
        ("sqlite:////srv/so%20moi.sqlite3", (SQLITE, "/srv/so moi.sqlite3", "")),
        ("sqlite://:memory:", (SQLITE, ":memory:", "")),
    ],
)
def test_database_url_chooses(url: str, read: tuple[str, str, str]) -> None:
    assert chosen(DATABASE_URL=url) == read


def test_a_file_may_be_named_alone() -> None:
    assert chosen(SOKHCN_DATABASE="/srv/so.sqlite3") == (SQLITE, "/srv/so.sqlite3", "")
    with pytest.raises(ImproperlyConfigured, match="bỏ một trong hai"):
        chosen(SOKHCN_DATABASE="a", DATABASE_URL="sqlite:///b")


@pytest.mark.parametrize("url", ["so_khcn", "mysql://so:bi-mat@may/so", "postgres://so:bi-mat@may", "postgres://a:b/c"])
def test_what_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="Không dùng được DATABASE_URL") as refusal:
        chosen(DATABASE_URL=url)
    assert "bi-mat" not in str(refusal.value)


def test_both_wait_for_another_writer() -> None:
    server = database({"DATABASE_URL": "postgres://so@may/so?sslmode=require"}, DEFAULT)["OPTIONS"]
    assert (server["sslmode"], "lock_timeout=20s" in server["options"]) == ("require", True)
    assert database({}, DEFAULT)["OPTIONS"]["timeout"] == 20
