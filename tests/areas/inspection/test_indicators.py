"""Which campaigns a month reports."""

from datetime import date

import pytest
from django.db import IntegrityError

from sokhcn.areas.inspection.models import Sanction
from tests.areas.inspection.factories import DAY, campaign, joined, plan
from tests.areas.registers import agency, misses, save, trash, values

pytestmark = pytest.mark.django_db
ASKED = ("led", "joint", "establishments_checked", "violations")


def counted():
    return {key: value for key, value in values("inspection").items() if key in ASKED}


@pytest.mark.parametrize(
    ("told", "because"),
    [
        ({"started_on": date(2021, 11, 1)}, None),
        ({"started_on": date(2022, 1, 14)}, None),
        ({"started_on": date(2022, 1, 15)}, "bắt đầu sau kỳ"),
        ({"started_on": None, "recorded_on": date(2022, 1, 14)}, None),
        ({"started_on": None, "recorded_on": date(2022, 1, 15)}, "bắt đầu sau kỳ"),
        ({"started_on": None, "ended_on": date(2021, 12, 15)}, None),
        ({"started_on": None, "ended_on": date(2021, 12, 14)}, "kết thúc trước kỳ"),
        ({"state": "planned"}, "mới có trong kế hoạch"),
    ],
)
@pytest.mark.parametrize(("make", "name"), [(campaign, "led"), (joined, "joint")])
def test_a_campaign_counts_when_any_day_of_it_is_in_the_window(make, name, told, because):
    row = make(**told)
    assert counted() == ({} if because else {name: 1})
    assert misses(f"inspection.{name}") == ([(row.pk, because)] if because else [])


def test_cancelled_trashed_and_foreign_campaigns_do_not_count():
    campaign(state="cancelled")
    trash(campaign("kiểm tra cân"))
    foreign = campaign(agency=agency("KHAC"))
    assert counted() == {}
    assert misses("inspection.led") == [(foreign.pk, "thuộc cơ quan khác")]


def test_results_add_up_over_our_campaigns_that_ended_in_the_window():
    over = {"state": "concluded", "ended_on": date(2022, 1, 14)}
    campaign(establishments_checked=12, violations=1, **over)
    campaign("kiểm tra cân", establishments_checked=5, **over)
    joined(establishments_checked=100, **over)
    ongoing = campaign("kiểm tra vàng", establishments_checked=100, ended_on=date(2022, 1, 14))
    assert counted() == {"led": 3, "joint": 1, "establishments_checked": 17, "violations": 1}
    assert misses("inspection.violations") == [(ongoing.pk, "đang tiến hành")]


@pytest.mark.parametrize(
    "told",
    [{"led_by_us": False}, {"state": "concluded"}, {"ended_on": date(2022, 1, 4)}],
    ids=["nobody leads", "over without a day", "over before it began"],
)
def test_what_cannot_be_is_refused(told):
    with pytest.raises(IntegrityError):
        campaign(**told)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("inspection", "led_inspections"),
        ("state_check", "led_state_checks"),
        ("specialised_check", "led_specialised"),
        ("joint", "led_joint"),
    ],
)
def test_each_kind_counts_for_itself(kind, key):
    campaign(kind=kind)
    joined(kind=kind)
    assert {name for name in values("inspection") if name.startswith("led_")} == {key}


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({"occasion": "planned"}, "led_planned"),
        ({"occasion": "unscheduled"}, "led_unscheduled"),
        ({"plan": True}, "led_planned"),
        ({"plan": True, "occasion": "unscheduled"}, "led_unscheduled"),
    ],
)
def test_a_campaign_that_carries_out_a_plan_is_planned_unless_it_says_otherwise(told, key):
    campaign(**{**told, **({"plan": plan()} if "plan" in told else {})})
    assert {name for name in values("inspection") if name.endswith("planned") or "unsch" in name} == {key}


def test_whether_planned_is_not_guessed():
    row = campaign()
    for key in ("led_planned", "led_unscheduled"):
        assert misses(f"inspection.{key}") == [(row.pk, "chưa ghi theo kế hoạch hay đột xuất")]


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ({"state": "decided"}, 1),
        ({"state": "executed"}, 1),
        ({"state": "proposed"}, 0),
        ({"state": "cancelled"}, 0),
        ({"state": "decided", "decided_on": date(2022, 1, 15)}, 0),
    ],
)
def test_sanctions_count_while_they_stand_by_their_day(told, counted):
    about = {"agency": agency(), "recorded_on": DAY, "decided_on": DAY, "offender": "A", "act": "B"}
    save(Sanction(**{**about, "number": "1/QĐ", "fine": 2_000_000, **told}))
    found = values("inspection")
    assert (found.get("sanctions", 0), found.get("fines", 0)) == (counted, counted * 2_000_000)
