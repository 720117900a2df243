"""Jobs on instruments as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.metrology.models import Designation, Instrument, Job, Standard, Verifier
from tests.areas.registers import agency, establishment, save

DAY = date(2022, 1, 5)


def instrument(serial: str, owner: str = "Cơ sở A", kind: str = "fuel_dispenser") -> Instrument:
    at = establishment(owner)
    found: Instrument | None = Instrument.objects.filter(serial_number=serial, establishment=at).first()
    return found or save(Instrument(serial_number=serial, establishment=at, kind=kind))


def job(serial: str = "S1", owner: str = "Cơ sở A", **told: Any) -> Job:
    """An instrument verified on 05/01/2022 and passed."""
    about = {"service": "verification", "result": "passed", "state": "performed", "performed_on": DAY}
    where = {"instrument": instrument(serial, owner), "establishment": establishment(owner), "recorded_on": DAY}
    return save(Job(**{"agency": agency(), **where, **about, **told}))


def standard(code: str = "C1", **told: Any) -> Standard:
    """A standard in use since 2021."""
    about = {"name": "Quả cân chuẩn", "state": "in_use", "in_use_since": date(2021, 1, 4), "recorded_on": DAY}
    return save(Standard(**{"agency": agency(), "code": code, **about, **told}))


def verifier(card: str = "T1", **told: Any) -> Verifier:
    about = {"name": "Kiểm định viên", "card_issued_on": date(2021, 1, 4), "recorded_on": DAY}
    return save(Verifier(**{"agency": agency(), "card_number": card, **about, **told}))


def designation(number: str = "15/QĐ-TĐC", **told: Any) -> Designation:
    about = {"body": "Trung tâm A", "scope": "Cân", "issued_on": date(2021, 1, 4), "recorded_on": DAY}
    return save(Designation(**{"agency": agency(), "number": number, **about, **told}))
