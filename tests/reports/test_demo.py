"""The demonstration's database: made anew when damaged, left alone when not; and no other database is emptied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from sokhcn.people.demo import COMPILER
from sokhcn.people.models import User
from sokhcn.records.auditing import broken_seals
from sokhcn.records.models import Agency, Paper
from sokhcn.reports import demo, standing
from sokhcn.reports.standing import Taken
from tests.migrated import migrated
from tests.rows import paper
from tests.seed.compiled import DEMO, altered, compiled

in_a_file = pytest.mark.on("sqlite")
on_a_server = pytest.mark.on("postgresql")


@pytest.fixture
def database(tmp_path: Path, django_db_blocker, monkeypatch) -> Iterator[Path]:
    """A demo database of its own, in a file; what migrations would make of an empty one is copied."""
    monkeypatch.setattr(standing, "call_command", copy_of_migrated)
    file = tmp_path / "demo.sqlite3"
    with django_db_blocker.unblock():
        own = connections.create_connection("default")
        own.settings_dict = {**own.settings_dict, "NAME": str(file)}
        kept = connections["default"]
        connections["default"] = own
        try:
            yield file
        finally:
            own.close()
            connections["default"] = kept


def copy_of_migrated(order: str, **_told: int) -> None:
    assert order == "migrate"
    shutil.copyfile(migrated(), connection.settings_dict["NAME"])


def made(folder: Path) -> None:
    for _ in demo.make_database(folder):
        pass


@in_a_file
def test_a_damaged_database_is_not_current(database: Path):
    made(DEMO)
    assert demo.is_current(DEMO)
    connections["default"].close()
    for damage in (b"", b"no database at all" * 1000):
        database.write_bytes(damage)
        assert not demo.is_current(DEMO)
        connections["default"].close()
    made(DEMO)
    assert demo.is_current(DEMO)
    assert not list(database.parent.glob("*.new*"))


def unstamped() -> None:
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON TABLE records_batch IS NULL")


@on_a_server
@pytest.mark.django_db(transaction=True)
def test_on_a_server_the_demonstration_is_emptied_and_filled_again(tmp_path: Path):
    unstamped()
    made(DEMO)
    assert demo.is_current(DEMO)
    other = altered(tmp_path, "van-ban-vien-dan.csv", "UBND tỉnh,10/01/2022", "UBND tỉnh,11/01/2022")
    assert not demo.is_current(other)
    first = compiled().digest
    made(other)
    assert (demo.is_current(other), list(broken_seals())) == (True, [])
    made(DEMO)
    assert compiled().digest == first
    User.objects.filter(username=COMPILER).delete()
    assert not demo.is_current(DEMO)
    unstamped()


@on_a_server
@pytest.mark.django_db(transaction=True)
def test_on_a_server_a_bad_file_leaves_the_demonstration_as_it_was(tmp_path: Path):
    unstamped()
    made(DEMO)
    before = Agency.objects.count()
    bad = altered(tmp_path, "kiem-dinh.csv", "15/12/2021", "15/13/2021")
    with pytest.raises(demo.CannotDemonstrate, match=r"kiem-dinh\.csv"):
        made(bad)
    assert (demo.is_current(DEMO), Agency.objects.count()) == (True, before)
    unstamped()


@on_a_server
@pytest.mark.django_db(transaction=True)
def test_on_a_server_registers_that_are_no_demonstration_are_not_emptied():
    unstamped()
    paper("21")
    with pytest.raises(Taken, match="không phải minh họa"):
        made(DEMO)
    assert Paper.objects.get().number == "21"
