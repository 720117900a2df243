"""The illustrative campaigns: results come with the end, some weeks after the beginning."""

from datetime import date

import pytest

from sokhcn.areas.inspection.models import Campaign
from tests.areas.illustrated import illustrated
from tests.areas.registers import values

pytestmark = pytest.mark.django_db


def test_results_come_with_the_end_and_weeks_after_the_beginning():
    illustrated("inspection")
    for row in Campaign.objects.filter(led_by_us=True):
        concluded = row.state in ("concluded", "reported")
        assert (row.result != "", row.establishments_checked is not None, row.ended_on is not None) == (concluded,) * 3
        assert not concluded or (row.ended_on - row.started_on).days >= 4
    assert Campaign.objects.filter(state="ongoing", ended_on=None, started_on__gt=date(2022, 11, 1)).exists()


def test_a_campaign_over_two_months_is_in_both_and_once_in_the_year():
    illustrated("inspection")
    months = [values("inspection", f"2022-{month:02}").get("led", 0) for month in range(1, 13)]
    assert 14 <= values("inspection", "2022")["led"] < sum(months)
    assert months[0] == 0


def test_nobody_real_leads_an_illustrative_campaign():
    illustrated("inspection")
    assert all(
        "minh họa" in body for body in Campaign.objects.filter(led_by_us=False).values_list("lead_body", flat=True)
    )
