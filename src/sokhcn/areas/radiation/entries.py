"""What the chapter says of one licence and of one certificate."""

from dataclasses import dataclass
from datetime import date

from sokhcn.areas.radiation.models import Device, Licence, WorkerCertificate


@dataclass(frozen=True, slots=True)
class Licensed:
    """``work`` is licensed to ``holder``; ``whole`` says both, for a sentence about several kinds of work."""

    work: str
    holder: str
    whole: str
    action: str = ""
    number: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    devices: tuple[str, ...] = ()

    @property
    def issued_to(self) -> str:
        """The body by which reports name a licence."""
        return self.holder


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate for somebody who works at ``employer``. The person is not named: personal data."""

    employer: str

    @property
    def issued_to(self) -> str:
        """The body by which reports name a certificate."""
        return self.employer


def licensed(row: Licence) -> Licensed:
    whole = f"{row.work} cho {row.holder.name}"
    action, devices = str(row.get_action_display()), tuple(sorted(map(_named, row.devices.all())))
    return Licensed(row.work, row.holder.name, whole, action, row.number, row.issued_on, row.expires_on, devices)


def _named(device: Device) -> str:
    """The kind of a device, with its make where that is told: ``Chụp cắt lớp vi tính (CT) Hãng A, kiểu B``."""
    make = ", kiểu ".join(told for told in (device.maker, device.model) if told)
    return f"{device.get_kind_display()} {make}".strip()


def certified(row: WorkerCertificate) -> Certified:
    return Certified(row.employer.name)
