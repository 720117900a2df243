"""What is made of rows is reckoned again by the audit: texts and entries to search, due dates, the unit of parts."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connection

from sokhcn.areas.programme.deadlines import DEADLINES
from sokhcn.areas.programme.models import Evidence, KeyTask
from sokhcn.kernel.finding import Finding
from sokhcn.records.due import DueDate
from sokhcn.records.models import Entry
from sokhcn.records.recomputing import misdue, misfound
from tests.rows import agency, unit, write

pytestmark = pytest.mark.django_db


def task() -> KeyTask:
    ours = agency()
    about = {"agency": ours, "unit": unit(ours, "P1"), "year": 2022, "recorded_on": date(2022, 1, 5)}
    return write(KeyTask(code="NV-1", title="Việc", state="planned", due_on=date(2022, 6, 30), **about))


def found() -> list[str]:
    faults: Iterator[Finding] = misfound(KeyTask)
    return [finding.id for finding in faults]


ALTERED: dict[str, tuple[Callable[[], object], list[str]]] = {
    "nothing": (lambda: None, []),
    "the folded text": (lambda: by_hand("UPDATE programme_keytask SET folded = 'x'"), ["derived.search"]),
    "the entry": (lambda: Entry.objects.filter(register="programme.keytask").update(unit=0), ["derived.search"]),
    "no entry": (lambda: Entry.objects.filter(register="programme.keytask").delete(), ["derived.search"]),
    "one too many": (lambda: Entry.objects.create(id=1, register="programme.keytask", row=99), ["derived.stray"]),
}


def by_hand(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(("alter", "told"), ALTERED.values(), ids=ALTERED)
def test_what_searching_finds_is_held_against_the_rows(alter: Callable[[], object], told: list[str]) -> None:
    task()
    alter()
    assert found() == told


def test_a_day_that_the_row_does_not_make_is_named_with_the_one_that_it_makes() -> None:
    row = task()
    assert [fault for deadline in DEADLINES for fault in misdue(deadline)] == []
    DueDate.objects.filter(row=row.pk).update(due_on=date(2023, 6, 30))
    (told,) = (str(fault) for deadline in DEADLINES for fault in misdue(deadline))
    assert "ghi 30/06/2023, tính lại từ sổ là 30/06/2022" in told


def test_parts_go_along_when_their_owner_moves_to_another_unit() -> None:
    row = task()
    write(Evidence(task=row, title="Báo cáo kết quả", dated_on=date(2022, 2, 1)))
    row.unit = unit(row.agency, "P2")
    write(row)
    assert set(Entry.objects.filter(register__startswith="programme.").values_list("unit", flat=True)) == {row.unit.pk}
    assert [*misfound(Evidence)] == []
