"""Instruments to be verified fill a work list of their own and leave the plan of a report readable."""

from datetime import date

import pytest

from sokhcn.kernel.periods import read_period
from sokhcn.people.models import Role
from sokhcn.records.dated import DECREE_09
from sokhcn.records.due import DueDate
from sokhcn.reports.planning import proposals
from tests.areas.metrology.factories import job, standard
from tests.areas.registers import agency
from tests.rows import user

pytestmark = pytest.mark.django_db


def test_a_standard_is_proposed_for_the_plan_and_an_instrument_is_not() -> None:
    job(valid_until=date(2022, 2, 1))
    standard(valid_until=date(2022, 2, 1))
    assert DueDate.objects.count() == 2
    (proposal,) = proposals(read_period("2022-01", DECREE_09), agency(), user(agency(), Role.COMPILER))
    assert proposal.title == "Hiệu chuẩn, kiểm định chuẩn đo lường Quả cân chuẩn (C1)"
