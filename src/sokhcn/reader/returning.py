"""How much of one report comes back in another: figures, papers, headings, items, each with what did not."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from sokhcn.document.letters import Span
from sokhcn.document.understood import Count, Understood
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import is_plan

ALIKE = 0.75
NOUN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Share:
    """``back`` of ``total`` things of one kind came back; ``missing`` names the others, ``new`` what was not there."""

    kind: str
    back: int
    total: int
    missing: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def part(self) -> Fraction:
        return Fraction(self.back, self.total) if self.total else Fraction(1)


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The shares of one comparison; ``score`` is their mean, 1 when everything came back."""

    shares: tuple[Share, ...]

    @property
    def score(self) -> Fraction:
        return sum((share.part for share in self.shares), Fraction()) / len(self.shares)


def come_back(original: Understood, again: Understood) -> ComeBack:
    """What of ``original`` is in ``again``."""
    return ComeBack(
        (
            _share("số liệu", _figures(original), _figures(again), lambda pair: pair[0]),
            _share("văn bản", _papers(original), _papers(again), lambda pair: pair[0]),
            _share("đề mục", _headings(original), _headings(again), lambda pair: pair[0]),
            _items(original, again),
        )
    )


Named = tuple[Hashable, str]


def _share(kind: str, before: Sequence[Named], after: Sequence[Named], key: Callable[[Named], Hashable]) -> Share:
    """Things are the same when their keys are; several with one key are counted."""
    left = Counter(key(pair) for pair in after)
    missing: list[str] = []
    for pair in before:
        if left[key(pair)]:
            left[key(pair)] -= 1
        else:
            missing.append(pair[1])
    new = [pair[1] for pair in after if left[key(pair)] > 0 and not left.subtract([key(pair)])]
    return Share(kind, len(before) - len(missing), len(before), tuple(missing), tuple(new))


def _figures(text: Understood) -> list[Named]:
    """Figures of what was done, by value and the first words of what is counted."""
    plan = next((h.span[0] for h in text.headings if h.level == 1 and is_plan(h)), len(text.flow))
    return [(_counted(count), count.text) for count in text.counts if count.span[0] < plan]


def _counted(count: Count) -> Hashable:
    return count.value, tuple(fold(count.noun).split()[:NOUN_WORDS])


def _papers(text: Understood) -> list[Named]:
    """Each paper once, by its code and its date."""
    found: dict[str, Named] = {}
    for citation in text.citations:
        if citation.code and citation.code not in found:
            day = citation.date.isoformat() if citation.date else ""
            found[citation.code] = ((fold(citation.code), day), citation.text)
    return list(found.values())


def _headings(text: Understood) -> list[Named]:
    return [((h.level, fold(h.title)), h.title) for h in text.headings]


def _items(original: Understood, again: Understood) -> Share:
    """Items by their words: the same when most of them are."""
    before, after = (_texts(text) for text in (original, again))
    left, missing = list(after), []
    for words in before:
        best = max(left, key=lambda other: _alike(words, other), default="")
        if best and _alike(words, best) >= ALIKE:
            left.remove(best)
        else:
            missing.append(words)
    return Share("mục liệt kê", len(before) - len(missing), len(before), tuple(missing), tuple(left))


def _texts(text: Understood) -> list[str]:
    spans: list[Span] = [s for made in text.items if made.where != "recipients" for s in made.items]
    return [" ".join(text.flow[a:b].split()) for a, b in sorted(spans)]


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, fold(one).split(), fold(other).split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0
