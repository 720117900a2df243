"""The days of the reports themselves: when registers are closed, and when each report is to be sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sokhcn.compiler.outline import PROVINCE
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.records.dated import regimes, work_calendar
from sokhcn.records.models import Agency
from sokhcn.reports.closing.chain import longer, previous
from sokhcn.reports.closing.duties import Owed, in_force, owed
from sokhcn.reports.models import Edition, ReportingDuty, ReportState, Stage
from sokhcn.reports.periods import the_period

IN_USE = timedelta(days=100)  # an agency without a report for so long is not late with one


@dataclass(frozen=True, slots=True)
class Dated:
    """Something to be done for the report of ``period`` by a day: what, who, and the rule that made the day."""

    title: str
    period: Period
    due_on: date
    owner: str
    because: str


def period_of(day: date) -> Period:
    """The month whose figures ``day`` belongs to; one query."""
    known = regimes()
    for code in (f"{day:%Y-%m}", f"{day + timedelta(days=31 - day.day + 1):%Y-%m}"):
        found = the_period(code, known)
        if found.start <= day <= found.end:
            return found
    raise BadPeriod(f"Ngày {day:%d/%m/%Y} không thuộc kỳ nào.")


def agenda(agency: Agency, day: date) -> tuple[Dated, ...]:
    """What the reports of the month around ``day``, of the month before and of the longer periods that end with them
    still ask for, the earliest first; six queries."""
    now = period_of(day)
    before = previous(now)
    periods = (before, *longer(before), now, *longer(now))
    editions = Edition.objects.filter(agency=agency.code, ends_on__gte=before.start - IN_USE)
    in_use = editions.exists()
    issued = ReportState.objects.filter(
        agency=agency.code, stage=Stage.ISSUED, period_code__in=[period.code for period in periods]
    )
    sent = {(row.period_code, row.addressee == PROVINCE) for row in issued}
    duties, calendar = in_force(day), work_calendar()
    open_ = [one for period in periods for one in owed(period, duties, calendar) if not _is_done(one, sent)]
    found = [dated for dated in _told(open_, day) if in_use or dated.due_on >= day]
    return tuple(sorted(found, key=lambda dated: dated.due_on))


def _is_done(one: Owed, sent: set[tuple[str, bool]]) -> bool:
    level = one.duty.level
    provincial = level != ReportingDuty.Level.MINISTRY
    return one.absorbed_by is not None or (one.period.code, provincial) in sent


def _told(duties: Iterable[Owed], day: date) -> Iterator[Dated]:
    """The closing of registers once a period, as long as it lies ahead (what is not closed afterwards is told register
    by register); then the sending of each report."""
    seen: set[tuple[str, date]] = set()
    for one in duties:
        duty, period = one.duty, one.period
        if duty.level != ReportingDuty.Level.UNIT:
            title = f"{duty.name}, {period.short_name}"
            yield Dated(title, period, one.dates.due, f"{duty.owed_by} gửi {duty.owed_to}", duty.source)
            continue
        closing = one.dates.locked or one.dates.due
        if closing >= day and (period.code, closing) not in seen:
            seen.add((period.code, closing))
            yield Dated(f"Chốt số liệu {period.short_name}", period, closing, duty.owed_by, duty.source)


def workdays_left(period: Period, day: date) -> int | None:
    """How many working days are left after ``day`` until the figures of ``period`` are cut off; None when that is past
    or the period has not begun. One query where it is asked at all."""
    if not period.start <= day <= period.end:
        return None
    return work_calendar().between(day + timedelta(days=1), period.end)
