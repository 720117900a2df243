"""Spaces before a mark, and marks without the space behind them."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import word_start
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.kernel.finding import Severity

BEFORE = re.compile(r"(?<=[\w”)]) +(?P<mark>[,;:!?]|\.(?=\s|$))(?!\.)")
GLUED = re.compile(rf"(?<![{LOWER}])[{LOWER}]{{2,}}(?P<mark>[,;])[{UPPER}{LOWER}]\w*")


@rule("writing.spacing", "Không có dấu cách trước dấu câu; có một dấu cách sau dấu câu.", Severity.HINT)
def spacing(subject: Subject) -> Iterator[Fault]:
    for (start, _), text in subject.paragraphs():
        for found in BEFORE.finditer(text):
            first = word_start(text, found.start())
            span = start + first, start + found.end()
            right = f"{text[first : found.start()]}{found['mark']}"
            yield fault(span, "Thừa dấu cách trước “{mark}”.", mark=found["mark"], suggestion=right)
        for found in GLUED.finditer(text):
            span = start + found.start(), start + found.end()
            right = found[0].replace(found["mark"], f"{found['mark']} ", 1)
            yield fault(span, "Thiếu dấu cách sau “{mark}”.", mark=found["mark"], suggestion=right)
