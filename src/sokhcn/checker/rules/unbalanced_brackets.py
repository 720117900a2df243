"""Brackets that open without closing, or close without opening."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

ENUMERATED = re.compile(r"(?:^|(?<=[\s;,.:(]))(?:[a-zđ]|\d{1,2}|[ivx]+)\)")


@rule("writing.brackets", "Dấu ngoặc đơn mở và đóng đi thành cặp.", Severity.LOOK)
def unbalanced_brackets(subject: Subject) -> Iterator[Fault]:
    for (start, _), text in subject.paragraphs():
        labels = {found.end() - 1 for found in ENUMERATED.finditer(text)}
        opened: list[int] = []
        for place, letter in enumerate(text):
            if letter == "(":
                opened.append(place)
            elif letter == ")" and opened:
                opened.pop()
            elif letter == ")" and place not in labels:
                span = start + max(place - 20, 0), start + place + 1
                yield fault(span, "Có dấu đóng ngoặc mà không có dấu mở.", suggestion="Thêm “(” hoặc bỏ “)”.")
        for place in opened:
            span = start + place, start + min(place + 30, len(text))
            yield fault(span, "Có dấu mở ngoặc mà không có dấu đóng.", suggestion="Thêm “)” hoặc bỏ “(”.")
