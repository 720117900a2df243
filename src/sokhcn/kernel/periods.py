"""Reporting periods, and the regimes that say which days belong to them.

A period is a run of whole months of a year; a regime says on which day a month begins. Under Decree 09/2019/NĐ-CP,
Article 12, month M runs from the 15th of the month before to the 14th of M; statistics use the calendar month.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sokhcn.kernel.dates import EARLIEST, LATEST, month_written
from sokhcn.kernel.numerals import roman


class PeriodKind(StrEnum):
    """The kinds of periodic report, and a free window of days."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    WINDOW = "window"


LONGEST = 100  # years of a free window, so that the window after it is in the calendar too
MONTHS_IN = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


KIND_NAMES = {
    PeriodKind.MONTH: "tháng",
    PeriodKind.QUARTER: "quý",
    PeriodKind.HALF: "6 tháng",
    PeriodKind.NINE_MONTHS: "9 tháng",
    PeriodKind.YEAR: "năm",
    PeriodKind.WINDOW: "từ ngày đến ngày",
}


@dataclass(frozen=True, slots=True)
class Regime:
    """Which days belong to a month. ``first_day`` 1 is the calendar; otherwise month M begins on that day of M-1.

    ``by_convention`` names the kinds whose window the legal basis does not fix. A regime ``for_statistics`` marks the
    codes and names of its periods, so that no report of it is taken for the periodic report of the same month.
    """

    id: str
    name: str
    first_day: int
    basis: str
    valid_from: date
    valid_to: date | None = None
    by_convention: frozenset[PeriodKind] = frozenset()
    for_statistics: bool = False
    verified: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the regime is in force on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def starts(self, year: int, month: int) -> date:
        """The first day of ``month`` (1 to 12, or beyond: 13 is January of the next year)."""
        carried, zero_based = divmod(month - (2 if self.first_day > 1 else 1), 12)
        return date(year + carried, zero_based + 1, self.first_day)


class BadPeriod(ValueError):
    """A period's code cannot be read; the message says which forms are."""


@dataclass(frozen=True, slots=True)
class Period:
    """``kind`` number ``index`` (from 1) of ``year``; ``start`` and ``end`` are its first and last day."""

    kind: PeriodKind
    year: int
    index: int
    start: date
    end: date
    regime: Regime

    @property
    def days(self) -> tuple[date, date]:
        """First and last day, both inside."""
        return self.start, self.end

    @property
    def code(self) -> str:
        """The short form that commands use: ``2022-01``, ``2022-6T1``, and for statistics ``2022-01@lich``."""
        return f"{self._code}{MARK}{self.regime.id}" if self.regime.for_statistics else self._code

    @property
    def name(self) -> str:
        """As titles say it: ``tháng 01 năm 2022``, ``quý I năm 2022``, ``6 tháng đầu năm 2022``."""
        return f"{self._name}{self._apart}"

    @property
    def short_name(self) -> str:
        """As sentences say it: ``tháng 01/2022``, ``quý I/2022``."""
        shortened = self.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
        apart = " (thống kê)" if self.regime.for_statistics else ""
        return f"{self._name.replace(' năm ', '/') if shortened else self._name}{apart}"

    @property
    def by_convention(self) -> bool:
        """Whether no law fixes these days: the regime leaves this kind open, or was not in force on the last day."""
        chosen = self.kind is PeriodKind.WINDOW
        return not chosen and (self.kind in self.regime.by_convention or not self.regime.holds_on(self.end))

    @property
    def basis(self) -> str:
        """On whose word these are the days, as it follows ``theo``."""
        if self.kind is PeriodKind.WINDOW:
            return "khoảng ngày tự chọn"
        return f"quy ước, phỏng theo {self.regime.basis}" if self.by_convention else self.regime.basis

    @property
    def dates(self) -> str:
        """First and last day as people write them."""
        return f"{_written(self.start)} – {_written(self.end)}"

    @property
    def span(self) -> str:
        """The dates, and whether they go by convention: for places that do not tell the basis."""
        return f"{self.dates} (quy ước)" if self.by_convention else self.dates

    @property
    def _apart(self) -> str:
        """What keeps a period of statistics apart in every sentence: its days, which a free window names anyway."""
        marked = self.regime.for_statistics and self.kind is not PeriodKind.WINDOW
        return f" (từ {_written(self.start)} đến {_written(self.end)})" if marked else ""

    @property
    def _code(self) -> str:
        match self.kind:
            case PeriodKind.MONTH:
                return f"{self.year}-{self.index:02}"
            case PeriodKind.QUARTER:
                return f"{self.year}-Q{self.index}"
            case PeriodKind.HALF:
                return f"{self.year}-6T{self.index}"
            case PeriodKind.NINE_MONTHS:
                return f"{self.year}-9T"
            case PeriodKind.YEAR:
                return str(self.year)
            case PeriodKind.WINDOW:
                return f"{self.start.isoformat()}..{self.end.isoformat()}"

    @property
    def _name(self) -> str:
        match self.kind:
            case PeriodKind.MONTH:
                return f"tháng {month_written(self.index)} năm {self.year}"
            case PeriodKind.QUARTER:
                return f"quý {roman(self.index)} năm {self.year}"
            case PeriodKind.HALF:
                return f"6 tháng {'đầu' if self.index == 1 else 'cuối'} năm {self.year}"
            case PeriodKind.NINE_MONTHS:
                return f"9 tháng đầu năm {self.year}"
            case PeriodKind.YEAR:
                return f"năm {self.year}"
            case PeriodKind.WINDOW:
                return f"từ {_written(self.start)} đến {_written(self.end)}"

    @property
    def last_month(self) -> tuple[int, int]:
        """Year and month of the period's last month: the month that dates its report."""
        if self.kind is PeriodKind.WINDOW:
            return self.end.year, self.end.month
        return self.year, self.index * MONTHS_IN[self.kind]

    def next(self) -> "Period":
        """The period of the same kind that follows; after nine months, the last quarter."""
        if self.kind is PeriodKind.WINDOW:
            return window(self.end + timedelta(1), self.end + timedelta((self.end - self.start).days + 1), self.regime)
        if self.kind is PeriodKind.NINE_MONTHS:
            return period(PeriodKind.QUARTER, self.year, 4, self.regime)
        last = 12 // MONTHS_IN[self.kind]
        year, index = (self.year, self.index + 1) if self.index < last else (self.year + 1, 1)
        return period(self.kind, year, index, self.regime)

    def year_to_date(self) -> "Period":
        """From the first day of the period's year to its last day, as a free window; a year is its own."""
        if self.kind is PeriodKind.YEAR:
            return self
        return window(self.regime.starts(self.year, 1), self.end, self.regime)

    def last_year(self) -> "Period":
        """The same period one year before; a free window keeps its days, 29 February becoming the 28th."""
        if self.kind is PeriodKind.WINDOW:
            return window(_a_year_before(self.start), _a_year_before(self.end), self.regime)
        return period(self.kind, self.year - 1, self.index, self.regime)


