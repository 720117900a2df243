"""Figures that a document prints and whose indicator is known: marked by ourselves, or claimed by what is said."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.checker.subject import Subject
from sokhcn.checker.witness import Value
from sokhcn.document.letters import Span
from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.numerals import read_number

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
BEFORE = 160  # letters before a count in which its sentence may name other days
OTHER_DAYS = re.compile(
    r"(?<!\w)(?:năm\s+(?P<year>(?:19|20)\d\d)|(?:năm|quý|tháng|kỳ)\s+(?:trước|ngoái|tới|sau|tiếp theo))(?!\w)",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?;]\s|\n")


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """An indicator's key, the value printed for it, and where its number stands. One that is not ``marked`` was paired
    with its indicator by what the text says, as surely as ``confidence`` tells."""

    key: str
    value: Value
    span: Span
    confidence: Confidence = Confidence.SURE
    marked: bool = True

    @property
    def is_sure(self) -> bool:
        return self.confidence is Confidence.SURE


def printed_figures(subject: Subject) -> Iterator[PrintedFigure]:
    """In reading order; a place that holds no number any more is not told, nor what is only roughly or unclearly said
    or said of other days."""
    yield from sorted([*_marked(subject), *_claimed(subject)], key=lambda figure: figure.span)


def where_printed(subject: Subject, key: str) -> Span | None:
    """The first place that surely prints the figure of ``key``."""
    return next((one.span for one in printed_figures(subject) if one.key == key and one.is_sure), None)


def said_beside(subject: Subject, key: str) -> str:
    """The words from the figure of ``key`` to the next figure of its paragraph, and the list that it leads."""
    figures = [figure for figure in printed_figures(subject) if figure.is_sure]
    place = next((place for place, figure in enumerate(figures) if figure.key == key), None)
    if place is None:
        return ""
    start = figures[place].span[0]
    ends = [subject.paragraph_of(start)[1]]
    ends += [figure.span[0] for figure in figures[place + 1 : place + 2]]
    lists = (made.items for made in subject.text.items if made.lead and made.lead[0] <= start < made.lead[1])
    listed = [subject.flow[items[0][0] : items[-1][1]] for items in lists]
    return "\n".join([subject.flow[start : min(ends)], *listed])


def _marked(subject: Subject) -> Iterator[PrintedFigure]:
    for known in subject.text.letters.known:
        if known.kind != "num":
            continue
        value = read_number(subject.said((known.start, known.end)).removesuffix("%"))
        if value is not None:
            yield PrintedFigure(known.key, value, (known.start, known.end))


def _claimed(subject: Subject) -> Iterator[PrintedFigure]:
    """What a mark covers needs no claim."""
    marks = sorted((known.start, known.end) for known in subject.text.letters.known if known.kind == "num")
    for claim in subject.claims:
        count = subject.text.counts[claim.count]
        if claim.confidence is Confidence.UNCLEAR or not _is_exact(count) or _is_of_other_days(subject, count):
            continue
        found = NUMBER.search(subject.flow, *count.span)
        span = found.span() if found else count.span
        next_mark = bisect_left(marks, (span[1], span[1]))
        if next_mark == 0 or marks[next_mark - 1][1] <= span[0]:
            yield PrintedFigure(claim.key, _plain(count), span, claim.confidence, marked=False)


def _is_exact(count: Count) -> bool:
    return not count.approximate and count.upper is None and count.scale == 1


def _plain(count: Count) -> Value:
    return int(count.value) if count.value == int(count.value) else count.value


def _is_of_other_days(subject: Subject, count: Count) -> bool:
    """Whether the sentence names another year before the count, or the time before or after."""
    before = SENTENCE.split(subject.flow[max(count.span[0] - BEFORE, 0) : count.span[0]])[-1]
    period = subject.text.title.period
    named = [found["year"] for found in OTHER_DAYS.finditer(before)]
    return bool(named) and (named[-1] is None or period is None or int(named[-1]) != period.last.year)
