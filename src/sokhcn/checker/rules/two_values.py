"""One thing said with two numbers, in two chapters of one report."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Count, CountKind
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold

NOUN, BEFORE = 4, 2  # words: of what is counted, and before its number
AHEAD = ("phuong huong", "ke hoach", "du kien")
WORD = re.compile(r"\w+")


@rule("sums.two-values", "Một số liệu nhắc lại ở mục khác vẫn là số đó.", Severity.LOOK)
def two_values(subject: Subject) -> Iterator[Fault]:
    """The same words before the number and behind it. What lies ahead is another number; lists have one for each."""
    said: dict[tuple[str, ...], tuple[Count, int]] = {}
    for count in subject.text.counts:
        heading = subject.heading_of(count.span[0])
        key = _key(subject, count)
        if key is None or heading is None or any(word in fold(heading.title) for word in AHEAD):
            continue
        first, chapter = said.setdefault(key, (count, heading.span[0]))
        if first.value != count.value and chapter != heading.span[0]:
            wrong = "“{now}” ở đây, “{then}” ở trên."
            yield fault(count.span, wrong, suggestion="Thống nhất một số.", now=count.text, then=first.text)


def _key(subject: Subject, count: Count) -> tuple[str, ...] | None:
    noun = WORD.findall(fold(count.noun))
    before = WORD.findall(fold(subject.flow[max(count.span[0] - 40, 0) : count.span[0]]))
    if count.kind is not CountKind.COUNT or len(noun) < NOUN or len(before) < BEFORE:
        return None
    return (*before[-BEFORE:], "#", *noun)
