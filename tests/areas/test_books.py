"""What a register gives out as CSV it takes back: every row is met by its key, and none is changed."""

import csv
import io
from datetime import date
from importlib import import_module

import pytest

from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import User
from sokhcn.records.registering import Register
from sokhcn.reports.receiving import receive
from sokhcn.reports.showing import text_of
from tests.areas.illustrated import illustrated
from tests.areas.programme.factories import key_task
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db


def given_out(register: Register) -> bytes:
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow([column.heading for column in register.columns])
    for row in register.model.objects.select_related(*register.related).order_by("pk"):
        written.writerow([text_of(row, column) for column in register.columns])
    return out.getvalue().encode()


@pytest.mark.parametrize("area", ["programme", "reform", "support"])
def test_a_file_that_was_given_out_changes_nothing(area: str) -> None:
    key_task("NV-01", due_on=date(2022, 9, 10), product="Kế hoạch", note="(minh họa)")
    illustrated(area)
    by = User(username="tonghop", agency=agency())
    for register in import_module(f"sokhcn.areas.{area}.register").REGISTERS:
        there = register.model.objects.count()
        receipt = receive(register, read_csv(given_out(register), register.slug), by=by, today=date(2022, 12, 31))
        assert [str(finding) for finding in receipt.findings] == [], register.slug
        assert (receipt.same, receipt.added, receipt.changed) == (there, 0, 0), register.slug
        assert there, register.slug
