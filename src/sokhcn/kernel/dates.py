"""Dates as papers and people write them, and back."""

import re
from datetime import date

DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
# The year first allows one reading only, whatever parts it: some settings of Windows write 2022/2/1.
ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}:\d{2}(?::[\d.]+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
# A year beyond these is a slip of the hand, such as 0222: no office has a day there, and no term could be added to it.
EARLIEST, LATEST = 1900, 9000
LONG = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """The day that ``text`` names (1/2/22, 01-02-2022, 2022-02-01, 2022/2/1, ngày 01 tháng 02 năm 2022), else None.

    A year of two digits is of this century; one before ``EARLIEST`` or after ``LATEST`` is none.
    """
    text = text.strip()
    if found := ISO.fullmatch(text):
        year, month, day = (int(found[place]) for place in (1, 3, 4))
    elif found := DAY.fullmatch(text) or LONG.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def month_written(month: int) -> str:
    """``01``, ``02``, ``3`` … ``12``: only 1 and 2 take a zero (Decree 30/2020/NĐ-CP, Annex I, Part II, 4)."""
    return f"{month:02}" if month <= 2 else str(month)


def written(day: date | None) -> str:
    """``10/01/2022``, as screens and citations write a day; empty for none."""
    return f"{day:%d/%m/%Y}" if day else ""
