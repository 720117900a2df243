"""Where a report stands, in templates: its stage as a badge; differences of figures; days as screens write them."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from sokhcn.compiler.outline import PROVINCE
from sokhcn.interfaces.web.findings import plain_sentence
from sokhcn.interfaces.web.spoken import spoken
from sokhcn.interfaces.web.stages import LOOKS
from sokhcn.interfaces.web.templatetags.marks import badge
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.numerals import number
from sokhcn.reports.drift import exact
from sokhcn.reports.models import Drift, Outgoing, Stage

register = template.Library()
MINUS = "−"


@register.simple_tag
def stage(where: Stage) -> SafeString:
    """A stage as a badge."""
    return badge(LOOKS[where], spoken(Stage(where).label))


@register.filter
def plain(finding: Finding) -> str:
    """What is wrong, without the advice: on this page the means stand beside it."""
    return plain_sentence(finding)


@register.filter
def difference(value: int | Decimal | None) -> str:
    """``+2``, ``−1``; a dash where one of the two has no value."""
    if value is None:
        return "–"
    return f"{MINUS}{number(-value)}" if value < 0 else f"+{number(value)}"


@register.filter
def kept_number(value: Any) -> str:
    """A value as the book of differences keeps it."""
    told = exact(value)
    if told is None:
        return "–"
    return number(told.normalize()) if isinstance(told, Decimal) else number(told)


@register.filter
def moment(iso: str) -> str:
    """A moment that was kept as text: 10:05, 17/01/2022."""
    return f"{localtime(datetime.fromisoformat(iso)):%H:%M, %d/%m/%Y}" if iso else ""


@register.filter
def under(known: Mapping[str, str], key: str) -> str:
    """What a mapping has under a key."""
    return known.get(key, "")


@register.filter
def draft_of(row: Drift | Outgoing) -> str:
    """How addresses name the edition that a row speaks of: ``3``, ``bo/1``."""
    number = row.number if isinstance(row, Drift) else row.edition
    return str(number) if row.addressee == PROVINCE else f"{row.addressee}/{number}"
