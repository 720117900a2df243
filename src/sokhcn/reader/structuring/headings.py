"""Which paragraphs are headings, and how deep each stands: by number, wording and capitals, never by style."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.document.understood import Heading
from sokhcn.reader.structuring.annexes import LABEL as ANNEX
from sokhcn.reader.structuring.labels import Depth, Label, label_of
from sokhcn.reader.structuring.paragraphs import ENDS, Paragraph, is_capital

LONGEST = 220
LONGEST_BOLD = 300
LONGEST_RUN_ON = 90
UNNUMBERED = 120
ALWAYS = (Depth.PART, Depth.ROMAN, Depth.CAPITAL)
QUOTED = ("“", '"', "(", "[", "*")
ENACTING = re.compile(r"(?:QUYẾT|NGHỊ)\s+(?:ĐỊNH|NGHỊ|QUYẾT)\s*:?|CHỈ\s+THỊ\s*:")  # the words before the articles
GROUNDS = "Căn cứ "


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph, its label if it has one, and whether it looks like a heading by itself."""

    paragraph: Paragraph
    label: Label | None
    heads: bool

    @property
    def rest(self) -> str:
        """The words behind the label."""
        return self.paragraph.text[self.label.size :] if self.label else self.paragraph.text


def marked(found: Sequence[Paragraph]) -> tuple[Marked, ...]:
    """Paragraphs with their labels; among numbered siblings the greater part decides whether they are headings."""
    alone = [_marked(paragraph) for paragraph in found]
    outvoted, parents = {*_outvoted(alone), *_enactors(alone), *_annexed(alone)}, set(_parents(alone))
    return tuple(
        Marked(m.paragraph, m.label, n in parents or (m.heads and n not in outvoted)) for n, m in enumerate(alone)
    )


def _marked(paragraph: Paragraph) -> Marked:
    label = None if paragraph.cell else label_of(paragraph.text)
    return Marked(paragraph, label, not paragraph.cell and _heads(paragraph, label))


def _heads(paragraph: Paragraph, label: Label | None) -> bool:
    text = paragraph.text[label.size :] if label else paragraph.text
    if not any(c.isalpha() for c in text) or text.startswith(QUOTED):
        return label is not None and label.depth is Depth.PART
    if label is None:
        # one word in capitals is a code that a line begins with, and no heading
        alone = is_capital(text) and " " in text and len(text) <= UNNUMBERED
        return alone and not text.endswith((";", ",")) and not ENACTING.fullmatch(text)
    if label.depth in (Depth.DASH, Depth.PLUS):
        return False
    if label.depth in ALWAYS and is_capital(text):
        return True
    return _reads_as_heading(paragraph, text) and text[:1].isupper()


def _reads_as_heading(paragraph: Paragraph, text: str) -> bool:
    """A heading is short and ends in no mark; in bold it may end in one."""
    if text.endswith(";") or (". " in text.rstrip(".") and not paragraph.bold):
        return False
    if paragraph.bold:
        return len(text) <= LONGEST_BOLD
    if text.endswith(":"):
        return len(text) <= LONGEST_RUN_ON
    return len(text) <= LONGEST and not text.endswith((*ENDS, ","))


def _outvoted(alone: Sequence[Marked]) -> Iterator[int]:
    """Headings without bold among more siblings that are sentences: ``3. Báo cáo kết quả`` in a list of tasks."""
    runs: dict[Depth, list[int]] = {}
    for place, m in enumerate(alone):
        if m.label is None or m.label.depth in (Depth.DASH, Depth.PLUS):
            if m.heads:
                yield from _ended(alone, runs, Depth.PART)
            continue
        yield from _ended(alone, runs, Depth(m.label.depth + 1)) if m.label.depth < Depth.PLUS else ()
        run = runs.setdefault(m.label.depth, [])
        if m.label.order == 1 and run:
            yield from _losers(alone, run)
            run.clear()
        run.append(place)
    yield from _ended(alone, runs, Depth.PART)


def _ended(alone: Sequence[Marked], runs: dict[Depth, list[int]], deepest: Depth) -> Iterator[int]:
    """The losers of every run at ``deepest`` and below, which ends here."""
    for depth in [depth for depth in runs if depth >= deepest]:
        yield from _losers(alone, runs.pop(depth))


def _losers(alone: Sequence[Marked], run: Sequence[int]) -> Iterator[int]:
    heads = [place for place in run if alone[place].heads]
    colons = sum(alone[place].rest.endswith(":") for place in heads)  # of a lead sentence as well as of a heading
    if heads and 2 * len(heads) - colons < len(run):
        yield from (p for p in heads if not alone[p].paragraph.bold and not is_capital(alone[p].rest))


def _parents(alone: Sequence[Marked]) -> Iterator[int]:
    """Numbered paragraphs that end in no mark and have items of their own below them: headings, whatever their
    siblings are, and though they be two sentences long."""
    for place, (m, below) in enumerate(pairwise(alone)):
        if m.label is None or below.label is None or not Depth.ARABIC <= m.label.depth < below.label.depth:
            continue
        rest = m.rest
        if rest[:1].isupper() and len(rest) <= LONGEST_BOLD and not rest.endswith((*ENDS, ",", "-")):
            yield place


def _enactors(alone: Sequence[Marked]) -> Iterator[int]:
    """Lines in capitals right above the grounds say who enacts: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … Căn cứ …"""
    waiting: list[int] = []
    for place, m in enumerate(alone):
        if m.heads and m.label is None:
            waiting.append(place)
            continue
        if m.paragraph.text.startswith(GROUNDS):
            yield from waiting
        waiting.clear()


def _annexed(alone: Sequence[Marked]) -> Iterator[int]:
    """The label of an appendix and its title in capitals below: they head no part of the body."""
    inside = False
    for place, m in enumerate(alone):
        plain = m.label is None and m.heads
        inside = plain and (inside or ANNEX.fullmatch(m.paragraph.text) is not None)
        if inside:
            yield place


def headings(found: Sequence[Marked]) -> tuple[Heading, ...]:
    """The headings, each at its logical level: how many headings it stands under, and one.

    A line in capitals without a number belongs to the part it stands in.
    """
    above: list[tuple[int, int]] = []  # depth and level of the headings that hold the next one
    numbered = any(m.heads and m.label and m.label.depth <= Depth.ROMAN for m in found)
    result = []
    for m in found:
        if not m.heads:
            continue
        depth = m.label.depth if m.label else _depth_of_unnumbered(above) if numbered else Depth.ROMAN
        while above and above[-1][0] >= depth:
            above.pop()
        above.append((depth, above[-1][1] + 1 if above else 1))
        title = m.rest.rstrip(" :") if m.rest else m.paragraph.text
        number = m.label.number if m.label else None
        result.append(Heading(m.paragraph.span, above[-1][1], number, title))
    return tuple(result)


def _depth_of_unnumbered(above: Sequence[tuple[int, int]]) -> int:
    """Below the Roman number it stands under; by itself it is as a Roman number is."""
    under = any(depth in (Depth.ROMAN, Depth.CAPITAL, Depth.PART) and level == 1 for depth, level in above[:1])
    return Depth.ARABIC if under else Depth.ROMAN
