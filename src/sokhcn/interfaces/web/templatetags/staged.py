"""Where a report stands, in templates: its stage as a badge; differences of figures; days as screens write them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from sokhcn.compiler.outline import PROVINCE
from sokhcn.interfaces.web.findings import plain_sentence, sentence
from sokhcn.interfaces.web.spoken import spoken
from sokhcn.interfaces.web.stages import LOOKS
from sokhcn.interfaces.web.templatetags.marks import badge
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.numerals import number
from sokhcn.reports.drift import exact
from sokhcn.reports.models import Drift, Outgoing, Stage

register = template.Library()
MINUS = "−"
# On which page of a report findings of a kind are mended.
MENDED_ON: Mapping[str, tuple[str, Any]] = MappingProxyType(
    {
        "closing": ("closings", _("Chốt sổ của kỳ")),
        "promise": ("promises", _("Nhiệm vụ kỳ trước")),
        "signed": ("leaving", _("Cấp số, phát hành")),
        "number": ("leaving", _("Cấp số, phát hành")),
    }
)


@register.simple_tag
def stage(where: Stage) -> SafeString:
    """A stage as a badge."""
    return badge(LOOKS[where], spoken(Stage(where).label))


@register.filter
def plain(finding: Finding) -> str:
    """What is wrong, without the advice: on this page the means stand beside it."""
    return plain_sentence(finding)


@register.filter
def in_short(finding: Finding) -> str:
    """What is wrong, without the advice where a button beside the list leads to the page that has the means."""
    return plain_sentence(finding) if _kind(finding) in MENDED_ON else sentence(finding)


@register.filter
def places(findings: Iterable[Finding]) -> tuple[tuple[str, Any], ...]:
    """The pages of a report on which ``findings`` are mended, by the names of their addresses."""
    kinds = dict.fromkeys(_kind(finding) for finding in findings)
    return tuple(dict.fromkeys(MENDED_ON[kind] for kind in kinds if kind in MENDED_ON))


def _kind(finding: Finding) -> str:
    return finding.id.partition(".")[0]


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
