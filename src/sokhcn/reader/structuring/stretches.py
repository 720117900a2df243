"""The reporting periods that the subject of a report names: the one it is about and the one it plans for."""

import re
from collections.abc import Iterator

from sokhcn.document.understood import Stretch
from sokhcn.kernel.dates import read_date
from sokhcn.kernel.periods import BadPeriod, Period, PeriodKind, Regime, period, window

_YEAR = r"(?:\s*(?:/|,?\s*năm\s+)\s*(?P<{}>(?:19|20)\d\d))?"
_PERIODS = re.compile(
    r"(?P<day>(?<!từ )ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|/\d{1,2}/)\d{4}(?!\s*(?:đến|-|–)))"  # of a paper
    r"|(?P<feast>(?:dịp\s+|trước\s+)?tết\s+[^,;]{0,40}?năm\s+\d{4})"  # the year of a feast is nobody's period
    r"|(?:từ\s+)?(?:ngày\s+)?(?P<first>\d{1,2}/\d{1,2}/\d{4})\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<last>\d{1,2}/\d{1,2}/\d{4})"
    rf"|(?P<nine>(?:0?9|chín)\s+tháng)(?:\s+đầu)?{_YEAR.format('y9')}"
    rf"|(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối){_YEAR.format('y6')}"
    rf"|tháng\s+(?P<month>\d{{1,2}}){_YEAR.format('ym')}"
    rf"|quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?!\w){_YEAR.format('yq')}"
    r"|năm\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_QUARTERS = ("I", "II", "III", "IV")


def stretches(subject: str, regime: Regime) -> tuple[Stretch | None, Stretch | None]:
    """The period that the report is about and the one that it plans for."""
    found = list(_PERIODS.finditer(subject))
    years = [int(y) for m in found for y in [m["y9"] or m["y6"] or m["ym"] or m["yq"] or m["year"]] if y]
    named = [p for m in found if (p := _period(m, years[0] if years else None, regime)) is not None]
    first = named[0] if named else None
    return (
        _stretch(first) if first else None,
        _stretch(named[1]) if first and len(named) > 1 and named[1].start > first.start else None,
    )


def _stretch(found: Period) -> Stretch:
    by_convention = found.kind in found.regime.by_convention
    note = f"{found.regime.basis}{'; kỳ này theo quy ước' if by_convention else ''}" if found.kind != "window" else ""
    return Stretch(found.kind.value, found.start, found.end, note)


def _period(found: re.Match[str], year: int | None, regime: Regime) -> Period | None:
    try:
        if found["first"]:
            first, last = read_date(found["first"]), read_date(found["last"])
            return window(first, last, regime) if first and last else None
        named = next(_named(found), None)
        own = found["y9"] or found["y6"] or found["ym"] or found["yq"] or found["year"] or year
        return period(named[0], int(own), named[1], regime) if named and own else None
    except BadPeriod:
        return None


def _named(found: re.Match[str]) -> Iterator[tuple[PeriodKind, int]]:
    if found["nine"]:
        yield PeriodKind.NINE_MONTHS, 1
    elif found["half"]:
        yield PeriodKind.HALF, 1 if found["half"].lower() == "đầu" else 2
    elif found["month"]:
        yield PeriodKind.MONTH, int(found["month"])
    elif found["quarter"]:
        said = found["quarter"].upper()
        yield PeriodKind.QUARTER, int(said) if said.isdecimal() else _QUARTERS.index(said) + 1
    elif found["year"]:
        yield PeriodKind.YEAR, 1
