"""Percentages that are not what the numbers beside them give."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Count, CountKind
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount

OF_ALL = re.compile(r"[\s,]*(?:trên|/|trong)\s*(?:tổng\s+số|tổng)?\s*", re.IGNORECASE)
EQUALS = re.compile(r"[^.;:\d%]{0,60}?(?:đạt|chiếm|bằng|\()\s*(?:tỷ\s+lệ\s*)?", re.IGNORECASE)
OTHER_BASE = re.compile(r"\s*(?:so\s+với|kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|cùng\s+kỳ)", re.IGNORECASE)
BRACKET = re.compile(r"\s*\(\s*(?:đạt\s+|là\s+)?", re.IGNORECASE)
HUNDRED = Decimal(100)


@rule("sums.percent", "Tỷ lệ phần trăm bằng thương của hai số đứng cạnh.", Severity.MUST)
def percentages(subject: Subject) -> Iterator[Fault]:
    counts = subject.text.counts
    for place, percent in enumerate(counts):
        if percent.kind is not CountKind.PERCENT or percent.upper:
            continue
        pair = _pair(subject.flow, counts, place) or _behind(subject.flow, counts, place)
        if pair is None or not pair[1] or percent.approximate:
            continue
        part, whole = pair
        given = part / whole * HUNDRED
        if abs(given - percent.value) <= _step(percent.value):
            continue
        right = f"{amount(round(given, _digits(percent.value)))}%"
        said = "Ghi {percent} nhưng hai số đứng cạnh cho {right}."
        yield fault(percent.span, said, suggestion="Xem lại: {right}?", percent=percent.text, right=right)


def _pair(flow: str, counts: Sequence[Count], place: int) -> tuple[Decimal, Decimal] | None:
    """Part and whole right before a percentage: 07/09 sở (đạt 77,8%); 12 trên tổng số 50 cơ sở, đạt 24%."""
    if place == 0 or OTHER_BASE.match(flow, counts[place].span[1]):
        return None
    last = counts[place - 1]
    if not EQUALS.fullmatch(flow, last.span[1], counts[place].span[0]):
        return None
    if last.of is not None:
        return (last.value, last.of) if last.kind is CountKind.RATIO else None
    before = counts[place - 2] if place > 1 else None
    if before is None or before.kind is not last.kind or before.approximate or last.approximate:
        return None
    if not OF_ALL.fullmatch(flow, before.span[1], last.span[0]):
        return None
    return before.value * before.scale, last.value * last.scale


def _behind(flow: str, counts: Sequence[Count], place: int) -> tuple[Decimal, Decimal] | None:
    """Part and whole in a bracket right behind a percentage: 96,15% (25/26 nhiệm vụ)."""
    ratio = counts[place + 1] if place + 1 < len(counts) else None
    if ratio is None or ratio.of is None or ratio.kind is not CountKind.RATIO:
        return None
    between = BRACKET.fullmatch(flow, counts[place].span[1], ratio.span[0])
    return (ratio.value, ratio.of) if between else None


def _digits(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _step(value: Decimal) -> Decimal:
    """What rounding or cutting off the digits behind the last printed one may take away."""
    return Decimal(1).scaleb(-_digits(value))
