"""When instruments are verified next, and what else runs out: which rule says so, and what ends the wait."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.metrology.actions import designate_again
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible
from sokhcn.records.terms import Term
from sokhcn.records.writing import writing
from tests.areas.metrology.factories import designation, instrument, job, standard, verifier
from tests.areas.registers import agency, save, ship_terms, trash

pytestmark = pytest.mark.django_db

LAST, FIRST = date(2024, 10, 14), date(2024, 10, 15)


def due(key: str = "verification") -> list[tuple[date, str]]:
    rows = DueDate.objects.filter(key=f"metrology.{key}").order_by("due_on", "pk")
    return [(row.due_on, row.because) for row in rows]


def days(key: str = "verification") -> list[date]:
    return [day for day, _ in due(key)]


@pytest.mark.parametrize(
    ("day", "until", "circular"),
    [(LAST, date(2026, 4, 14), "07/2019"), (FIRST, date(2026, 4, 15), "03/2024")],
)
def test_a_taximeter_has_the_rule_of_the_day_on_which_it_was_verified(day: date, until: date, circular: str) -> None:
    ship_terms()
    instrument("T1", kind="taximeter")
    job("T1", performed_on=day)
    ((on, because),) = due()
    assert on == until
    assert because.startswith("Chu kỳ kiểm định: Taximet: 18 tháng")
    assert f"{circular}/TT-BKHCN" in because
    assert ("chưa kiểm chứng" in because) == (day == LAST)


def test_a_rule_that_changes_moves_only_what_it_holds_for() -> None:
    ship_terms()
    instrument("T1", kind="taximeter")
    job("T1", performed_on=LAST)
    job("T1", performed_on=FIRST, verification_kind="periodic")
    term = Term.objects.get(subject="taximeter", valid_from=FIRST)
    term.amount = 12
    save(term)
    assert days() == [date(2025, 10, 15)]


def test_the_date_on_the_certificate_wins_and_without_rule_and_date_nothing_is_guessed() -> None:
    ship_terms()
    job("S1", performed_on=FIRST, valid_until=date(2025, 6, 1))
    instrument("S2", kind="electricity_meter")  # how long it holds depends on how the meter works
    job("S2", performed_on=FIRST)
    assert due() == [(date(2025, 6, 1), "theo ngày ghi trong sổ")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"result": "passed"}, [date(2026, 1, 5)]),
        ({"result": "failed"}, []),
        ({"result": "passed", "verification_kind": "comparison"}, [date(2025, 10, 15)]),
        ({"result": "failed", "verification_kind": "comparison"}, []),
        ({"result": "failed", "state": "draft"}, [date(2025, 10, 15)]),
        ({"service": "calibration", "result": ""}, [date(2025, 10, 15)]),
    ],
)
def test_only_the_last_verification_counts(told: dict[str, Any], expected: list[date]) -> None:
    ship_terms()
    job("S1", performed_on=FIRST)
    later = job("S1", performed_on=date(2025, 1, 5), **told)
    assert days() == expected
    trash(later)
    assert days() == [date(2025, 10, 15)]


def test_a_job_entered_late_does_not_move_the_day_of_a_newer_one() -> None:
    ship_terms()
    job("S1", performed_on=date(2025, 1, 5))
    job("S1", performed_on=FIRST, result="failed")
    assert days() == [date(2026, 1, 5)]


@pytest.mark.parametrize("state", ["stopped", "retired"])
def test_an_instrument_that_is_not_used_is_not_verified(state: str) -> None:
    ship_terms()
    row = job("S1", performed_on=FIRST).instrument
    assert DueDate.objects.get().agency == agency()
    row.state = state
    save(row)
    assert days() == []


def test_standards_and_cards_run_out_on_the_day_that_stands_on_them() -> None:
    standard("C1", calibrated_on=LAST, valid_until=FIRST)
    standard("C2", calibrated_on=LAST)
    verifier("T1", card_valid_until=LAST)
    verifier("T2", card_valid_until=LAST, state="left")
    assert (days("standards"), days("verifier_cards")) == ([FIRST], [LAST])


def test_a_designation_waits_until_another_takes_over() -> None:
    old, user = designation(valid_until=LAST), User(username="giamdoc", is_superuser=True)
    assert days("designations") == [LAST]
    with writing(by=user) as pen:
        new = designate_again(pen, old, by=user, number="9/QĐ", issued_on=FIRST, valid_until=date(2029, 1, 1))
    assert (new.body, new.scope, new.previous, old.state) == (old.body, old.scope, old, "replaced")
    assert days("designations") == [date(2029, 1, 1)]
    with writing(by=user) as pen, pytest.raises(NotPossible, match="đã được thay"):
        designate_again(pen, old, by=user, number="10/QĐ", issued_on=FIRST)


def test_a_job_put_down_for_the_wrong_instrument_leaves_it() -> None:
    ship_terms()
    row = job("S1", performed_on=FIRST)
    wrong, right = row.instrument, instrument("S2")
    row.instrument = right
    save(row)
    assert wrong.pk != right.pk
    assert list(DueDate.objects.values_list("row", flat=True)) == [right.pk]
