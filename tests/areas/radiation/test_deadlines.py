"""Licences that run out: by the day on them, by the rule of the day they were issued, by what they follow."""

from datetime import date

import pytest

from sokhcn.areas.radiation.deadlines import DEADLINES
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from sokhcn.records.due import DueDate, due_in
from sokhcn.records.terms import Term
from tests.areas.radiation.factories import certificate, licence
from tests.areas.registers import agency, save, ship_terms

pytestmark = pytest.mark.django_db

FEBRUARY = read_period("2022-02", DECREE_09)
ISSUED = date(2019, 1, 20)


def due_in_february():
    deadline = next(deadline for deadline in DEADLINES if deadline.key == "radiation.expiring")
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


@pytest.mark.parametrize(
    ("told", "expires"),
    [
        ({"issued_on": date(2022, 1, 5)}, date(2025, 1, 5)),
        ({"issued_on": date(2022, 1, 5), "work_kind": "irradiator"}, date(2027, 1, 5)),
        ({"issued_on": date(2022, 1, 5), "expires_on": date(2022, 2, 1)}, date(2022, 2, 1)),
        ({"issued_on": date(2021, 1, 31)}, None),
        ({"issued_on": date(2026, 1, 1)}, None),
        ({"issued_on": None}, None),
    ],
    ids=["three years", "five years", "as it says", "before the decree", "under the law of 2025", "no day"],
)
def test_the_day_on_the_licence_wins_and_what_no_rule_knows_is_not_guessed(told, expires):
    ship_terms()
    licence(**told)
    found = DueDate.objects.filter(key="radiation.expiring").first()
    assert (found.due_on if found else None) == expires


@pytest.mark.parametrize(
    ("action", "expires"),
    [("renew", date(2027, 12, 1)), ("amend", date(2024, 12, 1)), ("reissue", date(2024, 12, 1)), ("revoke", None)],
)
def test_an_extension_counts_from_the_old_end_and_an_amendment_keeps_it(action, expires):
    ship_terms()
    old = licence(issued_on=date(2021, 12, 1))
    licence(action=action, previous=old, issued_on=date(2024, 11, 1))
    found = DueDate.objects.filter(key="radiation.expiring").first()
    assert (found.due_on if found else None) == expires


def test_dossiers_wait_for_an_answer():
    ship_terms()
    licence(state="processing", received_on=date(2022, 1, 5), dossier_number="H1", issued_on=None)
    licence("B", state="processing", received_on=date(2022, 1, 5), action="amend", issued_on=None)
    licence("C", state="processing", action="issue", issued_on=None)
    certificate(state="processing", received_on=date(2022, 1, 5), issued_on=None, worker="Nguyễn Văn A")
    due = [(row.due_on, row.title) for row in DueDate.objects.order_by("key", "pk")]
    assert due == [
        (date(2022, 1, 19), "Giải quyết hồ sơ cấp chứng chỉ nhân viên bức xạ của Cơ sở A"),
        (date(2022, 1, 30), "Giải quyết hồ sơ H1 cấp Giấy phép công việc bức xạ của Cơ sở A"),
        (date(2022, 1, 19), "Giải quyết hồ sơ sửa đổi Giấy phép công việc bức xạ của B"),
    ]


def test_a_certificate_ends_only_where_it_says_so():
    certificate()
    certificate("B", number="9/CC", expires_on=date(2029, 1, 5))
    (due,) = DueDate.objects.all()
    assert (due.due_on, due.title) == (date(2029, 1, 5), "Chứng chỉ nhân viên bức xạ số 9/CC của B hết hạn")


def test_by_a_rule_of_the_department_a_renewal_is_asked_for_before_the_licence_ends():
    old = licence(number="1/GP", issued_on=ISSUED, expires_on=date(2022, 3, 31))
    days = DueDate.objects.filter(key="radiation.renewals")
    assert not days.exists()
    save(Term(rule="radiation.renewal_lead", name="Nộp hồ sơ", amount=45, span="days", basis="Quy trình của Sở"))
    assert [(due.row, due.due_on) for due in days] == [(old.pk, date(2022, 2, 14))]
    licence(action="renew", previous=old, state="processing")
    assert not days.all().exists()
