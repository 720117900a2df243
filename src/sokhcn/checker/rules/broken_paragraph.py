"""A sentence that is cut in two paragraphs."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import LONGEST_WORD, word_start
from sokhcn.kernel.finding import Severity

CUT = re.compile(r"\n[ \t]*\n\s*")
BEFORE, AFTER = 40, 8


@rule("writing.broken", "Câu không bị ngắt thành hai đoạn.", Severity.LOOK)
def broken_paragraph(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    letters = text.letters
    if any(line.origin.page is not None for line in letters.lines[:1]):
        return  # on paper a page ends where it ends
    for start, end in text.paragraphs:
        for found in CUT.finditer(letters.text, start, end):
            first = max(word_start(letters.text, max(found.start() - BEFORE, start)), start)
            behind = min(found.end() + AFTER, end)
            farthest = min(behind + LONGEST_WORD, end)
            last = letters.text.find(" ", behind, farthest)
            span = first, last if last >= 0 else farthest
            advice = "Nối lại thành một đoạn."
            yield fault(span, "Câu bị ngắt giữa chừng: “{words}”.", words=subject.said(span), suggestion=advice)
