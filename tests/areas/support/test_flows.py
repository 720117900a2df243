"""What happened to tasks, applications and startups in a month, and what nearly did."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.areas.support.models import IntellectualPropertyGuidance, Startup, SupportTask, TrainingClass
from tests.areas.partition import partitioned
from tests.areas.registers import agency, establishment, misses, values
from tests.areas.support.factories import DAY, guidance, payment, startup, task, training

pytestmark = pytest.mark.django_db

LONG_AGO, LATER = date(2021, 3, 1), date(2022, 1, 20)


def test_tasks_begin_end_and_bring_certificates_in_the_period():
    task("HT-1", started_on=DAY, beneficiary=establishment("A"))
    task("HT-2", state="completed", ended_on=DAY, beneficiary=establishment("A"))
    task("HT-3", state="liquidated", ended_on=DAY, certificate_number="1", certified_on=DAY)
    stopped = task("HT-4", state="stopped", ended_on=DAY)
    task("HT-5", beneficiary=establishment("A"))
    found = values("support")
    assert [found[key] for key in ("tasks_started", "tasks_completed", "certificates")] == [1, 2, 1]
    assert (found["tasks"], found["beneficiaries"]) == (2, 1)
    assert misses("support.tasks_completed") == [(stopped.pk, "dừng thực hiện")]


def test_money_counts_on_the_day_it_is_paid():
    running = task()
    payment(running, 1, amount=Decimal("30.5"), paid_on=DAY)
    payment(running, 2, amount=20, paid_on=DAY)
    late = payment(running, 3, paid_on=LATER)
    payment(running, 4, due_on=DAY)
    theirs = payment(task("HT-9", agency=agency("KHAC")), 1, paid_on=DAY)
    assert values("support")["disbursed"] == Decimal("50.5")
    assert misses("support.disbursed") == [
        (late.pk, "sau kỳ: giải ngân trong kỳ"),
        (theirs.pk, "thuộc cơ quan khác"),
    ]


def test_whoever_is_guided_counts_once_by_what_they_are():
    guidance("A")
    guidance("A", ip_kind="invention")
    guidance("B", applicant="organisation")
    guidance("C", applicant="individual")
    found = values("support")
    assert [found[f"ip_{key}"] for key in ("enterprises", "organisations", "individuals")] == [1, 1, 1]


def test_applications_count_by_kind_on_the_day_they_are_filed_whatever_became_of_them():
    kinds = ("trademark", "collective_mark", "invention", "industrial_design", "geographical_indication")
    for number, kind in enumerate(kinds):
        guidance(f"Cơ sở {number}", ip_kind=kind, filed_on=DAY, state="filed", guided_on=LONG_AGO)
    guidance("Chưa nộp", guided_on=LONG_AGO)
    granted = {"granted_on": DAY, "filed_on": LONG_AGO, "guided_on": LONG_AGO}
    guidance("Đã cấp", state="granted", **granted)
    assert values("support") == {
        "ip_filed": 5,
        "ip_filed_marks": 2,
        "ip_filed_patents": 1,
        "ip_filed_designs": 1,
        "ip_filed_indications": 1,
        "ip_granted": 1,
    }


def test_startups_are_incubated_and_recognised_and_a_recognition_runs_out():
    startup("A")
    startup("B", incubated_to=date(2022, 1, 13), state="graduated")
    recognised = {"state": "recognised", "incubated_from": None}
    startup("C", recognition_number="1", recognised_on=DAY, **recognised)
    startup("D", recognition_number="2", recognised_on=LONG_AGO, expires_on=date(2022, 1, 13), **recognised)
    revoked = startup("E", recognition_number="3", recognised_on=DAY, **{**recognised, "state": "revoked"})
    assert values("support") == {"incubated": 1, "recognised": 1, "recognition_valid": 1}
    assert misses("support.recognised") == [(revoked.pk, "đã thu hồi")]


def test_counted_near_and_rest_are_all_the_rows():
    days = (date(2021, 12, 10), date(2021, 12, 15), date(2022, 1, 14), date(2022, 1, 20), date(2022, 3, 1))
    elsewhere = agency("KHAC")
    for n, day in enumerate(days):
        book = {"recorded_on": day, "agency": elsewhere if n == 1 else agency()}
        for state in SupportTask.State.values:
            dates = {"started_on": day if n % 2 else None, "ended_on": None if state == "running" else day}
            row = task(f"{state}{n}", **{**book, **dates}, state=state, kind=SupportTask.Kind.values[n])
        payment(row, paid_on=day)
        for state in TrainingClass.State.values:
            training(f"{state}{n}", **{**book, "held_on": day if n % 2 else None}, state=state)
        for state in IntellectualPropertyGuidance.State.values:
            guidance(f"{state}{n}", **book, guided_on=day, filed_on=day, granted_on=day, state=state)
        for state in Startup.State.values:
            told = {"recognition_number": state, "recognised_on": day, "incubated_from": day, "state": state}
            startup(f"{state}{n}", **book, **told, expires_on=day if n % 2 else None)
    assert partitioned("support")
