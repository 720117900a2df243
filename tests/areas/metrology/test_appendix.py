"""Instruments by kind: the lines add up to the figures of the text."""

from datetime import date

import pytest

from sokhcn.areas.metrology.indicators import instruments
from sokhcn.areas.metrology.models import InstrumentKind, field_of
from sokhcn.areas.metrology.models.kinds import ANOTHER_FIELD, FIELDS
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from tests.areas.metrology.factories import instrument, job
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db


def test_each_kind_has_a_line_the_longest_first() -> None:
    instrument("T1", kind="taximeter")
    job("T1")
    job("T1", service="calibration", result="")
    job("S1", result="failed")
    job("S1", performed_on=date(2022, 1, 6), verification_kind="after_repair")
    job("S2")
    job("S3", state="draft")
    scope = Scope(agency().pk, read_period("2022-01", DECREE_09))
    reading = answer({"it": instruments.ask(scope), "bare": instruments.ask(scope).untraced()})
    told = [(e.kind, e.instruments, e.jobs, e.verified, e.calibrated, e.failed) for e in reading["it"].entries]
    assert told == [("Cột đo xăng dầu", 2, 3, 2, 0, 1), ("Taximet", 1, 2, 1, 1, 0)]
    assert sum(line.instruments for line in reading["it"].entries) == reading["it"].value == 3
    assert len(reading["it"].rows) == 5
    assert reading["bare"].entries == ()


def test_every_kind_is_of_one_field() -> None:
    told = [kind for kinds in FIELDS.values() for kind in kinds]
    assert sorted(told) == sorted(set(InstrumentKind) - {InstrumentKind.OTHER})
    assert field_of("other") == ANOTHER_FIELD
