"""Whether what is made of the rows is what the rows make: texts and entries to search, and due dates, reckoned again.

None of these is in the history, for all of it can be made anew; altered by hand it hides a row, or a day, all the same.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.auditing import AT_ONCE, FEW, chunks
from sokhcn.records.due import Deadline, DueDate, deadlines
from sokhcn.records.indexed import entry_of, entry_of_frozen, folded_of
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Entry
from sokhcn.records.reckoning import differing
from sokhcn.records.refolding import with_owners

ENTRY = ("id", "register", "row", "agency", "unit", "called", "text", "shown")
FOUND = "Dòng {id} của {register}: phần để tra cứu khác với nội dung của dòng."
STRAY = "Tra cứu có dòng {id} của {register}, mà sổ không có dòng ấy hoặc dòng ấy không được tra cứu."
DAY = "Dòng {id} của {register}: hạn “{deadline}” ghi {kept}, tính lại từ sổ là {made}."
NO_RULE = "Bảng hạn có {rows} dòng của việc “{key}”, mà không sổ nào có việc ấy."
AGAIN, RECKON = "Làm lại: ./sokhcn reindex.", "Làm lại: ./sokhcn term reckon."


def misfound(model: type[Kept], but: Collection[int] = ()) -> Iterator[Finding]:
    """Rows of ``model`` that searching finds otherwise than they are, or not at all; and entries of no row.

    Nothing is said of those in ``but``, which were altered themselves.
    """
    label, about = model._meta.label_lower, model._meta.verbose_name
    found: set[int] = set()
    for rows in chunks(with_owners(model).order_by("pk"), AT_ONCE):
        doubted = [row.pk for row in _misfound(label, rows) if row.pk not in but]
        again = with_owners(model).filter(pk__in=doubted) if doubted else ()
        for row in _misfound(label, list(again)):
            yield must("derived.search", FOUND, suggestion=AGAIN, id=row.pk, register=about)
        found.update(row.pk for row in rows)
    yield from _strays(label, about, found)


def misfound_frozen(model: type[Frozen]) -> Iterator[Finding]:
    """The same of rows that never change, where they are searched at all."""
    if model.found_as is Frozen.found_as:
        return
    label, about = model._meta.label_lower, model._meta.verbose_name
    found: set[int] = set()
    for rows in chunks(model._base_manager.order_by("pk"), FEW):
        told = _entries(label, rows)
        for row in rows:
            if entry_of_frozen(row) != told.get(row.pk):
                yield must("derived.search", FOUND, suggestion=AGAIN, id=row.pk, register=about)
        found.update(row.pk for row in rows)
    yield from _strays(label, about, found)


def _misfound(label: str, rows: Sequence[Any]) -> list[Any]:
    told = _entries(label, rows)
    return [row for row in rows if row.folded != folded_of(row) or entry_of(row) != told.get(row.pk)]


def _entries(label: str, rows: Sequence[Any]) -> dict[int, tuple[Any, ...]]:
    keys = [row.pk for row in rows]
    if not keys:
        return {}
    entries = Entry.objects.filter(register=label, row__gte=min(keys), row__lte=max(keys))
    return {entry[2]: entry for entry in entries.values_list(*ENTRY)}


def _strays(label: str, about: Any, found: set[int]) -> Iterator[Finding]:
    for row in Entry.objects.filter(register=label).order_by("row").values_list("row", flat=True):
        if row not in found:
            yield must("derived.stray", STRAY, suggestion=AGAIN, id=row, register=about)


def misdue(deadline: Deadline) -> Iterator[Finding]:
    """Days of ``deadline`` that are not what the rows and the rules make them."""
    about: dict[str, Any] = {"register": deadline.model._meta.verbose_name, "deadline": deadline.label}
    for row, there, made in differing(deadline):
        told = {"kept": _said(there, made), "made": _said(made, there)}
        yield must("derived.due", DAY, suggestion=RECKON, id=row, **told, **about)


def ruleless() -> Iterator[Finding]:
    """Days of things that nothing declares."""
    keys = DueDate.objects.exclude(key__in=[deadline.key for deadline in deadlines()]).values_list("key", flat=True)
    for key in sorted(set(keys)):
        rows = DueDate.objects.filter(key=key).count()
        yield must("derived.rule", NO_RULE, suggestion=RECKON, rows=rows, key=key)


def _said(day: DueDate | None, other: DueDate | None) -> str:
    """The day; and what else it says, where the days themselves are one."""
    if day is None:
        return "không có hạn"
    said = _written(day.due_on)
    return f"{said} ({day.title}; {day.because})" if other and other.due_on == day.due_on else said


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
