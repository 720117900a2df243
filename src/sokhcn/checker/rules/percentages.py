"""A percentage that is not the quotient that stands beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Count, CountKind
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount, percent

BETWEEN = re.compile(r"[^.;:()]{0,50}(?:\(|(?<!\w)(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ)(?!\w))[^.;:()\d]{0,30}", re.IGNORECASE)
BRACKET = re.compile(r"\s*\(\s*(?:đạt\s+|là\s+)?")
HUNDRED = Decimal(100)


@rule("sums.percent", "Tỷ lệ phần trăm bằng thương của hai số đứng cạnh.", Severity.MUST)
def percentages(subject: Subject) -> Iterator[Fault]:
    """25/26 nhiệm vụ, đạt 96,15%; 96,15% (25/26 nhiệm vụ)."""
    for one, two in pairwise(subject.text.counts):
        between = subject.flow[one.span[1] : two.span[0]]
        if _is_ratio(one) and two.kind is CountKind.PERCENT and BETWEEN.fullmatch(between):
            yield from _compared(one, two)
        elif one.kind is CountKind.PERCENT and _is_ratio(two) and BRACKET.fullmatch(between):
            yield from _compared(two, one)


def _is_ratio(count: Count) -> bool:
    return count.kind is CountKind.RATIO and bool(count.of)


def _compared(ratio: Count, share: Count) -> Iterator[Fault]:
    """What is rounded differs by less than its last digit: people round half up, down and to even."""
    exact = ratio.value * HUNDRED / (ratio.of or HUNDRED)
    exponent = share.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if share.upper is None and not share.approximate and abs(exact - share.value) >= step:
        said = "{part}/{whole} là {right}, báo cáo ghi {now}%."
        yield fault(
            share.span, said, suggestion=percent(exact), part=amount(ratio.value), whole=amount(ratio.of or 0),
            right=percent(exact), now=amount(share.value),
        )  # fmt: skip
