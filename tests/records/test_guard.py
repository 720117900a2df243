"""No way of the ORM leads past the gate."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from sokhcn.records.guard import WrittenOutsideTheGate
from sokhcn.records.models import Agency, Paper
from tests.rows import agency, paper

NEW = {"type": "Quyết định", "number": "99", "symbol": "QĐ", "issuer": "Sở"}
WAYS: dict[str, Callable[[Paper], Any]] = {
    "save": lambda row: row.save(),
    "save some fields": lambda row: row.save(update_fields=["subject"]),
    "save a new row": lambda row: Paper(**NEW).save(),
    "force an insert": lambda row: Paper(pk=7, **NEW).save(force_insert=True),
    "save_base": lambda row: row.save_base(),
    "delete": lambda row: row.delete(),
    "create": lambda row: Paper.objects.create(**NEW),
    "get_or_create": lambda row: Paper.objects.get_or_create(**NEW),
    "update_or_create": lambda row: Paper.objects.update_or_create(number="21", defaults={"subject": "x"}),
    "bulk_create": lambda row: Paper.objects.bulk_create([Paper(**NEW)]),
    "bulk_update": lambda row: Paper.objects.bulk_update([row], ["subject"]),
    "update": lambda row: Paper.objects.update(subject="x"),
    "filtered update": lambda row: Paper.objects.filter(pk=row.pk).update(issued_on=date(2000, 1, 1)),
    "filtered delete": lambda row: Paper.objects.filter(pk=row.pk).delete(),
    "everything": lambda row: Paper.everything.update(subject="x"),
    "everything deleted": lambda row: Paper.everything.all().delete(),
    "the base manager": lambda row: Paper._base_manager.update(subject="x"),
    "the default manager": lambda row: Paper._default_manager.create(**NEW),
    "raw delete": lambda row: Paper.objects.all()._raw_delete(using="default"),
    "through a relation": lambda row: Agency.objects.get().units.create(code="x", name="x", short="x"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_write_outside_the_gate_is_refused(way: Callable[[Paper], Any]) -> None:
    agency()
    row = paper()
    with pytest.raises(WrittenOutsideTheGate, match=r"is written through records\.writing only"), transaction.atomic():
        way(row)
    assert list(Paper.everything.values_list("number", "subject")) == [("21", "")]


@pytest.mark.django_db
def test_reading_needs_no_pen() -> None:
    row = paper()
    assert Paper.objects.filter(number="21").first() == row
    assert Paper.objects.get_or_create(number="21") == (row, False)
