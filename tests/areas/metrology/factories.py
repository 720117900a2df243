"""Jobs on instruments as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.metrology.models import Instrument, Job
from tests.areas.registers import agency, establishment, save

DAY = date(2022, 1, 5)


def instrument(serial: str, owner: str = "Cơ sở A") -> Instrument:
    at = establishment(owner)
    found: Instrument | None = Instrument.objects.filter(serial_number=serial, establishment=at).first()
    return found or save(Instrument(serial_number=serial, establishment=at, kind="fuel_dispenser"))


def job(serial: str = "S1", owner: str = "Cơ sở A", **told: Any) -> Job:
    """An instrument verified on 05/01/2022 and passed."""
    about = {"service": "verification", "result": "passed", "state": "performed", "performed_on": DAY}
    where = {"instrument": instrument(serial, owner), "establishment": establishment(owner), "recorded_on": DAY}
    return save(Job(**{"agency": agency(), **where, **about, **told}))
