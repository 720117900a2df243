"""Small marks in templates: icons, and states as an icon, a word and a colour."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from sokhcn.compiler.words import NOTHING
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.spoken import spoken, spoken_note, spoken_period, spoken_place, spoken_reasons, spoken_words
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.numerals import amount, count, number
from sokhcn.reports.handwork.mentions import readable

register = template.Library()
register.filter("readable", readable)
register.filter("on_a_page", on_a_page)
register.filter("spoken", spoken)
register.filter("spoken_period", spoken_period)
register.filter("spoken_words", spoken_words)
register.filter("spoken_place", spoken_place)
register.filter("spoken_note", spoken_note)
register.filter("spoken_reasons", spoken_reasons)

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


UNKNOWN = "draft"
POINTED = "<span class=badge data-state={}><svg><use href=#s-{} /></svg>{}</span>"


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon beside its word; readers of screens hear the word only."""
    return mark_safe(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{_strokes(name)}</svg>')  # noqa: S308


def _strokes(name: str) -> str:
    """The lines of an icon; how they are drawn the stylesheet says once for all."""
    drawn = _drawings().read(f"{name}.svg").decode()
    drawn = drawn[drawn.index("<svg") :]
    return re.sub(r">\s+<", "><", drawn[drawn.index(">") + 1 : drawn.rindex("<")].strip()).replace(" />", "/>")


@cache
def _drawings() -> ZipFile:
    """What `lucide` has drawn; its own tag opens this file, and reads what is in it, for every icon anew."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@register.simple_tag
def symbols(looks: Iterable[str]) -> SafeString:
    """The icons of states, drawn once for a table whose rows point to them."""
    return _symbols(frozenset(look if look in LOOKS else UNKNOWN for look in (*looks, UNKNOWN)))


@cache
def _symbols(looks: frozenset[str]) -> SafeString:
    drawn = ((f"s-{look}", _strokes(LOOKS[look])) for look in sorted(looks))
    told = "".join(f'<symbol id="{id}" viewBox="0 0 24 24">{strokes}</symbol>' for id, strokes in drawn)
    return mark_safe(f"<svg hidden>{told}</svg>")  # noqa: S308


@register.simple_tag
def badge(look: str, word: object) -> SafeString:
    """A state as a badge."""
    return _marked("badge", look, word)


def pointed(look: str, word: object) -> SafeString:
    """The same in a table that has the ``symbols``."""
    known = look if look in LOOKS else UNKNOWN
    return format_html(POINTED, known, known, word)


@register.simple_tag
def state(look: str, word: object) -> SafeString:
    """A state in a line of text."""
    return _marked("state", look, word)


def _marked(part: str, look: str, word: object) -> SafeString:
    known = look if look in LOOKS else UNKNOWN
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


@register.filter
def said(asked: Any, name: str) -> str:
    """What an address says under a name."""
    return str(asked.get(name, ""))


BROWSERS = (
    ("Edg/", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@register.filter
def browser(agent: str) -> str:
    """``Chrome · Windows``, from what a browser says of itself."""
    known = [next((name for mark, name in names if mark in agent), "") for names in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, known)) or agent[:60] or "?"
