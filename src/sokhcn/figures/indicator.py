"""An indicator: what is counted, in which unit, of which kind, on whose word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Question

SCOPES = 64  # for which the question of an indicator is kept


class Kind(StrEnum):
    """How a figure behaves over time: it decides how longer periods are asked, never by adding months up."""

    FLOW = "phát sinh trong kỳ"
    STOCK = "hiện có đến ngày cuối kỳ"
    DISTINCT = "đếm mỗi đối tượng một lần trong kỳ"
    PLAN = "theo chương trình năm"
    ESTIMATE = "ước"
    DERIVED = "tính từ các số khác"

    @property
    def adds_up(self) -> bool:
        """Whether a figure from the first day of the year says more than that of the period itself."""
        return self in (Kind.FLOW, Kind.DISTINCT)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is asked for: the agency (its id) and the period."""

    agency: int
    period: Period

    @property
    def days(self) -> tuple[date, date]:
        return self.period.days

    @property
    def last_day(self) -> date:
        return self.period.end

    @property
    def year(self) -> int:
        return self.period.year

    def year_to_date(self) -> "Scope":
        return Scope(self.agency, self.period.year_to_date())

    def last_year(self) -> "Scope":
        return Scope(self.agency, self.period.last_year())


@dataclass(frozen=True, slots=True)
class Indicator:
    """A declared question. ``key`` is a promise (``advice.issued``); ``basis`` prints on screens and in files.

    In ``basis``, ``{regime}`` stands for whatever fixes the days of the period asked for.
    """

    key: str
    label: str
    unit: str
    kind: Kind
    basis: str
    ask: Callable[[Scope], Question]

    def basis_in(self, period: Period) -> str:
        """On whose word the figure of ``period`` is counted."""
        return basis_in(self.basis, period)


def basis_in(basis: str, period: Period) -> str:
    """A basis as declared, with the regime of ``period`` where it stands for whatever fixes the days."""
    return basis.replace("{regime}", period.basis)


def indicator(
    key: str, label: str, *, unit: str, kind: Kind, basis: str
) -> Callable[[Callable[[Scope], Question]], Indicator]:
    """Turn a function from a scope to a question into an ``Indicator`` of the same name in its module.

    The question depends on nothing but the scope, so it is made once for each: what is asked of it is asked anew.
    """

    def declare(ask: Callable[[Scope], Question]) -> Indicator:
        return Indicator(key, label, unit, kind, basis, lru_cache(SCOPES)(ask))

    return declare
