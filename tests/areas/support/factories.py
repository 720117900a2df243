"""Rows of support as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.support.models import (
    Disbursement,
    IntellectualPropertyGuidance,
    Participant,
    Startup,
    SupportTask,
    TrainingClass,
)
from tests.areas.registers import agency, establishment, save

DAY = date(2022, 1, 5)


def task(code: str = "HT-1", **told: Any) -> SupportTask:
    """A running task on quality systems, begun long ago."""
    about = {"title": "Áp dụng ISO 9001", "kind": "quality_system", "state": "running", "started_on": date(2021, 3, 1)}
    return save(SupportTask(**{"agency": agency(), "code": code, "recorded_on": DAY, **about, **told}))


def payment(of: SupportTask, number: int = 1, **told: Any) -> Disbursement:
    return save(Disbursement(**{"task": of, "number": number, "amount": 30, **told}))


def training(topic: str = "khởi nghiệp", **told: Any) -> TrainingClass:
    """A start-up class held in January 2022."""
    about = {"field": "startup", "state": "held", "held_on": DAY, "recorded_on": DAY}
    return save(TrainingClass(**{"agency": agency(), "topic": topic, **about, **told}))


def participant(of: TrainingClass, name: str, kind: str, of_body: str = "") -> Participant:
    place = establishment(of_body) if of_body else None
    return save(Participant(training=of, name=name, kind=kind, establishment=place))


def guidance(beneficiary: str = "Cơ sở A", **told: Any) -> IntellectualPropertyGuidance:
    """Guidance on a trademark in January 2022."""
    about = {"ip_kind": "trademark", "guided_on": DAY, "recorded_on": DAY, "beneficiary": establishment(beneficiary)}
    return save(IntellectualPropertyGuidance(**{"agency": agency(), **about, **told}))


def startup(name: str = "Dự án A", **told: Any) -> Startup:
    """A project that has been incubated since last year."""
    about = {"kind": "project", "incubated_from": date(2021, 6, 1), "recorded_on": DAY}
    return save(Startup(**{"agency": agency(), "name": name, **about, **told}))
