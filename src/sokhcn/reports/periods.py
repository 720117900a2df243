"""Periods by the code that people type, under the regime of periodic reports."""

from datetime import date

from sokhcn.kernel.periods import Period, read_period
from sokhcn.records.dated import DECREE_09, work_calendar


def the_period(code: str) -> Period:
    """The reporting period called ``code``. Raises ``BadPeriod``."""
    return read_period(code, DECREE_09)


def sent_from(period: Period) -> date:
    """The first day on which the report of ``period`` may be sent.

    At least one working day lies between the figures' last day and the sending (Decree 09/2019/NĐ-CP, Article 12).
    """
    return work_calendar().after(period.end, 1)
