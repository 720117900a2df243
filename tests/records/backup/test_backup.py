"""Everything comes back from a backup, on both databases, also from one made while others write; or nothing changes."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from sqlite3 import connect
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from sokhcn.people.models import User
from sokhcn.records import store
from sokhcn.records.auditing import altered_frozen, altered_rows, broken_seals, frozen_models, kept_models
from sokhcn.records.backup import sqlite
from sokhcn.records.backup.archive import BadArchive
from sokhcn.records.backup.making import AlreadyThere, make
from sokhcn.records.backup.restoring import NotEmpty, restore
from sokhcn.records.history import snapshot
from sokhcn.records.models import Paper, Version
from tests.own_file import own_database
from tests.rows import agency, paper, user

pytestmark = pytest.mark.django_db(transaction=True)
OWN = b"b\xc3\xa1o c\xc3\xa1o \xc4\x91\xc3\xa3 nh\xe1\xba\xadn"


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A folder for files and, on SQLite, for the database."""
    settings.VAR = tmp_path / "var"
    with own_database(tmp_path):
        yield tmp_path


def filled() -> None:
    """Rows of some registers, a user and a file."""
    user(agency(), login="quantri")
    paper("21")
    paper("22", subject="về việc \\N\t\n“khó chép”")
    store.keep(OWN)


def digests() -> Mapping[str, str]:
    """A SHA-256 of every register and of every file, by its name."""
    told = {}
    for model in kept_models():
        rows = [[row.pk, row.version, snapshot(row)] for row in model.everything.order_by("pk")]
        told[model._meta.label] = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
    history = list(Version.objects.order_by("pk").values_list("register", "row", "number", "after", "batch__seal"))
    files = {sha256: hashlib.sha256(file.read_bytes()).hexdigest() for sha256, file in store.every()}
    return {**told, "history": json.dumps(history, sort_keys=True), "users": str(list(User.objects.values())), **files}


def faults() -> list[str]:
    found = [*broken_seals()]
    found += [fault for model in kept_models() for fault in altered_rows(model)]
    found += [fault for model in frozen_models() for fault in altered_frozen(model)]
    return [str(fault) for fault in found]


def wipe(home: Path) -> None:
    """As if the disk were new."""
    for _, file in store.every():
        file.unlink()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            names = ", ".join(f'"{name}"' for name in connection.introspection.table_names(cursor))
            cursor.execute(f"DROP TABLE {names} CASCADE")
    else:
        connection.close()
        (home / "so.sqlite3").unlink()


def test_everything_comes_back(home: Path) -> None:
    filled()
    before = digests()
    make(home / "a.zip")
    wipe(home)
    done = restore(home / "a.zip")
    assert digests() == before
    assert (done.files, done.migrated, faults()) == (1, False, [])
    paper("23")  # keys go on where they were
    assert Paper.objects.count() == 3


def test_a_backup_made_while_others_write_is_whole(home: Path) -> None:
    filled()
    settings, done = connections["default"].settings_dict, Event()

    def write() -> None:
        connections["default"].settings_dict = settings
        number = 100
        while not done.is_set():
            store.keep(str(number := number + 1).encode())
            paper(str(number))
        connection.close()

    writer = Thread(target=write)
    writer.start()
    try:
        while Paper.objects.count() < 5:
            pass
        make(home / "a.zip")
        at_least = Paper.objects.count()
        while Paper.objects.count() < at_least + 3:  # nobody was held up
            pass
    finally:
        done.set()
        writer.join()
    wipe(home)
    restore(home / "a.zip")
    assert faults() == []
    assert 5 <= Paper.objects.count() <= at_least
    files = {sha256 for sha256, _ in store.every()}
    numbers = [number for number in Paper.objects.values_list("number", flat=True) if int(number) > 100]
    assert {hashlib.sha256(number.encode()).hexdigest() for number in numbers} <= files


def test_what_is_there_is_not_replaced_unasked(home: Path) -> None:
    filled()
    make(home / "a.zip")
    paper("99")
    before = digests()
    with pytest.raises(NotEmpty, match="thêm --replace"):
        restore(home / "a.zip")
    assert digests() == before
    restore(home / "a.zip", replace=True)
    assert set(Paper.objects.values_list("number", flat=True)) == {"21", "22"}


def test_files_that_the_backup_does_not_have_go_when_it_replaces(home: Path) -> None:
    filled()
    make(home / "a.zip")
    store.keep(b"sau")
    restore(home / "a.zip", replace=True)
    assert [file.read_bytes() for _, file in store.every()] == [OWN]


