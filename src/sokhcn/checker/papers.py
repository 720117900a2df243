"""Mentions of one paper side by side: which are the same paper, where their titles stand, who issued them."""

import re
from collections.abc import Iterator
from itertools import groupby

from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation
from sokhcn.kernel.folding import fold

LAWS = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh")
WORDS = re.compile(r"\w+")
IDLE = ("ve", "viec", "ban", "hanh", "v")
ALIASES = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("ban chap hanh dang bo tinh", "tinh uy"),
    ("ban chap hanh trung uong", "trung uong"),
    ("ban thuong vu tinh uy", "tinh uy"),
    ("thanh pho", "tp"),
)
TERM = re.compile(r"\s*(?:,\s*)?(?:lan thu|khoa) [ivx\d]+$")


def same_paper(subject: Subject) -> Iterator[tuple[Citation, ...]]:
    """The mentions of each paper that is mentioned by its code more than once, in reading order."""
    coded = [c for c in subject.text.citations if c.code]
    ordered = sorted(coded, key=lambda c: (fold(c.code or ""), c.span))
    for _, group in groupby(ordered, key=lambda c: fold(c.code or "")):
        mentions = tuple(group)
        if len(mentions) > 1:
            yield mentions


def title_words(citation: Citation) -> tuple[str, ...]:
    """The words of a title without case, accents, marks, and what may or may not introduce it."""
    words = WORDS.findall(fold(citation.subject or ""))
    while words and words[0] in IDLE:
        words.pop(0)
    return tuple(words)


def with_title(citation: Citation) -> Span:
    """The place of a mention with the title behind it, where one stands there."""
    start, end = citation.span
    title = citation.subject_span
    return (start, max(end, title[1])) if title and title[0] >= start else citation.span


def issuer_key(name: str) -> str:
    """An issuer's name such that names of one body are equal; a term of office is no part of it."""
    key = fold(name)
    for long, short in ALIASES:
        key = key.replace(long, short)
    return TERM.sub("", key)
