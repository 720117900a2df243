"""What is owed for a period: who owes which report to whom, its three dates, and the longer report that absorbs it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sokhcn.kernel.due_day import Dates, dates_of
from sokhcn.kernel.periods import Period
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.dated import work_calendar
from sokhcn.reports.closing.chain import longer
from sokhcn.reports.models import ReportingDuty


@dataclass(frozen=True, slots=True)
class Owed:
    """One report owed for ``period``. An absorbed one is not sent: ``absorbed_by`` is the period of the one that is.

    ``too_early`` is a due date that leaves no working day after the cut-off (Decree 09/2019/NĐ-CP, Article 12).
    """

    duty: ReportingDuty
    period: Period
    dates: Dates
    absorbed_by: Period | None
    too_early: bool


def in_force(day: date) -> tuple[ReportingDuty, ...]:
    """The duties that hold on ``day``, in the order of units, province and ministry; one query."""
    levels = list(ReportingDuty.Level.values)
    kinds = list(ReportingDuty.Kind.values)
    return tuple(
        sorted(ReportingDuty.on(day), key=lambda d: (levels.index(d.level), d.code, kinds.index(d.kind), d.unit))
    )


def owed(
    period: Period, duties: Iterable[ReportingDuty] | None = None, calendar: WorkCalendar | None = None
) -> tuple[Owed, ...]:
    """What is owed for ``period``, absorbed reports too. Statistics and free windows owe nothing."""
    if period.regime.for_statistics:
        return ()
    known = tuple(in_force(period.end) if duties is None else duties)
    days = work_calendar() if calendar is None else calendar
    return tuple(_owed(duty, period, known, days) for duty in known if duty.kind == period.kind)


def _owed(duty: ReportingDuty, period: Period, known: Sequence[ReportingDuty], calendar: WorkCalendar) -> Owed:
    dates = dates_of(period, calendar, duty.due, duty.locked_after)
    return Owed(duty, period, dates, _absorbing(duty, period, known), dates.due < calendar.after(period.end, 1))


def _absorbing(duty: ReportingDuty, period: Period, known: Sequence[ReportingDuty]) -> Period | None:
    """The longest period ending with ``period`` for which the same report is owed too, where the duty gives way."""
    if not duty.absorbed:
        return None
    kinds = {other.kind for other in known if (other.code, other.unit) == (duty.code, duty.unit)}
    return next((found for found in longer(period) if found.kind in kinds), None)


def locked_on(period: Period) -> date:
    """The day of *khóa sổ*: the first that a duty of units sets for such a period, else the first working day after
    the cut-off, which the law leaves before anything is sent."""
    calendar = work_calendar()
    told = [one.dates.locked for one in owed(period, None, calendar) if one.duty.level == ReportingDuty.Level.UNIT]
    return min(filter(None, told), default=calendar.after(period.end, 1))
