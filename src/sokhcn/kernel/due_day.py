"""The day on which a report is due: so many working days after the cut-off, or on a day of a month."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sokhcn.kernel.periods import Period
from sokhcn.kernel.workdays import WorkCalendar


class Moved(StrEnum):
    """What becomes of a day that nobody works on."""

    STAYS = "stays"
    FORWARD = "forward"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class AfterCutOff:
    """``workdays`` working days after the last day of the figures."""

    workdays: int

    def on(self, period: Period, calendar: WorkCalendar) -> date:
        return calendar.after(period.end, self.workdays)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Day ``day`` of the period's last month, or of the ``months``-th month after it; a short month ends earlier."""

    day: int
    months: int = 0
    moved: Moved = Moved.STAYS

    def on(self, period: Period, calendar: WorkCalendar) -> date:
        year, month = period.last_month
        years, zero_based = divmod(month - 1 + self.months, 12)
        year, month = year + years, zero_based + 1
        found = date(year, month, min(self.day, monthrange(year, month)[1]))
        match self.moved:
            case Moved.STAYS:
                return found
            case Moved.FORWARD:
                return calendar.on_or_after(found)
            case Moved.BACK:
                return calendar.on_or_before(found)


DueDay = AfterCutOff | DayOfMonth


@dataclass(frozen=True, slots=True)
class Dates:
    """The three dates of a report: ngày chốt số liệu, khóa sổ, hạn gửi; each None where nothing sets it."""

    cut_off: date
    locked: date | None
    due: date


def dates_of(period: Period, calendar: WorkCalendar, due: DueDay, locked_after: int | None) -> Dates:
    """The dates of ``period``'s report. Registers are locked ``locked_after`` working days after the cut-off."""
    locked = calendar.after(period.end, locked_after) if locked_after else None
    return Dates(period.end, locked, due.on(period, calendar))
