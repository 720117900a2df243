"""What falls due follows the rows: in the transaction that writes them, by the rule that holds on the day."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.records.due import DueDate
from sokhcn.records.reckoning import reckon_all
from sokhcn.records.terms import Term
from sokhcn.records.worklist import tier, worklist
from sokhcn.records.writing import writing
from tests.areas.radiation.factories import licence
from tests.areas.registers import Clerk, agency, save, trash
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db

DAY = date(2022, 1, 5)


def term(amount=30, **told):
    about = {"rule": "research.acceptance_dossier", "name": "Nộp hồ sơ", "span": "days", "basis": "Quy định"}
    return save(Term(**{**about, "amount": amount, **told}))


def days(key):
    return dict(DueDate.objects.filter(key=key).values_list("row", "due_on"))


def test_a_row_that_waits_has_its_day_and_loses_it_when_it_is_done():
    row = licence(expires_on=date(2022, 3, 1), issued_on=date(2019, 3, 1))
    assert days("radiation.expiring") == {row.pk: date(2022, 3, 1)}
    row.expires_on = date(2022, 4, 1)
    save(row)
    assert days("radiation.expiring") == {row.pk: date(2022, 4, 1)}
    row.state = "revoked"
    save(row)
    assert days("radiation.expiring") == {}


def test_the_renewal_ends_the_wait_for_what_it_renews_and_trashing_it_brings_the_wait_back():
    old = licence(expires_on=date(2022, 3, 1), issued_on=date(2019, 3, 1))
    new = licence(action="renew", previous=old, expires_on=date(2025, 3, 1))
    assert set(days("radiation.expiring")) == {new.pk}
    trash(new)
    assert set(days("radiation.expiring")) == {old.pk}


def test_the_rule_of_the_day_that_starts_a_term_decides_and_is_told():
    term(30, valid_to=date(2022, 1, 9), basis="Quy định cũ")
    term(45, valid_from=date(2022, 1, 10), basis="Quy định mới", verified=True)
    before, after = task(code="A", ends_on=date(2022, 1, 9)), task(code="B", ends_on=date(2022, 1, 10))
    assert days("research.dossiers") == {before.pk: date(2022, 2, 8), after.pk: date(2022, 2, 24)}
    old, new = DueDate.objects.filter(key="research.dossiers").order_by("due_on")
    assert old.because == "Nộp hồ sơ: 30 ngày, theo Quy định cũ (chưa kiểm chứng)"
    assert new.because == "Nộp hồ sơ: 45 ngày, theo Quy định mới"


def test_without_a_rule_nothing_is_guessed_and_a_new_rule_reaches_every_open_row():
    row = task(ends_on=date(2022, 1, 9))
    assert days("research.dossiers") == {}
    rule = term(30)
    assert days("research.dossiers") == {row.pk: date(2022, 2, 8)}
    rule.amount = 10
    save(rule)
    assert days("research.dossiers") == {row.pk: date(2022, 1, 19)}


def test_making_every_day_anew_gives_what_the_gate_kept():
    term(30)
    task(code="A", ends_on=date(2022, 1, 9)), task(code="B", ends_on=date(2022, 2, 9))
    licence(expires_on=date(2022, 3, 1), issued_on=date(2019, 3, 1))
    kept = set(DueDate.objects.values_list("key", "row", "due_on", "title"))
    DueDate.objects.all().delete()
    assert reckon_all() == len(kept) == 5
    assert set(DueDate.objects.values_list("key", "row", "due_on", "title")) == kept


def test_many_rows_at_once_cost_no_more_statements_than_one():
    def statements(many):
        rows = [licence(f"Cơ sở {many} {n}", expires_on=date(2022, 3, 1), issued_on=DAY) for n in range(many)]
        for row in rows:
            row.expires_on = date(2022, 5, 1)
        with (
            CaptureQueriesContext(
                connection,
            ) as queries,
            writing(by=Clerk()) as pen,
        ):
            pen.save_many(rows)
        return len(queries)

    assert statements(30) == statements(1)


def test_the_work_list_is_one_list_and_one_count_by_tier():
    for n, left in enumerate((-3, 0, 7, 8, 31, 61, 91)):
        licence(f"Cơ sở {n}", expires_on=DAY + timedelta(days=left), issued_on=date(2019, 1, 1))
    licence("Cơ sở khác", expires_on=DAY, issued_on=date(2019, 1, 1), agency=agency("KHAC"))
    rows = DueDate.objects.filter(agency=agency())
    found = worklist(rows, today=DAY, within=365, most=3)
    assert [row.due_on for row in found.rows] == [DAY - timedelta(3), DAY, DAY + timedelta(7)]
    assert found.tiers == {0: 1, 7: 2, 30: 1, 60: 1, 90: 1, 999: 1}
    assert sum(worklist(rows, today=DAY, within=30).tiers.values()) == 4
    assert [tier(DAY + timedelta(days=left), DAY) for left in (-1, 0, 7, 8, 91)] == [0, 7, 7, 30, 999]
