"""Rows of radiation safety as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.radiation.models import Device, EmergencyTraining, Facility, Licence, WorkerCertificate
from tests.areas.registers import agency, establishment, save

DAY = date(2022, 1, 5)
X_RAY = "thiết bị X-quang trong chẩn đoán y tế"


def licence(holder: str = "Cơ sở A", **told: Any) -> Licence:
    """A licence for X-ray work, issued in January 2022, without a number."""
    about = {"work": X_RAY, "state": "issued", "issued_on": DAY, "recorded_on": DAY, "holder": establishment(holder)}
    return save(Licence(**{"agency": agency(), **about, **told}))


def certificate(employer: str = "Cơ sở A", **told: Any) -> WorkerCertificate:
    about = {"state": "issued", "issued_on": DAY, "recorded_on": DAY, "employer": establishment(employer)}
    return save(WorkerCertificate(**{"agency": agency(), **about, **told}))


def training(**told: Any) -> EmergencyTraining:
    about = {"topic": "ứng phó sự cố", "state": "held", "held_on": DAY, "recorded_on": DAY, "bodies": 3}
    return save(EmergencyTraining(**{"agency": agency(), **about, **told}))


def facility(name: str = "Cơ sở bức xạ A", **told: Any) -> Facility:
    about = {"establishment": establishment(), "began_on": date(2021, 1, 4), "recorded_on": DAY}
    return save(Facility(**{"agency": agency(), "name": name, **about, **told}))


def device(code: str = "XQ-1", at: Facility | None = None, **told: Any) -> Device:
    return save(Device(**{"code": code, "kind": "general", "facility": at or facility(), **told}))
