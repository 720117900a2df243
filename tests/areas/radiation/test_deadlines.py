"""Licences that run out."""

from datetime import date

import pytest

from sokhcn.areas.radiation.deadlines import DEADLINES
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from sokhcn.records.due import due_in
from tests.areas.radiation.factories import licence
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db

FEBRUARY = read_period("2022-02", DECREE_09)
ISSUED = date(2019, 1, 20)


def due_in_february():
    (deadline,) = DEADLINES
    return tuple(answer({"due": due_in(deadline, Scope(agency().pk, FEBRUARY))})["due"].entries)


def test_a_licence_that_runs_out_in_the_period_falls_due():
    row = licence(number="05/GP-SKHCN", issued_on=ISSUED, expires_on=date(2022, 2, 14))
    licence("Cơ sở B", issued_on=ISSUED, expires_on=date(2022, 2, 15))
    (due,) = due_in_february()
    assert due.title == "Gia hạn Giấy phép tiến hành công việc bức xạ số 05/GP-SKHCN của Cơ sở A"
    assert (due.due_on, due.register, due.row) == (date(2022, 2, 14), "radiation.licence", row.pk)


def test_a_licence_that_was_renewed_does_not():
    old = licence(issued_on=ISSUED, expires_on=date(2022, 2, 1))
    licence(action="renew", previous=old)
    assert due_in_february() == ()


def test_a_renewal_still_being_processed_leaves_the_licence_due():
    old = licence(issued_on=ISSUED, expires_on=date(2022, 2, 1))
    licence(action="renew", previous=old, state="processing")
    assert [due.row for due in due_in_february()] == [old.pk]
