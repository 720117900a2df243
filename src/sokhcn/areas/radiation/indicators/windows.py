"""Conditions of rows that are parts of others: they have no day in the book, and their agency is that of the whole."""

from datetime import date, timedelta
from typing import Any

from sokhcn.kernel.reading import Condition
from sokhcn.records.asking import ANYTHING, MARGIN, near, when


def within(label: str, field: str, days: tuple[date, date]) -> Condition:
    """``field`` lies in ``days``; at most 15 days outside is a near miss, and a row without that day does not count."""
    first, last = days
    before: dict[str, Any] = {f"{field}__range": (first - MARGIN, first - timedelta(1))}
    after: dict[str, Any] = {f"{field}__range": (last + timedelta(1), last + MARGIN)}
    misses = (near(f"trước kỳ: {label}", **before), near(f"sau kỳ: {label}", **after))
    return when(label, near=misses, **{f"{field}__range": days})


def of_agency(way: str, agency: int) -> Condition:
    """The whole that the row is a part of, reached by ``way``, belongs to the reporting agency."""
    foreign = near("thuộc cơ quan khác", ANYTHING)
    return when("thuộc cơ quan báo cáo", near=(foreign,), **{f"{way}__agency": agency})
