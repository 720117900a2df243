"""Dated reference data: regimes of reporting as they ship, each with its legal source; the working calendar as kept."""

from datetime import date

from sokhcn.kernel.periods import PeriodKind, Regime
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.models import CalendarDay

DECREE_09 = Regime(
    id="ND09-2019",
    name="Chế độ báo cáo định kỳ (ngày 15 tháng trước đến ngày 14)",
    first_day=15,
    basis="Nghị định số 09/2019/NĐ-CP, Điều 12",
    valid_from=date(2019, 3, 12),
    by_convention=frozenset({PeriodKind.NINE_MONTHS}),
)
CALENDAR = Regime(
    id="lich",
    name="Chế độ thống kê (theo tháng dương lịch)",
    first_day=1,
    basis="Nghị định số 60/2018/NĐ-CP",
    valid_from=date(2018, 4, 20),
)
REGIMES = (DECREE_09, CALENDAR)


def work_calendar() -> WorkCalendar:
    """The days off and the days worked in exchange that the department keeps; one query."""
    days = list(CalendarDay.objects.values_list("day", "kind"))
    off = frozenset(day for day, kind in days if kind == CalendarDay.Kind.OFF)
    return WorkCalendar(off, frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKED))