def _written(day: date) -> str:
    return f"{day:%d/%m}/{day.year:04}"


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def period(kind: PeriodKind, year: int, index: int, regime: Regime) -> Period:
    """The ``index``-th period of ``kind`` in ``year`` under ``regime``."""
    length = MONTHS_IN[kind]
    first = (index - 1) * length + 1
    if not 1 <= index <= 12 // length:
        raise BadPeriod(f"Năm {year} không có {KIND_NAMES[kind]} thứ {index}.")
    _within(year, EARLIEST - 1, LATEST + 1)
    end = regime.starts(year, first + length) - timedelta(1)
    return Period(kind, year, index, regime.starts(year, first), end, regime)


def window(start: date, end: date, regime: Regime) -> Period:
    """A free run of days, both ends inside."""
    if end < start:
        raise BadPeriod(f"Ngày cuối {_written(end)} đứng trước ngày đầu {_written(start)}.")
    return Period(PeriodKind.WINDOW, end.year, 1, start, end, regime)


def _within(year: int, first: int = EARLIEST, last: int = LATEST) -> None:
    if not first <= year <= last:
        raise BadPeriod(f"Năm {year:04} nằm ngoài các năm {EARLIEST} – {LATEST}.")


def kinds_named(kinds: Iterable[str]) -> str:
    """Kinds of periods as people list them: ``quý, 6 tháng, 9 tháng``."""
    return ", ".join(KIND_NAMES[PeriodKind(kind)] for kind in kinds)


MARK = "@"
CODES = (
    (re.compile(r"([0-9]{4})-([0-9]{2})"), PeriodKind.MONTH),
    (re.compile(r"([0-9]{4})-[Qq]([0-9])"), PeriodKind.QUARTER),
    (re.compile(r"([0-9]{4})-6[Tt]([0-9])"), PeriodKind.HALF),
    (re.compile(r"([0-9]{4})-9[Tt]()"), PeriodKind.NINE_MONTHS),
    (re.compile(r"([0-9]{4})()"), PeriodKind.YEAR),
)
BETWEEN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
FORMS = (
    "tháng 2022-01, quý 2022-Q1, sáu tháng 2022-6T1, chín tháng 2022-9T, năm 2022, "
    "từ ngày đến ngày 2022-01-01..2022-01-31"
)


def without_regime(code: str) -> tuple[str, str]:
    """A code without the regime that it names, and that regime's id: ``2022-01@lich`` names one, ``2022-01`` none."""
    plain, _, regime = code.strip().partition(MARK)
    return plain, regime


def read_period(code: str, regime: Regime) -> Period:
    """The period that ``code`` names, or ``BadPeriod`` saying what is wrong and which forms are understood."""
    plain, named = without_regime(code)
    why = ""
    if named in ("", regime.id):
        try:
            if found := _read(plain, regime):
                return found
        except BadPeriod as bad:
            why = f" {bad}"
        except ValueError:
            why = " Ngày ấy không có trong lịch."
    raise BadPeriod(f"Không hiểu kỳ “{code}”.{why} Viết theo một trong các dạng: {FORMS}.")


def _read(code: str, regime: Regime) -> Period | None:
    if found := BETWEEN.fullmatch(code):
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
        _within(first.year)
        _within(last.year)
        if last.year - first.year > LONGEST:
            raise BadPeriod(f"Khoảng ngày dài quá {LONGEST} năm.")
        return window(first, last, regime)
    for pattern, kind in CODES:
        if found := pattern.fullmatch(code):
            _within(int(found[1]))
            return period(kind, int(found[1]), int(found[2] or 1), regime)
    return None
