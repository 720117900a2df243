"""The day that pages about due dates look from, and where the rows of each register are."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from sokhcn.kernel.dates import EARLIEST, LATEST, read_date
from sokhcn.reports import catalogue

DAY = "ngay"


def day_of(request: HttpRequest, name: str = DAY) -> date:
    """The day that the address names, else today."""
    return named_day(request, name) or timezone.localdate()


def named_day(request: HttpRequest, name: str) -> date | None:
    """The day that the address gives as ``name``, or a page that says how days are written."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    day: date | None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = read_date(text)
    if day is None or not EARLIEST <= day.year <= LATEST:
        raise Http404(_("“%(text)s” không phải ngày. Viết như 14/01/2022.") % {"text": text})
    return day


@cache
def slugs() -> Mapping[str, str]:
    """The slug of each register by its model's label."""
    return {register.model._meta.label_lower: register.slug for register in catalogue.registers()}
