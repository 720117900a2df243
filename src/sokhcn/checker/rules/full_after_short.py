"""A name that is written out again although its abbreviation was introduced."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.rules.abbreviations import INTRODUCED, expansion
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity


@rule("writing.abbreviation-mixed", "Chữ viết tắt đã giới thiệu thì được dùng thay cho cụm đầy đủ.", Severity.HINT)
def full_after_short(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    for found in INTRODUCED.finditer(text):
        full = text[expansion(text, found.start(), found["short"]) : found.start()].strip()
        if len(full.split()) < 2 or not _is_used(text, found["short"], found.end()):
            continue
        again = re.compile(rf"(?<!\w){re.escape(full)}(?!\w)")
        places = [m.span() for m in again.finditer(text, found.end()) if not _is_in_title(subject, m.start())]
        if places:
            said = "Đã giới thiệu “{short}” mà vẫn viết “{full}”{more}."
            yield fault(
                places[0], said, suggestion=found["short"], short=found["short"], full=full, more=more(len(places))
            )


def _is_used(text: str, short: str, place: int) -> bool:
    """One that is never used again is told by another rule."""
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text[place:]) is not None


def _is_in_title(subject: Subject, place: int) -> bool:
    """Titles of papers are given in their own words."""
    titles = (citation.subject_span for citation in subject.text.citations)
    return any(title is not None and title[0] <= place < title[1] for title in titles)
