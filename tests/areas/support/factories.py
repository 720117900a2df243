"""Rows of support as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.support.models import IntellectualPropertyGuidance, SupportTask, TrainingClass
from tests.areas.registers import agency, establishment, save

DAY = date(2022, 1, 5)


def task(code: str = "HT-1", **told: Any) -> SupportTask:
    """A running task on quality systems, begun long ago."""
    about = {"title": "Áp dụng ISO 9001", "kind": "quality_system", "state": "running", "started_on": date(2021, 3, 1)}
    return save(SupportTask(**{"agency": agency(), "code": code, "recorded_on": DAY, **about, **told}))


def training(topic: str = "khởi nghiệp", **told: Any) -> TrainingClass:
    """A start-up class held in January 2022."""
    about = {"field": "startup", "state": "held", "held_on": DAY, "recorded_on": DAY}
    return save(TrainingClass(**{"agency": agency(), "topic": topic, **about, **told}))


def guidance(beneficiary: str = "Cơ sở A", **told: Any) -> IntellectualPropertyGuidance:
    """Guidance on a trademark in January 2022."""
    about = {"ip_kind": "trademark", "guided_on": DAY, "recorded_on": DAY, "beneficiary": establishment(beneficiary)}
    return save(IntellectualPropertyGuidance(**{"agency": agency(), **about, **told}))
