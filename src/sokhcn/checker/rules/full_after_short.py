"""A name that is written out again although its abbreviation was introduced."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.rules.abbreviations import INTRODUCED, JOINED, WORD, expansion
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity

MOST_INTRODUCED = 300  # abbreviations that are looked for in full: each costs a search of the whole text


@rule("writing.abbreviation-mixed", "Chữ viết tắt đã giới thiệu thì được dùng thay cho cụm đầy đủ.", Severity.HINT)
def full_after_short(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    titles = sorted(citation.subject_span for citation in subject.text.citations if citation.subject_span)
    last = {found[0]: found.start() for pattern in (WORD, JOINED) for found in pattern.finditer(text)}
    for found in islice(INTRODUCED.finditer(text), MOST_INTRODUCED):
        full = text[expansion(text, found.start(), found["short"]) : found.start()].strip()
        if len(full.split()) < 2 or last.get(found["short"], 0) < found.end():
            continue  # one that is never used again is told by another rule
        again = re.compile(rf"(?<!\w){re.escape(full)}(?!\w)")
        places = [m.span() for m in again.finditer(text, found.end()) if not _is_in_title(titles, m.start())]
        if places:
            said = "Đã giới thiệu “{short}” mà vẫn viết “{full}”{more}."
            yield fault(
                places[0], said, suggestion=found["short"], short=found["short"], full=full, more=more(len(places))
            )


def _is_in_title(titles: Sequence[Span], place: int) -> bool:
    """Titles of papers are given in their own words."""
    before = bisect_right(titles, place, key=lambda title: title[0]) - 1
    return before >= 0 and titles[before][0] <= place < titles[before][1]
