"""Periods by the code that people type, under the regime in force, and the day from which their report may be sent."""

from collections.abc import Iterable
from datetime import date

from sokhcn.kernel.periods import MARK, BadPeriod, Period, Regime, read_period, without_regime
from sokhcn.records.dated import regimes, work_calendar


def the_period(code: str, known: Iterable[Regime] | None = None) -> Period:
    """The period called ``code``: of periodic reports, or of the regime that it names (``2022-01@lich``).

    ``known`` spares the query for the regimes. Raises ``BadPeriod``.
    """
    plain, named = without_regime(code)
    every = tuple(regimes() if known is None else known)
    return _in_force([read_period(plain, regime) for regime in _meant(every, named)])


def under(code: str, regime: str) -> str:
    """``code`` under ``regime``, where one is named."""
    return f"{without_regime(code)[0]}{MARK}{regime}" if regime else code


def compile_command(report: str) -> str:
    """The command that compiles the report called ``2022-01`` or ``2022-Q1:bo``: what people are told to do next."""
    code, _, addressee = report.partition(":")
    return f"./sokhcn compile {code}" + (f" --to {addressee}" if addressee else "")


def _meant(every: tuple[Regime, ...], named: str) -> list[Regime]:
    meant = [r for r in every if (r.id == named if named else not r.for_statistics)]
    if not meant:
        known = ", ".join(dict.fromkeys(regime.id for regime in every))
        raise BadPeriod(f"Không có chế độ báo cáo “{named}”. Các chế độ: {known}.")
    return sorted(meant, key=lambda regime: regime.valid_from)


def _in_force(periods: list[Period]) -> Period:
    """The one whose regime was in force on its last day; the latest, where several were.

    Where none was, the nearest in time stands in, and the period says that its days go by convention.
    """
    if held := [period for period in periods if period.regime.holds_on(period.end)]:
        return held[-1]
    begun = [period for period in periods if period.regime.valid_from <= period.end]
    return begun[-1] if begun else periods[0]


def sent_from(period: Period) -> date:
    """The first day on which the report of ``period`` may be sent.

    At least one working day lies between the figures' last day and the sending (Decree 09/2019/NĐ-CP, Article 12).
    """
    return work_calendar().after(period.end, 1)
