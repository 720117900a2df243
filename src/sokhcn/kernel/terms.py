"""The day on which a term ends: so many days, working days, months or years after the day that starts it; and the day
on which so much is left of it."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from sokhcn.kernel.workdays import WorkCalendar


class Span(StrEnum):
    """What a term is counted in."""

    DAYS = "days"
    WORKDAYS = "workdays"
    MONTHS = "months"
    YEARS = "years"


def ends(start: date, amount: int, span: Span, calendar: WorkCalendar) -> date:
    """The last day of ``amount`` (at least 1) of ``span`` after ``start``.

    A term in months or years ends on the same day of its last month, or on that month's last day where it is shorter:
    31/8 and six months is 28/2 (Civil Code 91/2015/QH13, Articles 147 and 148).
    """
    if amount < 1:
        raise ValueError(f"a term of {amount} {span} ends nowhere")
    match span:
        case Span.DAYS:
            return start + timedelta(days=amount)
        case Span.WORKDAYS:
            return calendar.after(start, amount)
        case Span.MONTHS:
            return _months(start, amount)
        case Span.YEARS:
            return _months(start, 12 * amount)


def opens(end: date, amount: int, span: Span, calendar: WorkCalendar) -> date:
    """The last day on which ``amount`` (at least 1) of ``span`` are left before ``end``."""
    if amount < 1:
        raise ValueError(f"a term of {amount} {span} opens nowhere")
    match span:
        case Span.DAYS:
            return end - timedelta(days=amount)
        case Span.WORKDAYS:
            return calendar.before(end, amount)
        case Span.MONTHS:
            return _months(end, -amount)
        case Span.YEARS:
            return _months(end, -12 * amount)


def _months(start: date, amount: int) -> date:
    years, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))
