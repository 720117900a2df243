"""What a report claims: its counts paired with indicators by rules that people can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, Claim, Confidence, Count, Heading, Understood
from sokhcn.kernel.folding import fold

AROUND = 160


@dataclass(frozen=True, slots=True)
class Phrase:
    """How reports say one indicator. ``nouns`` begin what is counted, ``under`` stands in the heading above, ``near``
    in the same sentence; ``without`` must not stand there. All are words without accents' help: they are folded."""

    key: str
    nouns: tuple[str, ...]
    under: tuple[str, ...]
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """The part of an understood document under one heading, without the headings below it."""

    text: Understood
    heading: Heading | None
    span: Span

    def items(self) -> tuple[Span, ...]:
        """The items of its outer lists, in reading order; where there is no list, its paragraphs."""
        spans = [s for made in self.text.items for s in made.items if self.holds(s)]
        if spans:
            return tuple(sorted(spans))
        heads = {heading.span for heading in self.text.headings}
        return tuple(s for s in self.text.paragraphs if self.holds(s) and s not in heads)

    def citations(self, span: Span | None = None) -> tuple[Citation, ...]:
        first, last = span or self.span
        return tuple(c for c in self.text.citations if first <= c.span[0] < last)

    def counts(self, span: Span | None = None) -> tuple[Count, ...]:
        first, last = span or self.span
        return tuple(c for c in self.text.counts if first <= c.span[0] < last)

    def holds(self, span: Span) -> bool:
        return self.span[0] <= span[0] < self.span[1]

    def said(self, span: Span) -> str:
        """The words at ``span`` on one line, without the mark of an item."""
        words = " ".join(self.text.flow[span[0] : span[1]].split())
        return words.lstrip("-–—+*• ") if words[:1] in "-–—+*•" else words


def chapters(text: Understood) -> Iterator[Chapter]:
    """The chapters of what was done, each under its heading; the plan for the next period is none of them."""
    planned = False
    for place, heading in enumerate(text.headings):
        if heading.level == 1:
            planned = is_plan(heading)
        end = text.headings[place + 1].span[0] if place + 1 < len(text.headings) else _end(text)
        if not planned:
            yield Chapter(text, heading, (heading.span[1], max(end, heading.span[1])))


def is_plan(heading: Heading) -> bool:
    title = fold(heading.title)
    return "phuong huong" in title or "nhiem vu trong tam thang" in title or title.startswith("nhiem vu, giai phap")


def _end(text: Understood) -> int:
    return text.paragraphs[-1][1] if text.paragraphs else len(text.flow)


def claims(text: Understood, phrases: Sequence[Phrase]) -> tuple[Claim, ...]:
    """The counts that some phrase fits, each with the indicator that fits best. A count is claimed once."""
    places = {id(count): place for place, count in enumerate(text.counts)}
    found = []
    for chapter in chapters(text):
        for count in chapter.counts():
            fits = [fit for phrase in phrases if (fit := _fit(chapter, count, phrase))]
            if fits:
                score, _, claim = max(fits, key=lambda fit: fit[:2])
                rivals = [fit for fit in fits if fit[0] == score and fit[2].key != claim.key and fit[1] == fits[0][1]]
                confidence = Confidence.UNCLEAR if rivals else claim.confidence
                found.append(Claim(claim.key, places[id(count)], confidence, claim.why))
    return tuple(found)


def _fit(chapter: Chapter, count: Count, phrase: Phrase) -> tuple[int, int, Claim] | None:
    """How well a phrase fits a count: how many of its rules hold, and how long the noun is that fits."""
    noun = fold(count.noun)
    matched = max((n for n in map(fold, phrase.nouns) if noun.startswith(n)), key=len, default="")
    around = fold(chapter.text.flow[max(count.span[0] - AROUND, chapter.span[0]) : count.span[1] + AROUND])
    if not matched or any(fold(word) in around for word in phrase.without):
        return None
    title = fold(chapter.heading.title) if chapter.heading else ""
    under = any(fold(word) in title for word in phrase.under)
    near = not phrase.near or any(fold(word) in around for word in phrase.near)
    score = under + near
    confidence = (Confidence.UNCLEAR, Confidence.LOOK, Confidence.SURE)[score]
    rules = [f"danh từ “{count.noun}”", *(["đúng mục"] if under else []), *(["đúng câu"] if near else [])]
    return score, len(matched), Claim(phrase.key, 0, confidence, ", ".join(rules))
