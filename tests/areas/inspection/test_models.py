"""What campaigns, their parts and sanctions must not say, and which kinds hold on which day."""

from datetime import date

import pytest
from django.db import IntegrityError

from sokhcn.areas.inspection.examining import examine, unpaid
from sokhcn.areas.inspection.models import Sample, Sanction, Visit
from sokhcn.areas.inspection.register.visits import REGISTERS
from sokhcn.records.likeness import likenesses
from tests.areas.inspection.factories import DAY, campaign
from tests.areas.registers import agency, establishment, save, ship_terms

pytestmark = pytest.mark.django_db
NAMED = {"act": "Hành vi", "offender": "Người A", "recorded_on": DAY}
DECIDED = {"number": "1/QĐ-XPHC", "decided_on": DAY}


@pytest.mark.parametrize(
    "told",
    [
        {"state": "reported", "ended_on": DAY},
        {"establishments_checked": 3, "organisations_checked": 2, "individuals_checked": 2},
        {"establishments_checked": 3, "violators": 4},
        {"conclusion_on": date(2022, 1, 4)},
    ],
)
def test_a_campaign_says_nothing_that_cannot_be(told):
    with pytest.raises(IntegrityError):
        campaign(**told)


@pytest.mark.parametrize(
    "told",
    [
        {**NAMED, "state": "decided", "fine": 1},
        {**NAMED, **DECIDED, "state": "decided"},
        {**NAMED, **DECIDED, "state": "paid", "fine": 1},
        {**NAMED, **DECIDED, "state": "paid", "fine": 1, "paid_on": date(2022, 1, 4)},
        {**NAMED, **DECIDED, "state": "paid", "fine": 2, "paid": 1, "paid_on": date(2022, 1, 20)},
        {"act": "Hành vi", "recorded_on": DAY},
    ],
    ids=["no decision", "no amount", "no day of payment", "paid before", "paid in part", "nobody"],
)
def test_a_sanction_says_nothing_that_cannot_be(told):
    with pytest.raises(IntegrityError):
        save(Sanction(agency=agency(), **told))


def test_a_fine_is_executed_by_a_payment_or_by_force():
    row = save(Sanction(agency=agency(), state="decided", fine=2, **NAMED, **DECIDED))
    row.state = "executed"
    (finding,) = unpaid(row, {}, "")
    assert "phải ghi ngày nộp phạt, trừ khi bị cưỡng chế" in str(finding)
    row.state = "enforced"
    save(row)
    row.state = "executed"
    assert list(unpaid(row, {}, "")) == []


def test_a_warning_has_no_amount():
    assert save(Sanction(agency=agency(), kind="warning", state="decided", **NAMED, **DECIDED)).pk


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "instrument", "quantity": 2, "failed": 3},
        {"kind": "prepackaged", "quantity": 2},
        {"kind": "prepackaged", "nominal_quantity": 500, "quantity": 20, "lot_size": 10},
    ],
)
def test_a_sample_says_nothing_that_cannot_be(told):
    with pytest.raises(IntegrityError):
        save(Sample(campaign=campaign(), name="Gạo", taken_on=DAY, **told))


@pytest.mark.parametrize(
    ("day", "refused"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)], ids=["last day", "first day without"]
)
def test_an_inspection_of_the_department_is_opened_while_the_law_knows_it(day, refused):
    row = campaign(kind="inspection", started_on=day)
    assert not list(examine(row, {}, ""))  # a department that keeps no dates is not held to any
    ship_terms()
    said = [str(finding).split(".")[0] for finding in examine(row, {}, "")]
    assert said == ([f"Loại hình “Thanh tra” không áp dụng ngày {day:%d/%m/%Y}"] if refused else [])


def test_a_campaign_counts_no_fewer_establishments_than_it_lists():
    row = campaign(establishments_checked=1)
    for name in ("Cơ sở A", "Cơ sở B"):
        save(Visit(campaign=row, establishment=establishment(name)))
    assert "có 2 dòng" in str(next(examine(row, {}, "")))


def test_a_second_visit_in_the_year_is_worth_a_look():
    first = save(Visit(campaign=campaign(), establishment=establishment(), visited_on=DAY))
    again = campaign("kiểm tra cân")
    for day, warned in ((date(2022, 11, 1), [f"Giống “{first}”"]), (date(2023, 1, 5), [])):
        row = Visit(campaign=again, establishment=establishment(), visited_on=day)
        assert [str(found)[: len(warned[0])] for found in likenesses(REGISTERS[0], [("", row)])] == warned
