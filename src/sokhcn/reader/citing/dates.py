"""Dates as citations print them, right or not: 06/ 10 /2017, 22.12.2024, ngày12 tháng 07năm 2020, blanks of drafts."""

import re
from dataclasses import dataclass
from datetime import date

from sokhcn.reader.citing.plain import Plain

_WORDS = (
    r"(?P<d>\d{1,2})\s*(?:tháng|ngày)\s*(?P<m>\d{1,2})\s*(?:,?\s*(?:n[ăáâa]m|tháng)\s*(?P<y>\d{4})(?!\d))?"
    r"|(?P<d2>\d{1,2})\s{0,2}(?P<sep>[/.\-])\s{0,2}(?P<m2>\d{1,2})\s{0,2}(?P=sep)\s{0,2}(?P<y2>\d{4}|\d{2})(?!\d)"
    r"|(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2})(?![\d/]|\s?/\s?\d)"
    r"|[….\s_]{0,30}tháng[….\s_]{0,30}(?:\d{1,2}\s*)?[….\s_]{0,30}năm\s*(?:\d{4}|[…._]{1,20})"
    r"|[….\s_]{1,30}/[….\s_\d]{1,30}/\s?\d{4}"
)
_DAY = re.compile(rf"ngày\s*,?\s*(?:{_WORDS})")
_BRACKETED = re.compile(rf"\(\s*(?:ngày\s*)?(?:{_WORDS})\s*\)")
_NUMERIC = re.compile(
    r"(?P<d2>\d{1,2})\s{0,2}(?P<sep>[/.\-])\s{0,2}(?P<m2>\d{1,2})\s{0,2}(?P=sep)\s{0,2}(?P<y2>\d{4})(?!\d)"
)
_LEAD = re.compile(
    r"\s{0,3},?\s*(?:(?:được\s+)?(?:ban hành|ký|ký ban hành|đề|phát hành|công bố|thông qua)\s+)?(?:vào\s+)?"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date on paper: its place, and the day if there is such a day and all of it is given."""

    start: int
    end: int
    day: date | None


def day_at(plain: Plain, at: int) -> Printed | None:
    """«ngày …» at ``at``, whatever follows the word."""
    found = _DAY.match(plain.lower, at)
    return _read(found) if found else None


def day_after(plain: Plain, at: int) -> Printed | None:
    """The date of the paper whose code ends at ``at``, perhaps behind a comma, «ban hành» or in brackets."""
    lead = _LEAD.match(plain.lower, at)
    start = lead.end() if lead else at
    if found := day_at(plain, start):
        return found
    found_there = _BRACKETED.match(plain.lower, start) or _NUMERIC.match(plain.lower, start)
    return _read(found_there) if found_there else None


def _read(found: re.Match[str]) -> Printed:
    start, end = found.span()
    while found.string[end - 1].isspace():
        end -= 1
    groups = found.groupdict()
    parts = [groups.get(name) or groups.get(f"{name}2") for name in ("y", "m", "d")]
    if not all(parts):
        return Printed(start, end, None)
    year, month, day = (int(part or 0) for part in parts)
    try:
        return Printed(start, end, date(year + 2000 if year < 100 else year, month, day))
    except ValueError:
        return Printed(start, end, None)