def test_who_was_logged_in_is_not_in_it(home: Path) -> None:
    filled()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_session VALUES ('khoaphien', 'x', '2030-01-01 00:00:00+00')")
    make(home / "a.zip")
    with zipfile.ZipFile(home / "a.zip") as archive:
        assert not [name for name in archive.namelist() if b"khoaphien" in archive.read(name)]


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def spoilt(data: bytes) -> bytes:
    """One byte of the stored database turned round."""
    at = data.index(b"database/") + 200
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (cut, "a.zip không phải bản sao lưu, hoặc bị cắt cụt, bị hỏng."),
        (lambda data: b"", "a.zip không phải bản sao lưu, hoặc bị cắt cụt, bị hỏng."),
        (lambda data: b"%PDF-1.7" * 100, "a.zip không phải bản sao lưu, hoặc bị cắt cụt, bị hỏng."),
        (spoilt, "a.zip bị hỏng ở phần database/"),
    ],
    ids=["cut", "empty", "another file", "one byte"],
)
def test_a_damaged_archive_changes_nothing(home: Path, damage: Callable[[bytes], bytes], said: str) -> None:
    filled()
    make(home / "a.zip")
    before = digests()
    (home / "a.zip").write_bytes(damage((home / "a.zip").read_bytes()))
    with pytest.raises(BadArchive) as refused:
        restore(home / "a.zip", replace=True)
    assert str(refused.value).startswith(said)
    assert (digests(), faults()) == (before, [])
    assert not list(home.glob("*.new*"))


def again(archive: Path, change: Callable[[dict[str, Any]], Any], name: str = "", data: bytes = b"") -> None:
    """The archive with another manifest, and with one part more or with other content."""
    with zipfile.ZipFile(archive) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    parts |= {"manifest.json": json.dumps(manifest).encode(), **({name: data} if name else {})}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as new:
        for one, content in parts.items():
            new.writestr(one, content)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(product="khac"), "không phải bản sao lưu của Sổ KH&CN"),
        (lambda told: told.pop("form"), "không phải bản sao lưu của Sổ KH&CN"),
        (lambda told: told.update(form=2, version="9.0"), "bản chương trình mới hơn (9.0)"),
        (
            lambda told: told.update(version="9.0") or told["migrations"].append(["records", "9999_x"]),
            "bản chương trình 9.0",
        ),
        (lambda told: told.update(vendor="oracle"), "là bản sao lưu của oracle"),
        (lambda told: told["parts"].pop(), "thiếu hoặc thừa phần"),
        (lambda told: told["parts"][0].update(sha256="0" * 64), "không khớp mã băm"),
        (lambda told: told["seals"].update({"records.paper": [9, "x"]}), "không"),
    ],
)
def test_a_foreign_or_newer_archive_is_refused_in_one_sentence(
    home: Path, change: Callable[[dict[str, Any]], Any], said: str
) -> None:
    filled()
    make(home / "a.zip")
    before = digests()
    again(home / "a.zip", change)
    with pytest.raises(BadArchive) as refused:
        restore(home / "a.zip", replace=True)
    assert said in str(refused.value)
    assert (digests(), len(str(refused.value).splitlines())) == (before, 1)


def test_a_zip_of_something_else_is_no_backup(home: Path) -> None:
    with zipfile.ZipFile(home / "a.zip", "w") as archive:
        archive.writestr("thu.txt", "chào")
    with pytest.raises(BadArchive, match="không phải bản sao lưu của Sổ KH&CN"):
        restore(home / "a.zip")


def test_a_backup_is_not_written_over(home: Path) -> None:
    filled()
    make(home / "a.zip")
    with pytest.raises(AlreadyThere, match="không bị ghi đè"):
        make(home / "a.zip")


def test_only_its_owner_may_read_it(home: Path) -> None:
    filled()
    assert make(home / "a.zip").file.stat().st_mode & 0o077 == 0


def test_a_stored_file_that_was_altered_is_told_and_left_out(home: Path) -> None:
    filled()
    ((sha256, file),) = store.every()
    file.chmod(0o644)
    file.write_bytes(b"khac")
    made = make(home / "a.zip")
    assert (made.files, made.damaged) == (0, (sha256,))


@pytest.mark.on("sqlite")
def test_a_database_that_others_have_open_is_not_replaced(home: Path) -> None:
    filled()
    make(home / "a.zip")
    other = connect(home / "so.sqlite3")
    other.execute("SELECT count(*) FROM records_paper").fetchone()
    before = digests()
    with pytest.raises(sqlite.InUse, match="Dừng máy chủ"):
        restore(home / "a.zip", replace=True)
    other.close()
    assert digests() == before


def test_a_backup_of_an_older_program_is_brought_forward(home: Path) -> None:
    filled()
    call_command("migrate", "records", "0001", verbosity=0)  # before entries were laid out to be searched
    make(home / "a.zip")
    wipe(home)
    assert restore(home / "a.zip").migrated
    assert set(Paper.objects.values_list("number", flat=True)) == {"21", "22"}
    assert faults() == []
