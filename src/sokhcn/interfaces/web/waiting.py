"""What a row waits for, in words: which day, how long until then or since, and which rule made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import number
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.dated import work_calendar
from sokhcn.records.due import DueDate, deadlines
from sokhcn.records.kept import Kept

SOON = 30


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that a row waits for: what, until when, how long in words, why then, and how it looks; ``key`` names
    the deadline."""

    key: str
    what: str
    day: str
    left: str
    because: str
    look: str


def waits(row: Kept) -> Iterator[Wait]:
    """What ``row`` waits for, the earliest first: one query, and one for the days off where something is late."""
    labels = {deadline.key: deadline.label for deadline in deadlines() if deadline.model is type(row)}
    rows = DueDate.objects.filter(key__in=labels, row=row.pk).select_related("term") if labels else ()
    found, today = sorted(rows, key=lambda one: one.due_on), timezone.localdate()
    calendar = work_calendar() if any(one.due_on < today for one in found) else None
    for one in found:
        days = (one.due_on - today).days
        look = "late" if days < 0 else "soon" if days <= SOON else "wait"
        day, long = written(one.due_on), left(one.due_on, today, calendar)
        yield Wait(one.key, labels[one.key], day, long, one.because, look)


def left(due_on: date, today: date, calendar: WorkCalendar | None) -> str:
    """``còn 21 ngày``, ``hôm nay``, ``quá 3 ngày làm việc``."""
    days = (due_on - today).days
    if days > 0:
        return _("còn %(n)s ngày") % {"n": number(days)}
    if days == 0:
        return _("đến hạn hôm nay")
    late = calendar.between(due_on + timedelta(1), today) if calendar else 0
    if late <= 0:
        return _("quá %(n)s ngày") % {"n": number(-days)}
    return _("quá %(n)s ngày làm việc") % {"n": number(late)}
