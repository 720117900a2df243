"""How fast a pack of 20,000 counted rows is made and verified, and a signed report is judged; run by `make bench`."""

import sys
import time
from datetime import date

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.formats.pack.verify import faults
from sokhcn.people.models import Role
from sokhcn.records.models import Establishment
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.evidence import counted, packing
from sokhcn.reports.kept_words import Names
from sokhcn.reports.periods import the_period
from tests.formats.pdf.signatures.signed import examined, whole
from tests.reports.reporting import reporting
from tests.rows import user, write, write_all

ROWS = 20_000
SECONDS = 60


def told(what: str, begun: float) -> float:
    taken = time.perf_counter() - begun
    sys.stdout.write(f"\n{what}: {taken:.2f} s")
    return taken


@pytest.mark.bench
@pytest.mark.django_db
def test_twenty_thousand_rows_are_packed_in_seconds() -> None:
    ours = reporting()
    where = {"establishment": write(Establishment(name="Cơ sở A"))}
    write_all(Instrument(serial_number=f"S{n}", kind="fuel_dispenser", **where) for n in range(ROWS))
    days = {"performed_on": date(2022, 1, 5), "recorded_on": date(2022, 1, 5)}
    about = {"agency": ours, "service": "verification", "result": "passed", "state": "performed", **days, **where}
    write_all(Job(instrument=instrument, **about) for instrument in Instrument.objects.order_by("pk"))
    edition = compile_report(the_period("2022-01"), ours, by=user(ours, Role.COMPILER)).edition
    begun = time.perf_counter()
    names = Names()
    sheets = list(counted.sheets(edition, names))
    told(f"{sum(len(sheet.rows) for sheet in sheets)} rows restored", begun)
    begun = time.perf_counter()
    changes = list(packing._changes(edition, names))
    told(f"{len(changes)} changes told", begun)
    begun = time.perf_counter()
    made = packing.evidence(edition, ours)
    taken = told(f"packed, {len(made.data)} bytes", begun)
    begun = time.perf_counter()
    assert faults(made.data) == ()
    told("verified", begun)
    assert taken < SECONDS


@pytest.mark.bench
def test_a_report_in_three_revisions_is_judged_in_seconds() -> None:
    data = whole()
    begun = time.perf_counter()
    found = examined(data)
    assert told("judged", begun) < SECONDS
    assert all(one.verdict.holds for one in found.signatures)
