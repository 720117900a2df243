"""The demonstration's database: made anew when it is damaged, and left alone when it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from sokhcn.reports import demo
from tests.seed.compiled import DEMO


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker) -> Iterator[Path]:
    """A demo database of its own, in a file."""
    file = tmp_path / "demo.sqlite3"
    with django_db_blocker.unblock():
        own = connections.create_connection("default")
        own.settings_dict = {**own.settings_dict, "NAME": str(file)}
        kept = connections["default"]
        connections["default"] = own
        monkeypatch.setattr(demo, "_database", lambda: file)
        try:
            yield file
        finally:
            own.close()
            connections["default"] = kept


def made(folder: Path) -> None:
    for _ in demo.make_database(folder):
        pass


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 1000])
def test_a_damaged_database_is_not_current(database: Path, damage: bytes):
    made(DEMO)
    assert demo.is_current(DEMO)
    connections["default"].close()
    database.write_bytes(damage)
    assert not demo.is_current(DEMO)
    made(DEMO)
    assert demo.is_current(DEMO)
    assert not list(database.parent.glob("*.new*"))
