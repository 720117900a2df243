"""A report as what moves through the workflow: an agency's, on a period, to an addressee."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from sokhcn.compiler.outline import PROVINCE
from sokhcn.kernel.periods import Period
from sokhcn.people.models import User
from sokhcn.people.permissions import MAY
from sokhcn.records.models import Agency
from sokhcn.reports.models import Edition, Move, ReportState, Stage, report_name
from sokhcn.reports.outlining import sent_to
from sokhcn.reports.periods import the_period


@dataclass(frozen=True, slots=True)
class Report:
    """One report of ``agency``; permissions ask for its ``agency_id``, as they do of a row."""

    agency: Agency
    period: Period
    addressee: str = PROVINCE

    @property
    def agency_id(self) -> int | None:
        return self.agency.pk

    @property
    def code(self) -> str:
        """As commands call it: ``2022-01``, ``2022-01:bo``."""
        return report_name(self.period.code, self.addressee)

    @property
    def name(self) -> str:
        """As people call it."""
        return f"báo cáo {self.period.name}{sent_to(self.addressee, self.agency, self.period.end)}"

    @property
    def key(self) -> Mapping[str, Any]:
        """What names it in every row that belongs to it."""
        return {"agency": self.agency.code, "period_code": self.period.code, "addressee": self.addressee}

    def lets(self, user: User, permission: str) -> bool:
        """Whether ``user`` has ``permission`` on it, by a role of their own or of somebody they act for."""
        row: Any = self
        return user.has_perm(permission, row)

    def editions(self) -> "QuerySet[Edition]":
        return Edition.objects.filter(**self.key).order_by("-number")

    def edition(self, number: int) -> Edition | None:
        found: Edition | None = self.editions().filter(number=number).first()
        return found

    def latest(self) -> int | None:
        """The number of the latest edition; the editions themselves may fill megabytes."""
        number: int | None = self.editions().values_list("number", flat=True).first()
        return number

    def state(self, *, locked: bool = False) -> ReportState:
        """Where it stands; ``locked`` until the transaction ends. One that has not moved yet is a draft."""
        rows = ReportState.objects.filter(**self.key).select_related("signer")
        found: ReportState | None = (rows.select_for_update(of=("self",)) if locked else rows).first()
        return found or ReportState(**self.key, stage=Stage.DRAFT, edition=self.latest() or 0)

    def moves(self) -> "QuerySet[Move]":
        """Its steps, the oldest first."""
        return Move.objects.filter(**self.key).order_by("pk")


def the_report(name: str, agency: Agency) -> Report:
    """The report called ``2022-01`` or ``2022-01:bo``. Raises ``BadPeriod``."""
    code, _, addressee = name.partition(":")
    return Report(agency, the_period(code), addressee or PROVINCE)


def who_may(permission: str, agency: Agency) -> tuple[User, ...]:
    """The people of ``agency`` whose own role has ``permission``."""
    return tuple(User.objects.filter(agency=agency, is_active=True, role__in=MAY[permission]).order_by("pk"))
