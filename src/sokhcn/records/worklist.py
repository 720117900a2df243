"""The work list: what is overdue or falls due within so many days, for an agency or one of its units, by tier."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from sokhcn.records.due import TIERS, DueDate

OVERDUE = 0
BEYOND = 999


@dataclass(frozen=True, slots=True)
class Worklist:
    """``rows`` are the first of all, the earliest due first; ``tiers`` counts all, by the days they fall due within."""

    today: date
    rows: tuple[DueDate, ...]
    tiers: Mapping[int, int]

    @property
    def total(self) -> int:
        return sum(self.tiers.values())


def worklist(rows: QuerySet[DueDate], *, today: date, within: int = 30, most: int = 200) -> Worklist:
    """What of ``rows`` falls due up to ``within`` days after ``today``: one query for the list, one for the counts.

    Both read the index on agency (or unit) and day, so they cost what falls due, however long the registers are.
    """
    soon = rows.filter(due_on__lte=today + timedelta(days=min(within, (date.max - today).days)))
    first = soon.select_related("term", "unit").order_by("due_on", "pk")[:most]
    return Worklist(today, tuple(first), counted(soon, today))


def counted(rows: QuerySet[DueDate], today: date) -> dict[int, int]:
    """How many of ``rows`` there are in each tier: 0 is overdue, then 7, 30, 60, 90 days, then the rest."""
    # By the day, as the index has them: by the tier each row would be compared and all of them sorted.
    days = rows.order_by().values_list("due_on").annotate(many=Count("*"))
    tiers: Counter[int] = Counter()
    for due_on, many in days:
        tiers[tier(due_on, today)] += many
    return dict(sorted(tiers.items()))


def tier(due_on: date, today: date) -> int:
    """The days within which something falls due: 0 when that day is past."""
    left = (due_on - today).days
    return OVERDUE if left < 0 else next((days for days in TIERS if left <= days), BEYOND)


def left_of(due_on: date, today: date) -> str:
    """How long it is until then, as people say it."""
    days = (due_on - today).days
    if days < 0:
        return f"quá hạn {-days} ngày"
    return "hôm nay" if days == 0 else f"còn {days} ngày"
