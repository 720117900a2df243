"""Breakdowns over a list (06 văn bản, cụ thể: and six items) and over names in brackets (02 giấy phép cho A và B)."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sokhcn.document.letters import Span
from sokhcn.document.understood import Breakdown, BreakdownKind, Count, CountKind, ItemList
from sokhcn.reader.counting.sums import add_up, exceeds, may_be_part

_SOME = re.compile(r"(?<!\w)trong\s+(?:số\s+)?đó(?!\w)", re.IGNORECASE)
_TRIGGER = re.compile(r"(?<!\w)(?:cụ\s+thể|gồm|sau|như\s+sau|là|sau\s+đây|đó\s+là)\s*:?\s*$", re.IGNORECASE)
_BEFORE_NAMES = re.compile(r"(?<!\w)(?:cho|của|tại|là|gồm)\s|:")
_BETWEEN_NAMES = re.compile(r"\s*[;,]\s*(?:và\s+)?|\s+và\s+")
_SEMICOLON = re.compile(r"\s*;\s*(?:và\s+)?")
_MANY = 40  # no list of a report has so many items
_NEAR = 150  # letters between a count and the list that follows it
_NAMES = 400  # letters that names in brackets take


def listed(text: str, counts: Sequence[Count], items: ItemList) -> Breakdown | None:
    """The breakdown of a count in the lead sentence of a list over the list's items."""
    if items.lead is None or not items.items:
        return None
    first, last = _places(counts, items.lead)
    totals = [at for at in range(last - 1, first - 1, -1) if counts[at].kind is CountKind.COUNT]
    summed = (_summed(text, counts, items, total) for total in totals)
    return next((one for one in summed if one), None) or _announced(text, counts, items, totals)


def _places(counts: Sequence[Count], span: Span) -> tuple[int, int]:
    """The places of the counts within ``span``."""
    first = bisect_left(counts, span[0], key=_start)
    return first, bisect_left(counts, span[1], first, key=_start)


def _start(count: Count) -> int:
    return count.span[0]


def _announced(text: str, counts: Sequence[Count], items: ItemList, totals: Sequence[int]) -> Breakdown | None:
    """The number that a lead sentence announces and the number of items; a doubtful announcement alarms nobody."""
    lead = items.lead or (0, 0)
    said = text[slice(*lead)].rstrip()
    near = [at for at in totals if lead[1] - counts[at].span[1] <= _NEAR and counts[at].value < _MANY]
    fitting = [at for at in near if counts[at].value == len(items.items)]
    sure = _TRIGGER.search(said) and not _SOME.search(said)
    if not said.endswith(":") and not fitting:
        return None
    if not fitting and (len(near) != 1 or not sure or counts[near[0]].approximate):
        return None
    total = (fitting or near)[0]
    span = counts[total].span[0], lead[1]
    return Breakdown(span, text[slice(*span)], BreakdownKind.LIST, total, items=items.items, consistent=bool(fitting))


def _summed(text: str, counts: Sequence[Count], items: ItemList, total: int) -> Breakdown | None:
    """Every item begins with a part of the total: "- Cấp tỉnh: 25 nhiệm vụ"; or some do, of a total with "trong đó"."""
    lead = items.lead or (0, 0)
    some = _SOME.search(text, *lead) is not None
    parts = [part for part in (_part(counts, item, total) for item in items.items) if part is not None]
    if len(parts) < (1 if some else max(len(items.items), 2)):
        return None
    values = [counts[part] for part in parts]
    fits = len(parts) > 1 and add_up(counts[total], values)
    if not fits and not some and counts[total].value == len(items.items):
        return None
    span = counts[total].span[0], counts[parts[-1]].span[1]
    kind = BreakdownKind.PART if some and not fits else BreakdownKind.SUM
    held = fits or (some and not exceeds(counts[total], values))
    return Breakdown(span, text[slice(*span)], kind, total, tuple(parts), consistent=held)


def _part(counts: Sequence[Count], item: Span, total: int) -> int | None:
    first, last = _places(counts, item)
    return next((at for at in range(max(first, total + 1), last) if may_be_part(counts[at], counts[total])), None)


def named(text: str, counts: Sequence[Count], total: int, inside: Span) -> Breakdown | None:
    """Names behind a count, as many as it says, or named like it (03 kế hoạch: Kế hoạch A; Kế hoạch B).

    Names hold commas, so that another number of them alarms only where semicolons part them and each has the noun.
    """
    count = counts[total]
    if count.kind is not CountKind.COUNT or not 1 < count.value < _MANY or inside[1] - inside[0] > _NAMES:
        return None
    starts = (inside[0], *(introduced.end() for introduced in _BEFORE_NAMES.finditer(text, *inside)))
    enumerated = (_names(text, (start, inside[1]), _BETWEEN_NAMES) for start in starts)
    items = next((names for names in enumerated if len(names) == count.value), None) or _alike(text, count, inside)
    if not items:
        return None
    span = count.span[0], inside[1] + (text[inside[1] : inside[1] + 1] == ")")
    held = len(items) == count.value
    return Breakdown(span, text[slice(*span)], BreakdownKind.LIST, total, items=tuple(items), consistent=held)


def _alike(text: str, count: Count, inside: Span) -> list[Span]:
    """Names between semicolons that all begin with the noun counted."""
    items = _names(text, inside, _SEMICOLON)
    noun = count.noun.split()[0].lower()
    alike = len(items) > 1 and all(text[slice(*item)].lower().startswith(noun) for item in items)
    return items if alike else []


def _names(text: str, span: Span, between_names: re.Pattern[str]) -> list[Span]:
    """The enumerated names, each with a capital; none where one has no capital."""
    found, start = [], span[0]
    for between in [*between_names.finditer(text, *span), None]:
        end = between.start() if between else span[1]
        piece = text[start:end].strip()
        if not piece or not piece[0].isupper():
            return []
        found.append((start + len(text[start:end]) - len(text[start:end].lstrip()), end))
        start = between.end() if between else end
    return found
