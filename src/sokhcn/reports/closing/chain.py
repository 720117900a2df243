"""Periods beside a period: the one before it, and longer ones that end with it."""

from datetime import timedelta

from sokhcn.kernel.periods import MONTHS_IN, Period, PeriodKind, period, window

KINDS = tuple(MONTHS_IN)  # from the shortest to the longest


def previous(of: Period) -> Period:
    """The period of the same kind before; before nine months, the half year whose report came last."""
    if of.kind is PeriodKind.WINDOW:
        before = of.start - timedelta(1)
        return window(before - (of.end - of.start), before, of.regime)
    if of.kind is PeriodKind.NINE_MONTHS:
        return period(PeriodKind.HALF, of.year, 1, of.regime)
    if of.index > 1:
        return period(of.kind, of.year, of.index - 1, of.regime)
    return period(of.kind, of.year - 1, 12 // MONTHS_IN[of.kind], of.regime)


def longer(than: Period) -> tuple[Period, ...]:
    """The longer periods that end with the same month, the longest first."""
    if than.kind not in MONTHS_IN:
        return ()
    year, month = than.last_month
    kinds = [kind for kind in KINDS if MONTHS_IN[kind] > MONTHS_IN[than.kind] and month % MONTHS_IN[kind] == 0]
    return tuple(period(kind, year, month // MONTHS_IN[kind], than.regime) for kind in reversed(kinds))
