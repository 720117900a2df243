"""What falls due of support, by which rule, and what ends the wait."""

from datetime import date

import pytest

from sokhcn.records.due import DueDate
from tests.areas.registers import save, ship_terms
from tests.areas.support.factories import DAY, guidance, payment, startup, task

pytestmark = pytest.mark.django_db


def due():
    return {day.key.removeprefix("support."): (day.due_on, day.because) for day in DueDate.objects.order_by("pk")}


PRINTED = "theo ngày ghi trong sổ"


def test_a_contract_waits_for_its_end_while_the_task_runs():
    row = task(ends_on=date(2022, 6, 1))
    assert due() == {"ending": (date(2022, 6, 1), PRINTED)}
    row.state, row.ended_on = "completed", date(2022, 5, 1)
    save(row)
    assert due() == {}


def test_a_payment_waits_until_it_is_made_or_the_task_is_stopped():
    row = task()
    first = payment(row, due_on=date(2022, 4, 1))
    payment(row, 2, due_on=date(2022, 5, 1))
    assert DueDate.objects.count() == 2
    first.paid_on = DAY
    save(first)
    assert due() == {"payments": (date(2022, 5, 1), PRINTED)}
    row.state, row.ended_on = "stopped", DAY
    save(row)
    assert due() == {}


def test_a_certificate_runs_by_its_printed_day_else_by_the_rule_of_its_kind():
    ship_terms()
    certified = {"certificate_number": "1", "certified_on": DAY}
    row = task(**certified)
    day, because = due()["certificates"]
    assert (day, because.endswith("(chưa kiểm chứng)")) == (date(2025, 1, 5), True)
    row.certificate_expires_on = date(2024, 1, 5)
    save(row)
    assert due()["certificates"] == (date(2024, 1, 5), PRINTED)
    row.certificate_dropped = True
    save(row)
    task("HT-2", kind="brand", **certified)
    assert due() == {}


@pytest.mark.parametrize(
    ("kind", "year"), [("trademark", 2032), ("invention", 2042), ("industrial_design", 2027), ("other", None)]
)
def test_a_title_runs_from_the_day_the_application_was_filed(kind, year):
    ship_terms()
    kind = "geographical_indication" if kind == "other" else kind
    guidance(ip_kind=kind, state="granted", filed_on=DAY, granted_on=DAY)
    assert {key: day for key, (day, _) in due().items()} == ({"titles": date(year, 1, 5)} if year else {})


@pytest.mark.parametrize(
    ("kind", "begins"), [("trademark", "Gia hạn văn bằng"), ("invention", "Văn bằng bảo hộ số 1 hết")]
)
def test_a_mark_is_renewed_and_a_patent_ends(kind, begins):
    told = {"title_number": "1", "granted_on": DAY, "expires_on": date(2032, 1, 5)}
    guidance(ip_kind=kind, state="granted", filed_on=DAY, **told)
    assert DueDate.objects.get().title.startswith(begins)


def test_a_recognition_without_a_printed_day_and_a_rule_falls_due_never():
    ship_terms()
    told = {"state": "recognised", "recognition_number": "1", "recognised_on": DAY}
    row = startup(**told)
    assert due() == {}
    row.expires_on = date(2024, 1, 5)
    save(row)
    assert due() == {"recognitions": (date(2024, 1, 5), PRINTED)}
