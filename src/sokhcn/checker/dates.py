"""Dates as a text prints them, possible or not, and the days between which a report speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sokhcn.document.letters import Span
from sokhcn.document.understood import Understood

PRINTED = re.compile(
    r"(?<![\d/.])(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})\s?/\s?(?P<y>\d{4})(?![\d/])"
    r"|(?<!\w)ngày\s+(?P<ld>\d{1,2})\s+tháng\s+(?P<lm>\d{1,2})\s+năm\s+(?P<ly>\d{4})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date where it stands; ``day`` is None where there is no such day. ``long`` is ngày … tháng … năm …."""

    span: Span
    text: str
    day: date | None
    long: bool


def printed(text: str, start: int = 0, end: int | None = None) -> Iterator[Printed]:
    """The dates in ``text[start:end]``, in reading order."""
    for found in PRINTED.finditer(text, start, len(text) if end is None else end):
        long = found["ld"] is not None
        parts = (found["ld"], found["lm"], found["ly"]) if long else (found["d"], found["m"], found["y"])
        yield Printed(found.span(), found[0], _day(*(int(part) for part in parts)), long)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest_day(text: Understood) -> date | None:
    """The last day on which the document can have been written: its own date, or the end of its month in a draft."""
    header = text.header
    if header.date is not None:
        return header.date
    if header.month and header.year and 1 <= header.month <= 12:
        following = date(header.year + header.month // 12, header.month % 12 + 1, 1)
        return following - timedelta(1)
    return text.title.period.last + timedelta(31) if text.title.period else None


def in_window(text: Understood, day: date) -> bool:
    """Whether ``day`` lies in the reporting period that the title names."""
    period = text.title.period
    return period is not None and period.first <= day <= period.last


def moved_into_window(text: Understood, day: date) -> date | None:
    """``day`` in another year, or with day and month exchanged, where that lies in the reporting period."""
    period = text.title.period
    if period is None:
        return None
    years = dict.fromkeys((period.first.year, period.last.year))
    tried = [found for year in years if (found := _day(day.day, day.month, year))]
    tried += [found for found in (_day(day.month, day.day, day.year),) if found]
    return next((found for found in tried if in_window(text, found)), None)


def mended(text: Understood, day: date | None) -> date | None:
    """``day``; where it lies after the document itself, the day in the reporting period that was meant, if one fits."""
    latest = latest_day(text)
    if day is None or latest is None or day <= latest:
        return day
    return moved_into_window(text, day) or day
