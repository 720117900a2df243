"""Dated reference data as kept: the regimes of reporting, each with its legal source, and the working calendar."""

from collections.abc import Iterator, Mapping
from typing import Any

from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.periods import Regime
from sokhcn.kernel.regimes import CALENDAR as CALENDAR
from sokhcn.kernel.regimes import DECREE_09 as DECREE_09
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.kept import Kept
from sokhcn.records.models import CalendarDay, ReportingRegime

MID_YEAR = "Từ {day}, kỳ bắt đầu từ ngày {new} thay vì ngày {old}, giữa năm."
WHAT_THEN = "Lũy kế từ đầu năm tính theo chế độ của kỳ báo cáo: số tháng cộng lại có thể khác. Nên đổi từ đầu năm."
SHIPPED = (DECREE_09, CALENDAR)


def regimes() -> tuple[Regime, ...]:
    """The regimes that the department keeps; one that it has no row of is as it ships. One query."""
    kept = [row.regime for row in ReportingRegime.objects.order_by("valid_from", "pk")]
    codes = {regime.id for regime in kept}
    return (*kept, *(regime for regime in SHIPPED if regime.id not in codes))


def mid_year(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """A remark where a regime changes the first day of its months while a year goes on."""
    assert isinstance(row, ReportingRegime)
    before = (
        ReportingRegime.objects.filter(code=row.code, valid_from__lt=row.valid_from).order_by("-valid_from").first()
    )
    shipped = next((regime for regime in SHIPPED if regime.id == row.code), None)
    old = before.first_day if before else shipped.first_day if shipped else row.first_day
    begins = (row.valid_from.month, row.valid_from.day)
    if old != row.first_day and begins not in ((1, 1), (12, row.first_day), (12, old)):
        told = {"day": written(row.valid_from), "old": str(old), "new": str(row.first_day)}
        yield Finding("regime.mid_year", Severity.LOOK, MID_YEAR, told, where, WHAT_THEN, about="valid_from")


def work_calendar() -> WorkCalendar:
    """The days off and the days worked in exchange that the department keeps; one query."""
    days = list(CalendarDay.objects.values_list("day", "kind"))
    off = frozenset(day for day, kind in days if kind == CalendarDay.Kind.OFF)
    return WorkCalendar(off, frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKED))
