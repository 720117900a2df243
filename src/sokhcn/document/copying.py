"""Paragraphs that a report copies from the one before, with nothing but dates and numbers changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sokhcn.document.nodes import Document, Num
from sokhcn.document.strokes import Part, Stroke, lines_of
from sokhcn.document.walk import all_sections, flat, words
from sokhcn.kernel.folding import fold

COPIED = 0.95
SHORTEST = 8  # words: set phrases such as “Trong kỳ không phát sinh.” are nobody's copying
SHINGLE = 3
CLOSES = "./."  # the set phrase that closes a report (Decree 30/2020/NĐ-CP, Annex I)
_DATES = re.compile(
    r"ngày\s+\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
    r"|(?:tháng|quý|năm)\s+(?:\d{1,4}|[ivx]+)(?:\s*[/-]\s*\d{4})?"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4}",
    re.IGNORECASE,
)
_RUN_OF_DATES = re.compile(r"@(?:[\s,/-]*@)+")  # tháng 12 năm 2023 is one date
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = re.compile(r"[^\W_]+|[#@]")


@dataclass(frozen=True, slots=True)
class Copied:
    """A paragraph and the one it is like: from 0 to 1. ``has_figures`` says that it prints figures, which are counted
    anew whoever wrote its words."""

    where: str
    before: str
    after: str
    similarity: float
    has_figures: bool


@dataclass(frozen=True, slots=True)
class _Said:
    where: str
    text: str
    shingles: frozenset[tuple[str, ...]]
    has_figures: bool


def copied(before: Document, after: Document) -> tuple[Copied, ...]:
    """Paragraphs and items of the body of ``after`` that stand in ``before`` but for dates and numbers."""
    old = tuple(_said(before))
    return tuple(found for one in _said(after) if (found := _nearest(one, old)) and found.similarity >= COPIED)


def similarity(one: str, other: str) -> float:
    """How much of two paragraphs is the same, dates and numbers aside: the share of runs of three words in both."""
    return _shared(shingles(one), shingles(other))


def masked(text: str) -> str:
    """``text`` with its dates and numbers as mere marks."""
    return _NUMBERS.sub("#", _RUN_OF_DATES.sub("@", _DATES.sub("@", text)))


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of three words of ``text``, masked and folded."""
    told = _WORDS.findall(fold(masked(text)))
    size = min(SHINGLE, len(told))
    return frozenset(tuple(told[n : n + size]) for n in range(len(told) - size + 1)) if told else frozenset()


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    together = one | other
    return len(one & other) / len(together) if together else 1.0


def _nearest(one: _Said, old: Iterable[_Said]) -> Copied | None:
    likest = max(old, key=lambda other: _shared(one.shingles, other.shingles), default=None)
    if likest is None:
        return None
    share = _shared(one.shingles, likest.shingles)
    return Copied(one.where, likest.text, one.text, share, one.has_figures)


def _said(document: Document) -> Iterator[_Said]:
    for section in all_sections(document.sections):
        number = f"{section.number}. " if section.number else ""
        for stroke in lines_of(section.blocks):
            if stroke.part in (Part.PARAGRAPH, Part.ITEM):
                text = words(stroke.cells[0])
                if len(text.split()) >= SHORTEST and not text.rstrip().endswith(CLOSES):
                    where = f"{number}{words(section.title)}"
                    yield _Said(where, text, shingles(text), _prints_figures(stroke))


def _prints_figures(stroke: Stroke) -> bool:
    return any(isinstance(node, Num) for cell in stroke.cells for node in flat(cell))
