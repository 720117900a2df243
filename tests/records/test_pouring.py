"""Rows poured in by the thousand are what rows written one by one would be."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from sokhcn.areas.research.models import Task
from sokhcn.records.guard import WrittenOutsideTheGate
from sokhcn.records.history import snapshot
from sokhcn.records.models import Agency, Paper, Version
from sokhcn.records.pouring import FEW, pour
from sokhcn.records.snapshots import CANONICAL, canonical, own_fields
from sokhcn.records.writing import writing
from tests.rows import OFFICER, agency, unwritten_paper, write_all

pytestmark = pytest.mark.django_db
MANY = FEW + 5


def tasks(owner: Agency, prefix: str, count: int) -> list[Task]:
    about: dict[str, Any] = {"agency": owner, "recorded_on": date(2022, 1, 5), "title": "Đề tài", "level": "provincial"}
    money = {"total_budget": Decimal("1234.5"), "started_on": date(2022, 1, 1)}
    return [Task(code=f"{prefix}-{n}", **about, **money) for n in range(count)]


def fields(code: str) -> dict[str, Any]:
    row = Task.objects.get(code=code)
    return {
        f.attname: getattr(row, f.attname)
        for f in row._meta.concrete_fields
        if f.attname not in ("id", "code", "folded")
    }


def test_many_rows_are_written_as_a_few_are() -> None:
    owner = agency()
    write_all(tasks(owner, "A", MANY))
    write_all(tasks(owner, "B", 1))
    assert fields("A-7") == fields("B-0")


def test_every_row_has_a_key_of_its_own_and_the_next_one_too() -> None:
    papers = [unwritten_paper(str(n)) for n in range(MANY)]
    write_all(papers)
    write_all([unwritten_paper("later")])
    assert {row.pk: row.number for row in papers} == dict(
        Paper.objects.exclude(number="later").values_list("pk", "number")
    )
    assert Paper.objects.get(number="later").pk > max(row.pk for row in papers)


def test_what_the_database_refuses_is_an_integrity_error_that_undoes_all() -> None:
    rows = [unwritten_paper(str(n % FEW)) for n in range(MANY)]
    with pytest.raises(IntegrityError), transaction.atomic(), writing(by=OFFICER) as pen:
        pen.save_many(rows)
    assert Paper.objects.count() == 0


def test_nobody_pours_past_the_gate() -> None:
    with pytest.raises(WrittenOutsideTheGate):
        pour(Paper, [unwritten_paper(str(n)) for n in range(MANY)])


def test_a_version_is_the_canonical_json_of_its_row() -> None:
    (row,) = written = tasks(agency(), 'Đề án "A"\\\n\u2028', 1)
    write_all(written)
    text = Version.objects.values_list("after", flat=True).get(register="research.task")
    assert text == snapshot(row)
    assert canonical(row) == CANONICAL(own_fields(row))
