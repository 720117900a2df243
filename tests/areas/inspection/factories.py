"""Campaigns as tests need them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sokhcn.areas.inspection.models import Campaign
from sokhcn.records.models import Paper
from tests.areas.registers import Clerk, agency, save

DAY = date(2022, 1, 5)


def campaign(title: str = "kiểm tra xăng dầu", **told: Any) -> Campaign:
    """A check that the department leads, going on since 05/01/2022."""
    about = {"kind": "state_check", "state": "ongoing", "started_on": DAY, "recorded_on": DAY}
    return save(Campaign(**{"agency": agency(), "title": title, **about, **told}))


def joined(title: str = "kiểm tra thương mại", **told: Any) -> Campaign:
    """A team that another body leads."""
    return campaign(title, **{"kind": "joint", "led_by_us": False, "lead_body": "UBND thành phố", **told})


def plan(number: str = "12") -> Paper:
    about = {"type": "Kế hoạch", "symbol": "KH-SKHCN", "issuer": "Sở Khoa học và Công nghệ", "issued_on": DAY}
    return save(Paper(number=number, subject="kiểm tra năm 2022", **about))


@dataclass(frozen=True)
class Officer(Clerk):
    """Whoever takes steps in tests."""

    may: bool = True

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.may and perm == "registers.keep"
