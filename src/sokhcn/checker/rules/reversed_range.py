"""A stretch of time that ends before it begins."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sokhcn.checker.dates import printed
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

YEARS = re.compile(r"giai đoạn\s+(?P<first>(?:19|20)\d\d)\s*[-–]\s*(?P<last>(?:19|20)\d\d)", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:đến|-|–|tới)\s*(?:hết\s+)?(?:ngày\s+)?", re.IGNORECASE)


@rule("time.reversed", "Ngày cuối không đứng trước ngày đầu.", Severity.MUST)
def reversed_range(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    for found in YEARS.finditer(text):
        if found["last"] < found["first"]:
            yield fault(found.span(), "Giai đoạn kết thúc trước khi bắt đầu.", suggestion="Xem lại hai năm.")
    dates = list(printed(text))
    for first, last in pairwise(dates):
        between = BETWEEN.fullmatch(text, first.span[1], last.span[0])
        if between and first.day and last.day and last.day < first.day:
            span = first.span[0], last.span[1]
            yield fault(span, "Ngày cuối đứng trước ngày đầu.", suggestion="Xem lại hai ngày.")
