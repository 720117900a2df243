"""The chapters of an understood report: what stands under each heading, of what was done and of what is planned."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Count, Heading, Understood
from sokhcn.kernel.folding import fold

Found = TypeVar("Found")
MARKS = "-–—+*•"
LABEL = re.compile(rf"(?:[{MARKS}]|\(?(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[.)])\s+")
# What announces the next period, folded; the second may also head what was done, unless a part of the report begins.
PLANNED = re.compile(
    r"phuong huong|^(?:nhiem vu|ke hoach|du kien|cong tac)\b.*\b(?:thang|quy|nam|ky)\b.*\b(?:toi|sau)\b"
)
PART = re.compile(r"(?:phan thu \w+[.: ]*)?(?:nhiem vu|ke hoach cong tac|chuong trinh cong tac|du kien)\b")


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands under one heading, without the headings below it. ``titles`` are folded: its own, then those above;
    ``planned`` says that it tells of the next period."""

    text: Understood
    titles: tuple[str, ...]
    span: Span
    planned: bool = False

    def passages(self) -> tuple[Span, ...]:
        """Its paragraphs and items, in reading order."""
        return _within(self.text.paragraphs, self.span, itemgetter(0))

    def citations(self, span: Span) -> tuple[Citation, ...]:
        return _within(self.text.citations, span, _start)

    def counts(self) -> tuple[Count, ...]:
        return _within(self.text.counts, self.span, _start)

    def is_under(self, *words: str) -> bool:
        """Whether a heading that it stands under has one of ``words``."""
        return any(fold(word) in title for word in words for title in self.titles)


def said(text: Understood, span: Span) -> str:
    """The words at ``span`` on one line, without the mark or number of an item."""
    words = " ".join(text.flow[span[0] : span[1]].split())
    return LABEL.sub("", words, count=1) if LABEL.match(words) else words


def chapters(text: Understood) -> Iterator[Chapter]:
    """All of the report's body, cut at its headings; what stands before the first of them is a chapter too."""
    first, last = _body(text)
    above: list[Heading] = []
    starts = [*(h.span[0] for h in text.headings), last]
    if first < starts[0]:
        yield Chapter(text, (), (first, min(starts[0], last)))
    for place, heading in enumerate(text.headings):
        above = [*(h for h in above if h.level < heading.level), heading]
        titles = tuple(fold(h.title) for h in reversed(above))
        end = max(min(starts[place + 1], last), heading.span[1])
        yield Chapter(text, titles, (heading.span[1], end), any(is_plan(h) for h in above))


def is_plan(heading: Heading) -> bool:
    """Whether a heading announces the next period."""
    title = fold(heading.title)
    return bool(PLANNED.search(title)) or (heading.level == 1 and bool(PART.match(title)))


def _body(text: Understood) -> Span:
    """Where the body stands: behind the title, before appendices."""
    if not text.paragraphs:
        return 0, len(text.flow)
    ends = [annex.span[0] for annex in text.annexes]
    return text.paragraphs[0][0], min([text.paragraphs[-1][1], *ends])


def passage_of(text: Understood, place: int) -> Span:
    """The paragraph or item in which ``place`` stands."""
    number = bisect_right(text.paragraphs, (place, len(text.flow))) - 1
    if number >= 0 and text.paragraphs[number][0] <= place < text.paragraphs[number][1]:
        return text.paragraphs[number]
    return place, place


def leads(text: Understood) -> Mapping[Span, str]:
    """The sentence that introduces the list, by item; a heading is none."""
    heads = {heading.span for heading in text.headings}
    told = ((made.items, made.lead) for made in text.items if made.lead and made.lead not in heads)
    return {item: text.flow[lead[0] : lead[1]] for items, lead in told for item in items}


def _start(found: Citation | Count) -> int:
    return found.span[0]


def _within(found: tuple[Found, ...], span: Span, start: Callable[[Found], int]) -> tuple[Found, ...]:
    """Those of ``found``, which stand in reading order, that begin inside ``span``."""
    return found[bisect_left(found, span[0], key=start) : bisect_left(found, span[1], key=start)]
