"""What numbered siblings decide about each other: whether they head what stands below them, or are items of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.reader.structuring.labels import Depth, Label
from sokhcn.reader.structuring.paragraphs import ENDS, Paragraph, is_capital

LONGEST = 220
LONGEST_BOLD = 300
LONGEST_STOPPED = 60
FEWEST = 2
# "… các văn bản sau:" leads to a list; "Mục tiêu cụ thể:" is a title.
LEADS = re.compile(r"(?<!\w)(?:sau|sau đây|gồm|là|trong đó)$", re.IGNORECASE)
# The last sentence of a report and the mark of its end stand below no heading.
# Titles of a report whatever stands below them.
KNOWN = re.compile(
    r"(?:(?:Những|Một số)\s+)?(?:Thuận lợi|Khó khăn|Ưu điểm|Kết quả đạt được|Tồn tại|Hạn chế|Nguyên nhân|Khuyết điểm)"
    r"(?:(?:,| và|,? những)? (?:thuận lợi|khó khăn|vướng mắc|tồn tại|hạn chế|yếu kém|nguyên nhân|khuyết điểm"
    r"|bất cập|cơ bản|chủ quan|khách quan))*[.:]?"
)
CLOSING = re.compile(r"Trên đây |[-–—*\s]*HẾT(?!\w)")


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

    @property
    def is_loud(self) -> bool:
        """Whether its look alone makes it a heading."""
        return self.paragraph.bold or is_capital(self.rest)


def decided(alone: Sequence[Marked]) -> tuple[frozenset[int], frozenset[int]]:
    """Places of paragraphs that are headings though they do not look so, and of those that only look so."""
    raised, lowered = set(_parents(alone)), set[int]()
    outline = not any(m.heads and _has_words(alone, place) for place, m in enumerate(alone))
    for run in _runs(alone):
        raised |= set(_chapters(alone, run))
        if stopped := set(_stopped(alone, run)):
            raised |= stopped
            continue
        if _is_outvoted(alone, run):
            lowered |= {place for place in run if alone[place].heads and not alone[place].is_loud}
            continue
        raised |= set(_like_the_others(alone, run))
        if not outline and _is_list(alone, run):
            lowered |= {place for place in run if not alone[place].is_loud}
    known = {n for n, m in enumerate(alone) if m.label and m.label.depth < Depth.DASH and KNOWN.fullmatch(m.rest)}
    return frozenset(raised | known), frozenset(lowered - known)


def _runs(alone: Sequence[Marked]) -> Iterator[list[int]]:
    """Numbered siblings: a run ends at a heading above them, and where the numbers begin again. Items may be numbered
    as the headings are that hold them: behind them a heading with the next number goes on with its own run."""
    runs: dict[Depth, list[int]] = {}
    outer: dict[Depth, list[int]] = {}
    for place, m in enumerate(alone):
        if m.label is None or m.label.depth >= Depth.DASH:
            if m.heads:
                yield from _ended(runs, outer, Depth.PART)
            continue
        yield from _ended(runs, outer, Depth(m.label.depth + 1))
        run = runs.setdefault(m.label.depth, [])
        waiting = outer.get(m.label.depth)
        if m.label.order == 1 and run:
            yield from [waiting] if waiting else []
            outer[m.label.depth] = list(run)
            run.clear()
        elif waiting and m.heads and _follows(alone, waiting, m) and not _follows(alone, run, m):
            yield list(run)
            run[:] = outer.pop(m.label.depth)
        run.append(place)
    yield from _ended(runs, outer, Depth.PART)


def _follows(alone: Sequence[Marked], run: Sequence[int], m: Marked) -> bool:
    last = alone[run[-1]].label if run else None
    return last is not None and m.label is not None and m.label.order == (last.order or 0) + 1


def _ended(runs: dict[Depth, list[int]], outer: dict[Depth, list[int]], deepest: Depth) -> Iterator[list[int]]:
    """Every run at ``deepest`` and below, which ends here."""
    for each in (runs, outer):
        for depth in [depth for depth in each if depth >= deepest]:
            yield each.pop(depth)


def _is_outvoted(alone: Sequence[Marked], run: Sequence[int]) -> bool:
    """Whether most of them are sentences: ``3. Báo cáo kết quả`` in a list of tasks. A colon that announces nothing
    deeper is one of a lead sentence as well as of a heading, and votes half."""
    titled = [place for place in run if alone[place].heads or _announces(alone, place)]
    doubtful = sum(
        alone[place].rest.endswith(":") and not alone[place].paragraph.run_in and not _announces(alone, place)
        for place in titled
    )
    return 2 * len(titled) - doubtful < len(run)


def _chapters(alone: Sequence[Marked], run: Sequence[int]) -> Iterator[int]:
    """Roman numbers with a few words that somebody closed with a full stop, and numbers of their own below."""
    for place in run:
        m, below = alone[place], alone[place + 1].label if place + 1 < len(alone) else None
        deep = m.label is not None and below is not None and m.label.depth < below.depth
        if deep and m.label and m.label.depth <= Depth.ROMAN and _is_short_stopped(m):
            yield place


def _is_short_stopped(m: Marked) -> bool:
    rest = m.rest
    short = rest.endswith(".") and rest[:1].isupper() and len(rest) <= LONGEST_STOPPED and ". " not in rest
    return short and not any(c.isdigit() for c in rest)


def _stopped(alone: Sequence[Marked], run: Sequence[int]) -> Sequence[int]:
    """All of them, where each is a few words that somebody closed with a full stop, and has something below it."""
    short = all(not alone[place].heads and _is_short_stopped(alone[place]) and _has_body(alone, place) for place in run)
    return run if short and len(run) >= FEWEST else ()


def _like_the_others(alone: Sequence[Marked], run: Sequence[int]) -> Iterator[int]:
    """Among headings a long one with a colon is one too, and a few words that somebody closed with a full stop."""
    if len(run) < FEWEST:
        return
    for place in run:
        rest = alone[place].rest
        stopped = rest.endswith(".") and len(rest) <= LONGEST_STOPPED and not any(c.isdigit() for c in rest)
        if _announces(alone, place) or (stopped and rest[:1].isupper() and _has_body(alone, place)):
            yield place


def _is_list(alone: Sequence[Marked], run: Sequence[int]) -> bool:
    """Whether they are items without marks: numbered headings have something below them, unless the whole text is a
    mere outline."""
    first = alone[run[0]]
    deep = first.label is not None and first.label.depth >= Depth.ARABIC
    ends = [alone[place].rest.endswith(":") for place in run]
    return deep and len(run) >= FEWEST and not any(ends) and not any(_has_body(alone, place) for place in run)


def _has_body(alone: Sequence[Marked], place: int) -> bool:
    own, below = alone[place].label, alone[place + 1] if place + 1 < len(alone) else None
    if own is None or below is None or CLOSING.match(below.paragraph.text):
        return False
    return not below.heads if below.label is None else below.label.depth > own.depth


def _has_words(alone: Sequence[Marked], place: int) -> bool:
    """Whether something that is no heading stands right below."""
    below = alone[place + 1] if place + 1 < len(alone) else None
    return below is not None and not below.heads and not CLOSING.match(below.paragraph.text)


def _announces(alone: Sequence[Marked], place: int) -> bool:
    """Whether a title with a colon has items of its own below it, and no words that lead to a list."""
    m, below = alone[place], alone[place + 1].label if place + 1 < len(alone) else None
    if m.label is None or below is None or not Depth.ARABIC <= m.label.depth < below.depth:
        return False
    rest = m.rest
    titled = rest[:1].isupper() and rest.endswith(":") and len(rest) <= LONGEST and ". " not in rest
    return titled and not LEADS.search(rest[:-1].rstrip())


def _parents(alone: Sequence[Marked]) -> Iterator[int]:
    """Numbered paragraphs that end in no mark and have items of their own below them: headings, whatever their
    siblings are, and though they be two sentences long."""
    for place, (m, below) in enumerate(pairwise(alone)):
        if m.label is None or below.label is None or not m.label.depth < below.label.depth:
            continue
        if not Depth.ARABIC <= m.label.depth < Depth.DASH:
            continue
        rest = m.rest
        if CLOSING.match(below.paragraph.text):
            continue
        if (
            below.label.number == f"{m.label.number}.1"
            and rest[:1].isupper()
            and len(rest) <= LONGEST
            and ". " not in rest
        ):
            yield place  # "1. Phát động thi đua." and 1.1 below it
            continue
        if rest[:1].isupper() and len(rest) <= LONGEST_BOLD and not rest.endswith((*ENDS, ",", "-")):
            yield place
