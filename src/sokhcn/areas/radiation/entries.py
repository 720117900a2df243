"""What the chapter says of one licence and of one certificate."""

from dataclasses import dataclass
from datetime import date

from sokhcn.areas.radiation.models import Licence, WorkerCertificate


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
    return Licensed(
        row.work, row.holder.name, whole, str(row.get_action_display()), row.number, row.issued_on, row.expires_on
    )


def certified(row: WorkerCertificate) -> Certified:
    return Certified(row.employer.name)
