"""Small marks in templates: icons, and states as an icon, a word and a colour."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from sokhcn.compiler.words import NOTHING
from sokhcn.interfaces.web.findings import sentence
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.numerals import amount, count, number

register = template.Library()

LOOKS = {
    "draft": "circle-dashed",
    "wait": "clock",
    "busy": "refresh-cw",
    "back": "undo-2",
    "look": "eye",
    "ok": "circle-check",
    "out": "send",
    "new": "plus",
    "late": "calendar-clock",
    "bad": "octagon-alert",
    "pause": "circle-pause",
    "over": "pencil",
    "soon": "clock",
    "void": "ban",
    "nil": "circle-minus",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon beside its word; readers of screens hear the word only."""
    return mark_safe(lucide(name, size=16, **{"class": "icon", "aria-hidden": "true"}))  # noqa: S308


@register.simple_tag
def badge(look: str, word: object) -> SafeString:
    """A state as a badge."""
    return _marked("badge", look, word)


@register.simple_tag
def state(look: str, word: object) -> SafeString:
    """A state in a line of text."""
    return _marked("state", look, word)


def _marked(part: str, look: str, word: object) -> SafeString:
    known = look if look in LOOKS else "draft"
    return format_html('<span class="{}" data-state="{}">{}{}</span>', part, known, icon(LOOKS[known]), word)


@register.filter
def written(value: Any) -> str:
    """A number as lists write it: 1.234,5."""
    return number(value) if isinstance(value, int | Decimal) else str(value if value is not None else "")


@register.filter
def figure(value: Any) -> str:
    """A figure as the report writes it: 06; a dash where it has no value."""
    if isinstance(value, Decimal):
        return amount(value)
    return count(value) if isinstance(value, int) else NOTHING


@register.filter
def told(finding: Finding) -> str:
    """A finding's sentence."""
    return sentence(finding)
