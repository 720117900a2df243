"""What is due, in templates: where a row opens, and how long it is until a day."""

from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sokhcn.interfaces.web.days import slugs
from sokhcn.interfaces.web.spoken import spoken
from sokhcn.kernel.numerals import number
from sokhcn.kernel.periods import Period
from sokhcn.records.due import DueDate, deadlines
from sokhcn.reports.agenda import workdays_left

register = template.Library()


@register.filter
def opens(row: DueDate) -> str:
    """Where the row opens that falls due."""
    return reverse("row", args=[slugs()[row.register], row.row])


@register.filter
def awaited(row: DueDate) -> str:
    """What the row waits for, with its first letter raised."""
    label = next((one.label for one in deadlines() if one.key == row.key), row.key)
    label = spoken(label)
    return label[:1].upper() + label[1:]


@register.filter
def left(day: date, today: date) -> str:
    """How long it is until ``day``, as people say it."""
    days = (day - today).days
    if days < 0:
        return _("quá hạn %(n)s ngày") % {"n": number(-days)}
    return _("còn %(n)s ngày") % {"n": number(days)} if days else _("hôm nay")


@register.filter
def pressing(day: date, today: date) -> str:
    """The look of that: late, soon, or with time yet."""
    days = (day - today).days
    return "late" if days < 0 else "soon" if days <= 7 else "wait"


@register.simple_tag(takes_context=True)
def days_left(context: Any, period: Period) -> str:
    """How many working days are left until the figures of ``period`` are cut off; that it is past, else nothing. Asked
    once a day and kept in the session: every page shows it."""
    today = timezone.localdate()
    if today > period.end:
        return _("đã hết kỳ")
    session, about = context["request"].session, [today.isoformat(), period.code]
    if session.get("left", [])[:2] != about:
        session["left"] = [*about, workdays_left(period, today)]
    left_over = session["left"][2]
    if left_over is None:
        return ""
    return _("còn %(n)s ngày làm việc") % {"n": left_over} if left_over else _("chốt số liệu hôm nay")
