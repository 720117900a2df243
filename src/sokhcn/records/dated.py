"""Dated reference data as kept: the regimes of reporting, each with its legal source, and the working calendar."""

from sokhcn.kernel.periods import Regime
from sokhcn.kernel.regimes import CALENDAR as CALENDAR
from sokhcn.kernel.regimes import DECREE_09 as DECREE_09
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.models import CalendarDay, ReportingRegime

SHIPPED = (DECREE_09, CALENDAR)


def regimes() -> tuple[Regime, ...]:
    """The regimes that the department keeps; one that it has no row of is as it ships. One query."""
    kept = [row.regime for row in ReportingRegime.objects.order_by("valid_from", "pk")]
    codes = {regime.id for regime in kept}
    return (*kept, *(regime for regime in SHIPPED if regime.id not in codes))


def work_calendar() -> WorkCalendar:
    """The days off and the days worked in exchange that the department keeps; one query."""
    days = list(CalendarDay.objects.values_list("day", "kind"))
    off = frozenset(day for day, kind in days if kind == CalendarDay.Kind.OFF)
    return WorkCalendar(off, frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKED))
