"""A database that had one chain over all batches gets one for each register; what was broken before stays broken."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.models import Batch, Paper, Seal, Version
from tests.rows import agency, paper, write

pytestmark = pytest.mark.django_db
migration = import_module("sokhcn.records.migrations.0005_seal_by_register")


def as_before() -> None:
    """Three batches of two registers, sealed as they were before registers had chains of their own."""
    row = paper()
    agency()
    row.subject = "về kế hoạch"
    write(row)
    Seal.objects.all().delete()
    Version.objects.update(checksum=0)
    for batch in Batch.objects.order_by("pk"):
        batch.seal = migration.old_seal(batch, batch.versions.order_by("pk"))
        batch.save()


def test_what_held_holds() -> None:
    as_before()
    migration.seal_again(apps, None)
    assert (list(broken_seals()), list(altered_rows(Paper))) == ([], [])
    told = Seal.objects.order_by("register", "number").values_list("register", "number")
    assert list(told) == [("records.agency", 1), ("records.paper", 1), ("records.paper", 2)]


def test_what_was_rewritten_is_not_sealed() -> None:
    as_before()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_version SET after = '{}' WHERE register = 'records.agency'")
    migration.seal_again(apps, None)
    (found,) = broken_seals()
    assert str(found.values["register"]) == "cơ quan"
