"""Which campaigns a month reports."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.areas.inspection.factories import campaign, joined
from tests.areas.registers import agency, misses, trash, values

pytestmark = pytest.mark.django_db


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
    assert values("inspection") == ({} if because else {name: 1})
    assert misses(f"inspection.{name}") == ([(row.pk, because)] if because else [])


def test_cancelled_trashed_and_foreign_campaigns_do_not_count():
    campaign(state="cancelled")
    trash(campaign("kiểm tra cân"))
    foreign = campaign(agency=agency("KHAC"))
    assert values("inspection") == {}
    assert misses("inspection.led") == [(foreign.pk, "thuộc cơ quan khác")]


def test_results_add_up_over_our_campaigns_that_ended_in_the_window():
    over = {"state": "concluded", "ended_on": date(2022, 1, 14)}
    campaign(establishments_checked=12, violations=1, **over)
    campaign("kiểm tra cân", establishments_checked=5, **over)
    joined(establishments_checked=100, **over)
    ongoing = campaign("kiểm tra vàng", establishments_checked=100, ended_on=date(2022, 1, 14))
    assert values("inspection") == {"led": 3, "joint": 1, "establishments_checked": 17, "violations": 1}
    assert misses("inspection.violations") == [(ongoing.pk, "đang tiến hành")]


@pytest.mark.parametrize(
    "told",
    [{"led_by_us": False}, {"state": "concluded"}, {"ended_on": date(2022, 1, 4)}],
    ids=["nobody leads", "over without a day", "over before it began"],
)
def test_what_cannot_be_is_refused(told):
    with pytest.raises(IntegrityError):
        campaign(**told)
