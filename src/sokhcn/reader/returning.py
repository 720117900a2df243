"""How much of one report comes back in another: figures, papers, headings and items, each beside what it became."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from sokhcn.document.understood import Claim, Understood
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import chapters, said

ALIKE = 0.7
NOUN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a report: its ``name``, its ``value`` under that name, and its words as people read them; ``other``
    is a name that it has besides."""

    name: str
    value: Hashable
    words: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing before and after; None where it is missing or new. ``back``: it is the same, if in other words."""

    before: str | None
    after: str | None
    back: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What became of the things of one kind."""

    kind: str
    pairs: tuple[Pair, ...]

    @property
    def total(self) -> int:
        return sum(pair.before is not None for pair in self.pairs)

    @property
    def back(self) -> int:
        return sum(pair.back for pair in self.pairs)

    @property
    def part(self) -> Fraction:
        """1 where nothing was there to come back."""
        return Fraction(self.back, self.total) if self.total else Fraction(1)

    @property
    def different(self) -> tuple[Pair, ...]:
        """Those that are missing, new, or said otherwise."""
        return tuple(pair for pair in self.pairs if not pair.back or pair.before != pair.after)


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The shares of one comparison; ``score`` is their mean, 1 when everything came back."""

    shares: tuple[Share, ...]

    @property
    def score(self) -> Fraction:
        return sum((share.part for share in self.shares), Fraction()) / len(self.shares)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was understood, with what it claims."""

    text: Understood
    claims: tuple[Claim, ...]


def come_back(original: Report, again: Report) -> ComeBack:
    """What of ``original`` is in ``again``: a figure with its value, a paper with its number, a heading with its title,
    an item with most of its words."""
    figures = _paired(_figures(original), _figures(again), ((_whole, True), (_otherwise, True), (_name, False)))
    papers, headings = (
        _paired(things(original.text), things(again.text), ((_whole, True), (_name, True)))
        for things in (_papers, _headings)
    )
    items = _alike(_items(original.text), _items(again.text))
    named = (("số liệu", figures), ("văn bản", papers), ("đề mục", headings), ("mục liệt kê", items))
    return ComeBack(tuple(Share(kind, pairs) for kind, pairs in named))


# --- things -----------------------------------------------------------------------------------------------------


def _figures(report: Report) -> list[Thing]:
    """The counts of the body: by indicator, or by what is counted where no indicator is known."""
    keys = {report.text.counts[claim.count].span: claim.key for claim in report.claims}
    return [
        Thing(keys.get(count.span, _noun(count.noun)), count.value * count.scale, count.text, _noun(count.noun))
        for chapter in chapters(report.text)
        for count in chapter.counts()
    ]


def _noun(noun: str) -> str:
    return " ".join(fold(noun).split()[:NOUN_WORDS])


def _papers(text: Understood) -> list[Thing]:
    """Each cited paper once, with the first date that is said of it."""
    days: dict[str, Thing] = {}
    for citation in text.citations:
        code = fold(citation.code or "")
        if code and (code not in days or (days[code].value is None and citation.date)):
            days[code] = Thing(code, citation.date, _without_issuer(citation.text))
    return list(days.values())


def _without_issuer(words: str) -> str:
    return words.partition(" của ")[0]


def _headings(text: Understood) -> list[Thing]:
    return [Thing(fold(h.title), h.level, f"{h.number}. {h.title}" if h.number else h.title) for h in text.headings]


def _items(text: Understood) -> list[str]:
    return [said(text, span) for made in text.items if made.where != "recipients" for span in made.items]


# --- pairs ------------------------------------------------------------------------------------------------------

Way = tuple[Callable[[Thing], Hashable], bool]


def _whole(thing: Thing) -> Hashable:
    return thing.name, thing.value


def _otherwise(thing: Thing) -> Hashable:
    return thing.other, thing.value


def _name(thing: Thing) -> Hashable:
    return thing.name


def _paired(before: Sequence[Thing], after: Sequence[Thing], ways: Sequence[Way]) -> tuple[Pair, ...]:
    """Things paired in the first of ``ways`` in which they are the same; each way says whether that is to come back."""
    found: dict[int, tuple[int, bool]] = {}
    left = dict(enumerate(after))
    for way, back in ways:
        same: dict[Hashable, list[int]] = {}
        for place, thing in reversed(left.items()):
            same.setdefault(way(thing), []).append(place)
        for place, thing in enumerate(before):
            if place not in found and (places := same.get(way(thing))):
                found[place] = places.pop(), back
                del left[found[place][0]]
    pairs = [_pair(thing, after, found.get(place)) for place, thing in enumerate(before)]
    return (*pairs, *(Pair(None, thing.words, False) for thing in left.values()))


def _pair(thing: Thing, after: Sequence[Thing], found: tuple[int, bool] | None) -> Pair:
    return Pair(thing.words, after[found[0]].words, found[1]) if found else Pair(thing.words, None, False)


def _alike(before: Sequence[str], after: Sequence[str]) -> tuple[Pair, ...]:
    """Texts paired with the one that is most like them; as good as the same where most words are."""
    left = [(words, fold(words).split()) for words in after]
    pairs = []
    for words in before:
        best = max(left, key=lambda other: _likeness(fold(words).split(), other[1]), default=None)
        if best and _likeness(fold(words).split(), best[1]) >= ALIKE:
            left.remove(best)
            pairs.append(Pair(words, best[0], True))
        else:
            pairs.append(Pair(words, None, False))
    return (*pairs, *(Pair(None, words, False) for words, _ in left))


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The part of words that both have in one order; nought where they cannot be alike enough."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    near = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return matcher.ratio() if near else 0.0
