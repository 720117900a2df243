"""Plans of administrative reform as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.reform.models import ReformPlan
from tests.areas.registers import agency, save

DAY = date(2022, 1, 5)


def plan(title: str = "Kế hoạch A", **told: Any) -> ReformPlan:
    """A plan issued in January 2022, without number and date."""
    about = {"title": title, "kind": "reform", "state": "issued", "recorded_on": DAY}
    return save(ReformPlan(**{"agency": agency(), **about, **told}))
