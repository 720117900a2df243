"""Periods by the code that people type, under the regime of periodic reports."""

from sokhcn.kernel.periods import Period, read_period
from sokhcn.records.dated import DECREE_09


def the_period(code: str) -> Period:
    """The reporting period called ``code``. Raises ``BadPeriod``."""
    return read_period(code, DECREE_09)
