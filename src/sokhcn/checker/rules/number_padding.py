"""Numbers and days of the head that lack their zero, months that have one too many, and spaces inside the symbol."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II"
DAY = re.compile(r"ngày\s*(\d{1,2})(?!\d)", re.IGNORECASE)
MONTH = re.compile(r"tháng\s*(\d{1,2})(?!\d)", re.IGNORECASE)
NUMBER = re.compile(r"Số\s*:?\s*(\d+)\s*[/-]")
SPACED = re.compile(r"[/-]\s+\S|\S\s+[/-]")


@rule("form.padding", "Số và ngày nhỏ hơn 10, tháng 1 và tháng 2 có số 0 phía trước.", Severity.HINT, basis=BASIS)
def number_padding(subject: Subject) -> Iterator[Fault]:
    header = subject.text.header
    if header.date_span:
        yield from _padded(subject, header.date_span, DAY, 9, "Ngày nhỏ hơn 10 có số 0 phía trước.")
        yield from _padded(subject, header.date_span, MONTH, 2, "Tháng 1 và tháng 2 có số 0 phía trước.")
        month = MONTH.search(subject.flow, *header.date_span)
        if month and month[1].startswith("0") and int(month[1]) > 2:
            plain = str(int(month[1]))
            yield fault(month.span(1), "Tháng 3 đến tháng 9 không có số 0 phía trước.", suggestion=plain)
    if header.number_span:
        yield from _padded(subject, header.number_span, NUMBER, 9, "Số nhỏ hơn 10 có số 0 phía trước.")
        said = subject.flow[slice(*header.number_span)]
        if header.number and SPACED.search(said):
            yield fault(header.number_span, "Trong số và ký hiệu không có dấu cách.", suggestion=_tight(said))


def _padded(subject: Subject, span: tuple[int, int], pattern: re.Pattern[str], most: int, said: str) -> Iterator[Fault]:
    found = pattern.search(subject.flow, *span)
    if found and len(found[1]) == 1 and 0 < int(found[1]) <= most:
        yield fault(found.span(1), said, suggestion=f"0{found[1]}")


def _tight(said: str) -> str:
    return re.sub(r"\s*([/-])\s*", r"\1", said)
