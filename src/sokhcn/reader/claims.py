"""What a report claims: its counts paired with indicators by rules that people can read.

A phrase says how reports speak of one indicator. Its noun must begin what is counted; the heading and the words around
are two rules more. Of several phrases that fit, the one of which most rules hold is taken, then the most exact noun,
then the one whose words stand nearest: in the same clause, in the same sentence, in the sentence above the list.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from sokhcn.document.letters import Span
from sokhcn.document.understood import Claim, Confidence, Count, CountKind, Understood
from sokhcn.figures.aspect import Aspect, key_of, split_key
from sokhcn.kernel.folding import fold, fold_in_place
from sokhcn.reader.chapters import Chapter, chapters, leads, passage_of

STOP = re.compile(r"[.!?]\s+")
CLAUSE_END = re.compile(r"[;:]\s|\.\s")
PIECE_END = re.compile(r"[,;:()]")
REACH = 600  # letters to either side of a count in which its sentence is sought
BESIDE = 1  # letters between a count and a word that follows it at once: it is part of what is counted
# Before a count, folded: of which other days or how else it speaks.
SEEN = (
    (Aspect.TO_DATE, re.compile(r"\b(?:luy ke|tu dau nam)\b")),
    (Aspect.LAST_YEAR, re.compile(r"\bcung ky\b")),
    (Aspect.CHANGE, re.compile(r"\b(?:tang|giam)(?: them)?$")),
    (Aspect.ESTIMATE, re.compile(r"\buoc(?: dat| tinh| thuc hien| co)?$")),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """How reports say one indicator; words fit whatever their case and accents.

    ``nouns`` begin what is counted and ``having`` stands in it; ``under`` in a heading above; ``near`` in the same
    sentence, or in that above the list. ``planned``: the plan for the next period names this figure as well.
    """

    key: str
    nouns: tuple[str, ...]
    under: tuple[str, ...]
    near: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    planned: bool = False


class Nearness(NamedTuple):
    """How near a word stands: 3 in the clause, 2 in the sentence, 1 in the lead sentence; before rather than behind."""

    level: int = 0
    before: bool = False
    gap: int = 0
    length: int = 0
    word: str = ""


FAR = Nearness()


@dataclass(frozen=True, slots=True)
class Around:
    """The folded words about a count. ``before`` and ``behind`` are those of its sentence, ``clause_…`` of its clause,
    ``piece`` those since the last comma or bracket, ``lead`` the sentence above its list."""

    before: str
    behind: str
    clause_before: str
    clause_behind: str
    piece: str
    lead: str

    def nearest(self, words: tuple[str, ...]) -> Nearness:
        return max((_near(self, word, sought) for word, sought in zip(words, folded(words), strict=True)), default=FAR)


@dataclass(frozen=True, slots=True)
class Fit:
    """A phrase that fits a count, the words by which it does, and its rank among others."""

    phrase: Phrase
    noun: str
    heading: str
    near: Nearness
    rank: tuple[object, ...] = field(default=())

    @property
    def is_whole(self) -> bool:
        """Whether all its rules hold."""
        return bool(self.heading) and (bool(self.near.level) or not self.phrase.near)


def claims(text: Understood, phrases: Sequence[Phrase]) -> tuple[Claim, ...]:
    """The counts that some phrase fits, each with the indicator that fits best. A count is claimed once."""
    places = {count.span: place for place, count in enumerate(text.counts)}
    reading = Reading(text, fold_in_place(text.flow), leads(text))
    found = []
    for chapter in chapters(text):
        known = [phrase for phrase in phrases if phrase.planned or not chapter.planned]
        said = _Said()
        for count in chapter.counts():
            noun = fold(count.noun)
            naming = [(phrase, begins) for phrase in known if (begins := _begins(phrase, noun))]
            if count.kind is not CountKind.COUNT or not naming:
                continue
            if claim := _claim(chapter, count, _around(reading, count), naming):
                key = said.key(claim, passage_of(text, count.span[0]), noun)
                found.append(replace(claim, key=key, count=places[count.span]))
    return tuple(found)


class _Said:
    """What the passage at hand has counted so far. “Tăng 02 lớp tập huấn” behind “03 lớp tập huấn về khởi nghiệp” is
    of the same classes, however well another phrase fits its shorter noun; behind one part alone, as keys name parts
    by their whole (``research.accepted_provincial``), it may be of the whole."""

    def __init__(self) -> None:
        self._passage: Span | None = None
        self._plain: list[tuple[str, str]] = []

    def key(self, claim: Claim, passage: Span, noun: str) -> str:
        if passage != self._passage:
            self._passage, self._plain = passage, []
        base, aspect = split_key(claim.key)
        if aspect is None:
            self._plain.append((noun, claim.key))
        elif all(key != base for _, key in self._plain):
            longer = (key for said, key in self._plain if said.startswith(noun) and not key.startswith(f"{base}_"))
            base = next(longer, base)
        return key_of(base, aspect) if aspect else base


Naming = Sequence[tuple[Phrase, int]]  # phrases, and how many letters of what is counted their nouns take


def _begins(phrase: Phrase, noun: str) -> int:
    """How many letters of ``noun`` a noun of ``phrase`` takes, where it begins it and has what must stand in it."""
    begins = max((len(one) for one in folded(phrase.nouns) if noun.startswith(one)), default=0)
    return begins if not phrase.having or any(word in noun for word in folded(phrase.having)) else 0


def _claim(chapter: Chapter, count: Count, around: Around, naming: Naming) -> Claim | None:
    fits = sorted(_fits(chapter, count, around, naming), key=lambda fit: fit.rank, reverse=True)
    if not fits:
        return None
    best = fits[0]
    tied = any(fit.rank == best.rank and fit.phrase.key != best.phrase.key for fit in fits[1:])
    certain = best.is_whole and not (count.unsure or count.approximate or count.elided)
    confidence = Confidence.UNCLEAR if tied else Confidence.SURE if certain else Confidence.LOOK
    return Claim(_seen(best.phrase.key, around), 0, confidence, _why(best, fits if tied else ()))


def _fits(chapter: Chapter, count: Count, around: Around, naming: Naming) -> Iterator[Fit]:
    """A noun alone says too little: the heading or the sentence must speak of the same."""
    noun = fold(count.noun)
    for phrase, begins in naming:
        has = max((len(word) for word in folded(phrase.having) if word in noun), default=0)
        heading = next((w for w in phrase.under if chapter.is_under(w)), "")
        near = around.nearest(phrase.near)
        rules = bool(heading) + (bool(near.level) or not phrase.near)
        if rules:
            rank = (rules, has, begins, near[:4])
            yield Fit(phrase, count.noun, heading, near, rank)


@cache
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


class Reading(NamedTuple):
    """A text, its flow folded letter for letter, and the sentence above the list by item."""

    text: Understood
    folded: str
    leads: Mapping[Span, str]


def _around(reading: Reading, count: Count) -> Around:
    flow, (start, end) = reading.text.flow, count.span
    passage = first, last = passage_of(reading.text, start)
    before, behind = flow[max(first, start - REACH) : start], flow[end : min(last, end + REACH)]
    begins = start - len(before) + max(_ends(before), default=0)
    before = reading.folded[begins:start]
    behind = reading.folded[end : end + min(_ends(behind), default=len(behind))]
    return Around(
        before=_even(before),
        behind=_even(behind),
        clause_before=_even(CLAUSE_END.split(before)[-1]),
        clause_behind=_even(CLAUSE_END.split(behind)[0]),
        piece=_even(PIECE_END.split(before)[-1]),
        lead=fold(reading.leads.get(passage, "")[-REACH:]),
    )


def _even(words: str) -> str:
    return " ".join(words.split())


def _ends(text: str) -> Iterator[int]:
    """Where sentences of ``text`` begin after a full stop: a small letter behind it says that it was none."""
    return (found.end() for found in STOP.finditer(text) if not text[found.end() : found.end() + 1].islower())


def _near(around: Around, word: str, sought: str) -> Nearness:
    """Where ``word``, folded as ``sought``, stands nearest."""
    stretches = (
        (3, around.clause_before, True),
        (3, around.clause_behind, False),
        (2, around.before, True),
        (2, around.behind, False),
        (1, around.lead, True),
    )
    for level, words, before in stretches:
        at = words.rfind(sought) if before else words.find(sought)
        if at >= 0:
            gap = len(words) - at - len(sought) if before else at
            return Nearness(level, before or gap <= BESIDE, -gap, len(sought), word)
    return FAR


def _seen(key: str, around: Around) -> str:
    """The key, and how the count is seen where the words right before it say so."""
    aspect = next((aspect for aspect, pattern in SEEN if pattern.search(around.piece)), None)
    return key_of(key, aspect) if aspect else key


def is_plain(claim: Claim) -> bool:
    """Whether a claim is of the period itself, not of the year to date, of the year before, or a change."""
    return split_key(claim.key)[1] is None


def _why(fit: Fit, tied: Sequence[Fit]) -> str:
    rules = [f"đếm “{fit.noun}”"]
    if fit.heading:
        rules.append(f"trong mục “{fit.heading}”")
    if fit.near.level:
        where = ("", "câu dẫn có", "cùng câu với", "cùng vế với")[fit.near.level]
        rules.append(f"{where} “{fit.near.word}”")
    others = [other.phrase.key for other in tied if other.rank == fit.rank and other.phrase.key != fit.phrase.key]
    return ", ".join([*rules, *(f"cũng có thể là {key}" for key in dict.fromkeys(others))])
