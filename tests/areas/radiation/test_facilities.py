"""What facilities owe again and again, and what is counted of them."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from sokhcn.areas.radiation.models import (
    AreaSurvey,
    Declaration,
    DeviceVerification,
    DoseReading,
    EmergencyPlan,
    Incident,
    SafetyReport,
)
from sokhcn.records.due import DueDate
from sokhcn.records.terms import Term
from tests.areas.radiation.factories import DAY, device, facility, training
from tests.areas.registers import agency, misses, save, ship_terms, trash, values

pytestmark = pytest.mark.django_db

BOOK = {"recorded_on": DAY}


def days(key: str) -> list[date]:
    rows = DueDate.objects.filter(key=f"radiation.{key}")
    assert {row.agency_id for row in rows} <= {agency().pk}
    return [row.due_on for row in rows.order_by("due_on")]


def test_a_device_is_declared_within_the_term_of_the_day_it_came() -> None:
    ship_terms()
    device("1", acquired_on=date(2022, 1, 5))
    later = device("2", facility(name="B"), acquired_on=date(2026, 1, 5))
    assert days("declaring") == [date(2022, 1, 14), date(2026, 1, 19)]
    returned = save(Declaration(agency=agency(), device=later, received_on=date(2026, 1, 6), state="returned", **BOOK))
    assert len(days("declaring")) == 2
    returned.state = "received"
    save(returned)
    assert (days("declaring"), days("declaration_dossiers")) == ([date(2022, 1, 14)], [])


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        ("ct", {}, [date(2023, 1, 5)]),
        ("general", {}, [date(2024, 1, 5)]),
        ("general", {"valid_until": date(2023, 6, 1)}, [date(2023, 6, 1)]),
        ("pet_ct", {}, []),
        ("ct", {"result": "failed"}, []),
    ],
)
def test_a_device_is_verified_again_by_its_kind(kind: str, told: dict[str, Any], expected: list[date]) -> None:
    ship_terms()
    row = device(kind=kind)
    save(DeviceVerification(device=row, performed_on=DAY, **told))
    assert days("device_verifications") == expected
    row.state = "stored"
    save(row)
    assert days("device_verifications") == []


def test_the_last_survey_of_a_facility_makes_the_day_of_the_next_else_the_day_it_began() -> None:
    ship_terms()
    at = facility()
    assert days("surveys") == [date(2022, 1, 4)]
    save(AreaSurvey(facility=at, room="1", performed_on=DAY))
    renamed = save(AreaSurvey(facility=at, room="Phòng 1", performed_on=date(2022, 6, 5)))
    assert days("surveys") == [date(2023, 6, 5)]
    trash(renamed)
    assert days("surveys") == [date(2023, 1, 5)]


def test_what_was_never_done_is_due_from_the_day_a_facility_began_or_a_device_came() -> None:
    ship_terms()
    save(Term(rule="radiation.safety_report", name="Báo cáo", amount=30, span="days", basis="Công văn của Sở"))
    at = facility(began_on=date(2022, 2, 10))
    device("1", at, kind="ct", acquired_on=date(2022, 3, 1))
    device("2", at, kind="ct")
    facility("B", began_on=None)
    keys = ("surveys", "doses", "safety_reports", "device_verifications")
    assert [days(key) for key in keys] == [
        [date(2023, 2, 10)],
        [date(2022, 5, 10)],
        [date(2023, 1, 30)],
        [date(2023, 3, 1)],
    ]


def test_doses_are_read_each_quarter_and_a_report_waits_for_the_rule_of_the_department() -> None:
    ship_terms()
    at = facility()
    for quarter in (3, 4):
        save(DoseReading(facility=at, worker="A", year=2021, quarter=quarter, read_on=DAY))
    save(SafetyReport(facility=at, year=2021, received_on=DAY))
    assert (days("doses"), days("safety_reports")) == ([date(2022, 4, 1)], [])
    save(Term(rule="radiation.safety_report", name="Báo cáo", amount=30, span="days", basis="Công văn của Sở"))
    assert days("safety_reports") == [date(2023, 1, 30)]
    at.state, at.closed_on = "closed", date(2022, 5, 1)
    save(at)
    assert days("doses") == days("safety_reports") == []


def test_what_facilities_did_is_counted_in_the_month() -> None:
    at, foreign = facility(officer_certificate="1/CC"), facility("B", agency=agency("KHAC"))
    row = device(at=at)
    save(DeviceVerification(device=row, performed_on=DAY))
    save(DeviceVerification(device=row, performed_on=date(2022, 1, 6), result="failed"))
    save(AreaSurvey(facility=at, room="1", performed_on=DAY))
    early = save(AreaSurvey(facility=at, room="1", performed_on=date(2021, 12, 14)))
    other = save(AreaSurvey(facility=foreign, room="1", performed_on=DAY))
    save(DoseReading(facility=at, worker="A", year=2021, quarter=4, read_on=DAY))
    save(SafetyReport(facility=at, year=2021, received_on=DAY))
    save(Declaration(agency=agency(), device=row, confirmed_on=DAY, state="confirmed", **BOOK))
    expected = {"facilities": 1, "devices": 1, "declarations": 1, "devices_verified": 1, "devices_failed": 1}
    assert values("radiation") == {**expected, "surveys": 1, "doses": 1, "safety_reports": 1}
    assert misses("radiation.surveys") == [
        (early.pk, "trước kỳ: kiểm xạ trong kỳ"),
        (other.pk, "thuộc cơ quan khác"),
    ]


def test_what_stands_at_the_end_of_the_month() -> None:
    facility("A", closed_on=date(2022, 1, 15), state="closed")
    closed = facility("B", closed_on=date(2022, 1, 14), state="closed")
    later = facility("C", began_on=date(2022, 1, 15))
    found = values("radiation")
    assert (found["facilities"], found["facilities_without_officer"]) == (1, 1)
    assert misses("radiation.facilities") == [
        (later.pk, "bắt đầu sau ngày cuối kỳ"),
        (closed.pk, "mới chấm dứt"),
    ]


def test_emergencies_are_counted_by_what_they_are() -> None:
    about = {"agency": agency(), **BOOK}
    training(kind="drill", topic="diễn tập")
    save(EmergencyPlan(title="A", approved_on=DAY, state="approved", **about))
    submitted = save(EmergencyPlan(title="B", submitted_on=DAY, state="submitted", **about))
    save(EmergencyPlan(title="C", level="province", approved_on=DAY, state="approved", **about))
    save(Incident(title="Mất nguồn", occurred_on=DAY, **about))
    false = save(Incident(title="Báo nhầm", occurred_on=DAY, state="false_alarm", **about))
    assert values("radiation") == {"drills": 1, "plans_of_facilities": 1, "plans_of_province": 1, "incidents": 1}
    assert misses("radiation.plans_of_facilities") == [(submitted.pk, "chưa phê duyệt")]
    assert misses("radiation.incidents") == [(false.pk, "không phải sự cố")]


def test_what_cannot_be_is_refused() -> None:
    at = facility()
    with pytest.raises(IntegrityError):
        save(EmergencyPlan(agency=agency(), title="A", level="province", facility=at, **BOOK))
