"""The regimes of reporting that ship, each with its legal source; a department may keep others."""

from datetime import date

from sokhcn.kernel.periods import PeriodKind, Regime

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
