"""What registers give out as files comes back in and changes nothing; a template is filled in and taken."""

from collections.abc import Iterator
from datetime import date

import pytest

from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.demo import load, the_compiler
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import Receipt, receive
from sokhcn.reports.sheets import all_rows, as_csv, as_xlsx
from tests.needs import ROOT

pytestmark = pytest.mark.django_db
DEMO = ROOT / "demo" / "2022-01"
LATER = date(2022, 6, 1)


def files_of(register: Register) -> Iterator[tuple[str, bytes]]:
    rows = all_rows(register)
    yield f"{register.slug}.xlsx", as_xlsx(register, rows)
    yield f"{register.slug}.csv", "".join(as_csv(register, rows)).encode()


def taken(register: Register, name: str, data: bytes, by: User) -> Receipt:
    return receive(register, open_sheet(register, data, name), by=by, today=LATER)


def test_every_register_of_the_demonstration_goes_out_and_comes_back_unchanged() -> None:
    list(load(DEMO))
    by, batches = the_compiler(), Batch.objects.count()
    filled = [register for register in catalogue.registers() if all_rows(register).exists()]
    assert len(filled) >= 25
    for register in filled:
        for name, data in files_of(register):
            receipt = taken(register, name, data, by)
            told = [str(finding) for finding in receipt.findings]
            assert (name, told, receipt.added, receipt.changed) == (name, [], 0, 0)
            assert (name, receipt.same) == (name, all_rows(register).count())
    assert Batch.objects.count() == batches
