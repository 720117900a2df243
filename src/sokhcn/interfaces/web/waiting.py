"""What a row waits for, in words: which day, how long until then or since, and which rule made it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import number
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.dated import work_calendar
from sokhcn.records.due import DueDate, deadlines
from sokhcn.records.kept import Kept
from sokhcn.reports.catalogue import register_of

SOON, LED_AT_MOST = 30, 5


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that a row waits for: what, until when, how long in words, why then, and how it looks; ``key`` names
    the deadline, and ``link`` leads to the row that waits where it is another."""

    key: str
    what: str
    day: str
    left: str
    because: str
    look: str
    link: str = ""


def waits(row: Kept) -> Iterator[Wait]:
    """What ``row`` waits for, the earliest first: one query, and one for the days off where something is late."""
    labels = {deadline.key: deadline.label for deadline in deadlines() if deadline.model is type(row)}
    rows = DueDate.objects.filter(key__in=labels, row=row.pk).select_related("term") if labels else ()
    yield from _told((one, labels[one.key], "") for one in sorted(rows, key=lambda one: one.due_on))


def leads_to(row: Kept, by: User) -> Iterator[Wait]:
    """What other rows wait for that ``row`` has a hand in, such as the next verification of a job's instrument."""
    for deadline in deadlines():
        ways = [way for model, way in deadline.moved_by if model is type(row) and model is not deadline.model]
        for way in ways:
            reached = within_reach(deadline.model.objects.filter(**{way: row.pk}), by)
            found = DueDate.objects.filter(key=deadline.key, row__in=reached.values("pk")).select_related("term")
            slug = register_of(deadline.model).slug
            yield from _told(
                (one, one.title, reverse("row", args=[slug, one.row])) for one in found.order_by("due_on")[:LED_AT_MOST]
            )


def _told(found: Iterable[tuple[DueDate, str, str]]) -> Iterator[Wait]:
    """Each day with what it is of, and the address of its row where that is another's."""
    all_found, today = tuple(found), timezone.localdate()
    calendar = work_calendar() if any(one.due_on < today for one, _what, _link in all_found) else None
    for one, what, link in all_found:
        days = (one.due_on - today).days
        look = "late" if days < 0 else "soon" if days <= SOON else "wait"
        yield Wait(one.key, what, written(one.due_on), left(one.due_on, today, calendar), one.because, look, link)


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
