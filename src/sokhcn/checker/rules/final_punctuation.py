"""Paragraphs that end in no mark, or in a semicolon although a new sentence follows."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity

ENDED = re.compile(r"[.!?:;…][”\")\]]*$|/\.?$")
SENTENCE = re.compile(r"[.;:!?]\s+")
BASES = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s")  # each basis of a decision ends in a semicolon
FEWEST_WORDS = 6
TAIL = 60


@rule("writing.final-mark", "Mỗi đoạn kết thúc bằng dấu câu.", Severity.LOOK)
def final_punctuation(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    heads = {heading.span for heading in text.headings}
    items = {span for made in text.items for span in made.items}
    running = [span for span in text.paragraphs if span not in heads]
    following = dict(pairwise(running))
    for span in running:
        said = subject.said(span)
        after = following.get(span)
        if (
            len(said.split()) < FEWEST_WORDS
            or said.isupper()
            or said.count(" | ") > 1
            or (said.startswith("(") and said.endswith(")"))
        ):
            continue
        if said.endswith(",") and BASES.match(said):
            continue  # the last basis may end in a comma: QUYẾT ĐỊNH goes on with it
        if not ENDED.search(said):
            yield fault(_tail(subject, span), "Đoạn này không có dấu câu ở cuối.", suggestion=f"{_last(said)}.")
        elif (
            said.endswith(";")
            and not BASES.match(said)
            and (span not in items or (after is not None and after not in items))
        ):
            advice = f"{_last(said).rstrip(';')}."
            yield fault(_tail(subject, span), "Đoạn kết thúc bằng “;” mà sau đó là câu mới.", suggestion=advice)


def _tail(subject: Subject, span: Span) -> Span:
    """The end of the last sentence, from the beginning of a word."""
    words = subject.flow[span[0] : span[1]]
    starts = [found.end() for found in SENTENCE.finditer(words)]
    first = max([start for start in starts if start < len(words) - 1], default=0)
    if len(words) - first > TAIL:
        first = words.find(" ", len(words) - TAIL) + 1
    return span[0] + first, span[1]


def _last(said: str) -> str:
    return " ".join(said.split()[-4:])
