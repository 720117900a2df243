"""What the box finds: an entry for each live row, written by the gate beside the row, and made again from the rows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from typing import Any
from zlib import crc32

from django.db import connection

from sokhcn.kernel.seeking import EDGE, laid_out
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Agency, Entry
from sokhcn.records.pouring import copy_in

CANCELLED = "cancelled"  # the state of rows that were never carried out: searching finds them no more than trash
AT_ONCE = 500  # removed with one statement: SQLite takes no more than a thousand OR
DAYS, REGISTERS, ROWS = 20, 15, 28  # bits of an entry's key
LAST_ROW = (1 << ROWS) - 1
NOBODY = 0
CALLED = 80  # letters
LISTED = """
INSERT INTO records_entry (id, register, "row", agency, unit, called, text, shown)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
COPIED = 'COPY records_entry (id, register, "row", agency, unit, called, text, shown) FROM STDIN'
MANY = 1000  # entries
AT_ONCE_IN_INDEX = "SET LOCAL gin_pending_list_limit = '64MB'; SET LOCAL work_mem = '64MB'"
INTO_INDEX = "SELECT gin_clean_pending_list('records_entry_index')"
INDEXED = "INSERT INTO records_entry_index (rowid, text) VALUES (%s, %s)"
UNINDEXED = "INSERT INTO records_entry_index (records_entry_index, rowid, text) VALUES ('delete', %s, %s)"

Values = tuple[Any, ...]


def mark_of(label: str) -> int:
    """A register's part in the keys of its entries."""
    return crc32(label.encode()) & (1 << REGISTERS) - 1


def key_of(label: str, row: int, day: date | None) -> int:
    """The later the day the greater the key; of one day, a register's rows stand together in the order of entry."""
    placed = (day or date.min).toordinal() << REGISTERS | mark_of(label)
    return placed << ROWS | row & LAST_ROW


def year_of(key: int) -> int:
    """The year of the day in the key of an entry; 0 where its row has none."""
    day = date.fromordinal(key >> REGISTERS + ROWS)
    return day.year if day != date.min else 0


def keys_of(year: int) -> tuple[int, int]:
    """The keys of a year's entries: from the first of these up to, and without, the second."""
    return date(year, 1, 1).toordinal() << REGISTERS + ROWS, date(year + 1, 1, 1).toordinal() << REGISTERS + ROWS


def folded_of(row: Kept) -> str:
    """What searching looks into, laid out: the row's own texts and those of its owners."""
    return next(folded_texts(type(row), (row,)))


def folded_texts(model: type[Kept], rows: Sequence[Kept]) -> Iterator[str]:
    """As ``folded_of``, of rows of one ``model`` in their order."""
    if not model.searched:
        return repeat("", len(rows))
    found = ([_text_of(getattr(row, name)) for row in rows] for name in model.searched)
    return map(laid_out, zip(*found, strict=True))


def _text_of(value: Any) -> str:
    return value if type(value) is str else value.folded if isinstance(value, Kept) else str(value or "")


def called(text: str) -> str:
    """The beginning of the first of laid out texts."""
    return text[2 : text.index(f" {EDGE}", 2)][:CALLED]


def entry_of(row: Kept) -> Values | None:
    """The entry of a row as the values of its columns; None for one that nobody shall find."""
    return next(entries_of(type(row), (row,)))


def entries_of(model: type[Kept], rows: Iterable[Kept]) -> Iterator[Values | None]:
    """As ``entry_of``, of rows of one ``model`` in their order."""
    label, placed_by, is_part = model._meta.label_lower, model.placed_by, bool(model.part_of)
    placed: dict[date | None, int] = {}  # the day and the register in the keys
    for row in rows:
        held = row.__dict__
        folded = held["folded"]
        if held["trashed_at"] is not None or not folded or not model.found_alone or held.get("state") == CANCELLED:
            yield None
            continue
        day, key = getattr(row, placed_by) if placed_by else None, held["id"]
        if (place := placed.get(day)) is None:
            place = placed[day] = key_of(label, 0, day)
        home = _home_of(row) if is_part else row
        agency, unit = getattr(home, "agency_id", None) or NOBODY, getattr(home, "unit_id", None) or NOBODY
        yield place | key & LAST_ROW, label, key, agency, unit, called(folded), folded, ""


def _home_of(row: Any) -> Any:
    """The row that tells whose ``row`` is: itself, or what it is a part of."""
    while row is not None and row.part_of:
        row = getattr(row, row.part_of, None)
    return row


def entry_of_frozen(row: Frozen) -> Values | None:
    """The entry of a row that never changes, where it wants to be found."""
    if (told := row.found_as()) is None:
        return None
    label = row._meta.label_lower
    agency = Agency.objects.filter(code=told.agency).order_by("-pk").values_list("pk", flat=True).first()
    text = laid_out([*told.names, told.text])
    return key_of(label, row.pk, told.day), label, row.pk, agency or NOBODY, NOBODY, called(text), text, told.text


def replace(entries: dict[tuple[str, int], Values | None], old: Iterable[tuple[str, int]]) -> None:
    """Put ``entries`` of rows in the place of those that ``old`` rows had."""
    gone: dict[str, list[int]] = {}
    for label, row in old:
        gone.setdefault(label, []).append(row)
    for label, rows in gone.items():
        for start in range(0, len(rows), AT_ONCE):
            _remove(Entry.objects.filter(register=label, row__in=rows[start : start + AT_ONCE]))
    put(sorted(entry for entry in entries.values() if entry))


def _remove(entries: Any) -> None:
    if connection.vendor == "sqlite":
        told = list(entries.values_list("pk", "text"))
        with connection.cursor() as cursor:
            cursor.executemany(UNINDEXED, told)
    entries.delete()


def put(entries: list[Values]) -> None:
    """Write ``entries`` in the order of their keys, or SQLite's index begins a new tree with each of them.

    They go past the objects of Django, which cost as much as the index. No trigger fills it: after each one the index
    would be written out, which takes five times as long.
    """
    if not entries:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Into PostgreSQL's index all at once: by 4 MB at a time it is gone through several times as often.
            many = len(entries) >= MANY
            if many:
                cursor.execute(AT_ONCE_IN_INDEX)
            copy_in(cursor, COPIED, entries)
            if many:
                cursor.execute(INTO_INDEX)
        else:
            cursor.executemany(LISTED, entries)
            cursor.executemany(INDEXED, [(entry[0], entry[6]) for entry in entries])
