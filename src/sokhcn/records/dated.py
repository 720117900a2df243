"""Dated reference data as kept: the regimes of reporting, each with its legal source, and the working calendar."""

from datetime import date

from sokhcn.kernel.periods import PeriodKind, Regime
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.models import CalendarDay, ReportingRegime

DECREE_09 = Regime(
    id="ND09-2019",
    name="Chế độ báo cáo định kỳ (ngày 15 tháng trước đến ngày 14)",
    first_day=15,
    basis="Điều 12 Nghị định số 09/2019/NĐ-CP",
    valid_from=date(2019, 3, 12),
    by_convention=frozenset({PeriodKind.NINE_MONTHS}),
)
CALENDAR = Regime(
    id="lich",
    name="Chế độ thống kê (theo tháng dương lịch)",
    first_day=1,
    basis="Nghị định số 60/2018/NĐ-CP",
    valid_from=date(2018, 4, 20),
    for_statistics=True,
)
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
