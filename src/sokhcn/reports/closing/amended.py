"""Figures that were reported, would be others now, and which officers left to the next report to supplement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime

from sokhcn.kernel.numerals import amount, count
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency, Issued
from sokhcn.reports.models import Drift, Edition
from sokhcn.reports.periods import the_period

NO_VALUE = "không có số"


@dataclass(frozen=True, slots=True)
class Amended:
    """One figure of an earlier report; ``on`` is the day on which what changed it was written."""

    entry: Drift
    period: Period
    on: date

    @property
    def area(self) -> str:
        """The area whose figure it is."""
        return self.entry.figure.partition(".")[0]

    @property
    def said(self) -> str:
        """As the report says it: which figure of which period, what was reported and what it is now, written when."""
        entry = self.entry
        aspect = "" if entry.aspect == Drift.Aspect.VALUE else f", {entry.get_aspect_display()}"
        unit = f" {entry.unit}" if entry.unit else ""
        now = f"đã báo cáo {_said(entry.was)}, nay là {_said(entry.would_be)}{unit}"
        return f"{entry.label} {self.period.name}{aspect}: {now} (ghi ngày {self.on:%d/%m/%Y})"


def amended_for(period: Period, agency: Agency, addressee: str) -> tuple[Amended, ...]:
    """The figures that the report of ``period`` tells as *bổ sung*: of earlier reports of its kind, each in the first
    one that leaves the house after the answer. One query; two where there are any."""
    if period.regime.for_statistics:
        return ()
    entries = Drift.objects.filter(agency=agency.code, addressee=addressee, state=Drift.State.SUPPLEMENT)
    found = [one for one in map(_amended, entries.order_by("pk")) if _goes_before(one.period, period)]
    if not found:
        return ()
    told = set(_told_elsewhere(period, agency, addressee))
    waiting = (one for one in found if one.entry.pk not in told)
    return tuple(sorted(waiting, key=lambda one: (one.period.start, one.entry.figure, one.entry.pk)))


def _amended(entry: Drift) -> Amended:
    moments = [datetime.fromisoformat(cause["at"]) for cause in entry.causes] or [entry.noticed_at]
    return Amended(entry, the_period(entry.period_code), localtime(max(moments)).date())


def _goes_before(one: Period, other: Period) -> bool:
    return one.kind is other.kind and one.end < other.start


def _told_elsewhere(period: Period, agency: Agency, addressee: str) -> Iterator[int]:
    """The entries that issued reports of other periods tell."""
    issued = set(Issued.objects.filter(agency=agency.code).values_list("report", flat=True))
    telling = Edition.objects.filter(agency=agency.code, addressee=addressee, rules__has_key="supplements")
    for edition in telling.exclude(period_code=period.code).only("period_code", "addressee", "number", "rules"):
        if edition.label in issued:
            yield from edition.rules["supplements"]["figures"]


def latest(amended: Iterable[Amended]) -> tuple[Amended, ...]:
    """Of several entries on one figure the last; none on a year to date that changed just as the period itself did."""
    last = {(one.entry.edition_label, one.entry.figure, one.entry.aspect): one for one in amended}
    once: dict[object, Amended] = {}
    for one in last.values():
        once.setdefault((one.entry.edition_label, one.entry.figure, one.entry.was, one.entry.would_be), one)
    return tuple(once.values())


def keys_of(amended: Iterable[Amended]) -> list[int]:
    """By what an edition keeps which entries it tells."""
    return [one.entry.pk for one in amended]


def _said(kept: Any) -> str:
    if kept is None:
        return NO_VALUE
    return count(kept) if isinstance(kept, int) else amount(Decimal(kept).normalize())
