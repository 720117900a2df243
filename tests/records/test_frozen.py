"""A frozen row is written once, through the gate, and never changed or deleted, not even with a pen."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from sokhcn.records.auditing import altered_frozen, broken_seals
from sokhcn.records.guard import WrittenOutsideTheGate
from sokhcn.records.models import Version
from sokhcn.records.writing import writing
from sokhcn.reports.models import Edition
from tests.rows import OFFICER

pytestmark = pytest.mark.django_db


def edition(number: int = 1) -> Edition:
    days = {"starts_on": date(2021, 12, 15), "ends_on": date(2022, 1, 14)}
    kept = {"regime": {}, "rules": {}, "figures_kept": [], "document_kept": {}}
    about = {"agency": "SKHCN", "period_code": "2022-01", "number": number, "compiled_by": "Người tổng hợp"}
    return Edition(digest="d" * 64, compiled_at=timezone.now(), **about, **days, **kept)


def frozen() -> Edition:
    row = edition()
    with writing(by=OFFICER) as pen:
        pen.freeze(row)
    return row


def test_a_frozen_row_has_its_digest_under_the_seal() -> None:
    row = frozen()
    version = Version.objects.get(register="reports.edition", row=row.pk)
    assert (version.number, version.after["digest"]) == (1, row.digest)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_version SET after = '{}'")
    assert [finding.id for finding in broken_seals()] == ["history.version"]


WAYS: dict[str, Callable[[Edition], Any]] = {
    "save": lambda row: row.save(),
    "delete": lambda row: row.delete(),
    "update": lambda row: Edition.objects.update(number=9),
    "filtered delete": lambda row: Edition.objects.filter(pk=row.pk).delete(),
    "bulk_update": lambda row: Edition.objects.bulk_update([row], ["number"]),
    "raw delete": lambda row: Edition.objects.all()._raw_delete(using="default"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_not_even_a_pen_changes_a_frozen_row(way: Callable[[Edition], Any]) -> None:
    row = frozen()
    row.number = 9
    with pytest.raises(WrittenOutsideTheGate), transaction.atomic(), writing(by=OFFICER):
        way(row)
    assert list(Edition.objects.values_list("number", flat=True)) == [1]


def test_a_frozen_row_is_not_made_without_a_pen() -> None:
    with pytest.raises(WrittenOutsideTheGate), transaction.atomic():
        edition().save()
    assert Edition.objects.count() == 0


def test_who_compiled_an_edition_and_when_is_sealed_too() -> None:
    row = edition()
    row.digest = row.proof()
    with writing(by=OFFICER) as pen:
        pen.freeze(row)
    assert [*altered_frozen(Edition)] == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reports_edition SET compiled_by = 'Người khác'")
    assert [finding.id for finding in altered_frozen(Edition)] == ["history.frozen"]
