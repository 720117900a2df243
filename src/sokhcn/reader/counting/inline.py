"""Breakdowns inside a sentence: 30 nhiệm vụ (05 … và 25 …); …, trong đó có 35 …, 13 …; 100 cơ sở gồm 24 … và 76 …."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from sokhcn.document.letters import Span
from sokhcn.document.understood import Breakdown, BreakdownKind, Count, CountKind
from sokhcn.reader.counting.listed import named
from sokhcn.reader.counting.sums import add_up, amount, exceeds, may_be_part
from sokhcn.reader.counting.tokens import paragraphs

_MARK = re.compile(
    r"(?P<open>\()|(?P<some>(?<!\w)(?:trong\s+(?:số\s+)?đó))|(?P<all>(?<!\w)(?:bao\s+gồm|gồm|chia\s+ra|cụ\s+thể)|:)"
    r"|(?P<plain>,\s+(?:có|với)\s)",
    re.IGNORECASE,
)
_SOME = re.compile(r"\s*trong\s+(?:số\s+)?đó", re.IGNORECASE)
_EXHAUSTIVE = re.compile(r"(?:bao\s+)?gồm|chia\s+ra", re.IGNORECASE)
_COLON = re.compile(r"\s*(?:có|là)?\s*:")
_BRACKET = re.compile(r"[()]")
_FULL_STOP = re.compile(r"\.(?=\s|$)")
_SEMICOLON = re.compile(r"[;.](?=\s)")
_CLAUSE = re.compile(r"[;,]")
_STOP = re.compile(r"\.(?=\s|$)|;")
_ALL_OF = re.compile(r"(?:bao\s+)?gồm(?!\w)", re.IGNORECASE)
_MORE = re.compile(r",|;|(?<!\w)(?:và|cùng)(?!\w)")
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm)(?:\s+thêm)?\s+$", re.IGNORECASE)
# A bracket that looks back at another period compares: (6 tháng đầu năm 2019 tiếp 120 lượt).
_COMPARING = re.compile(
    r"\s*(?:so\s+với|cùng\s+kỳ|(?:kỳ|tháng|quý|tuần|năm)\s+(?:trước|ngoái)|năm\s+\d{4}|tháng\s+\d|quý\s+[IV\d]"
    r"|(?:\d{1,2}|sáu|chín)\s+tháng\s+(?:đầu|cuối|năm))",
    re.IGNORECASE,
)
_WORDS = 12  # letters that such a word takes
_NEAR = 90  # letters between a mark and its first part
_NEXT = 30  # and between a semicolon and the part behind it
_PARTS = 30
_NAMES = 400  # and that names may take
_FAR = 1_500  # letters that a breakdown may take
_BACK = 12  # counts looked at before a mark
_TOTALS = 3  # counts before a mark that it may break down


class Region(NamedTuple):
    """Where the parts behind a mark stand; ``some``: they need not be all."""

    mark: int
    start: int
    end: int
    some: bool
    depth: int
    limit: int  # where the bracket around it or the paragraph ends
    bracketed: bool = False
    plain: bool = False  # a mere ", có": parts only if they add up


class Reading(NamedTuple):
    """A text with its counts, where they start, how deep in brackets each stands, and where brackets close."""

    text: str
    counts: Sequence[Count]
    starts: Sequence[int]
    depths: Sequence[int]
    closings: Mapping[int, int]


def inline(text: str, counts: Sequence[Count]) -> Iterator[Breakdown]:
    """The breakdowns that stand in one paragraph, each total and part once."""
    spans = tuple(paragraphs(text))
    reading = _reading(text, counts, spans)
    pairs: set[tuple[int, int]] = set()
    for span in spans:
        if bisect_left(reading.starts, span[1]) == bisect_left(reading.starts, span[0]):
            continue
        for region in _regions(reading, span):
            found = _broken_down(reading, region, span[0])
            new = {(found.total, part) for part in found.parts} - pairs if found else set()
            if found and (new or found.items):
                pairs |= new
                yield found


def _reading(text: str, counts: Sequence[Count], spans: Sequence[Span]) -> Reading:
    closings: dict[int, int] = {}
    places, depths = [-1], [0]
    for span in spans:
        opened: list[int] = []
        for match in _BRACKET.finditer(text, *span):
            if match.group() == "(":
                opened.append(match.start())
            elif opened:
                closings[opened.pop()] = match.start()
            places.append(match.start())
            depths.append(len(opened))
        places.append(span[1])
        depths.append(0)
    starts = [count.span[0] for count in counts]
    return Reading(text, counts, starts, [depths[bisect_right(places, start) - 1] for start in starts], closings)


def _regions(reading: Reading, span: Span) -> Iterator[Region]:
    """The places behind every mark of a paragraph, in reading order."""
    text, reached = reading.text, span[0]
    within: list[int] = []  # where the brackets around the mark close
    for mark in _MARK.finditer(text, *span):
        if mark.start() < reached:
            continue  # "gồm:" is one mark
        while within and within[-1] < mark.start():
            within.pop()
        limit = within[-1] if within else span[1]
        if mark["open"]:
            end = reading.closings.get(mark.start())
            if end is None:
                continue
            depth = len(within)
            within.append(end)
            some = _SOME.match(text, mark.end(), end)
            reached = some.end() if some else mark.end()
            yield Region(mark.start(), reached, end, some is not None, depth, end, bracketed=True)
        else:
            follows = _COLON.match(text, mark.end())
            reached = follows.end() if follows else mark.end()
            end = _sentence_end(reading, mark.end(), limit)
            yield Region(mark.start(), reached, end, bool(mark["some"]), len(within), limit, plain=bool(mark["plain"]))


def _sentence_end(reading: Reading, at: int, limit: int) -> int:
    """Where the parts behind a mark end: at a full stop, or at a semicolon that no number follows closely."""
    for stop in _STOP.finditer(reading.text, at, min(limit, at + _FAR)):
        if stop.group() == ".":
            return stop.start()
        following = bisect_left(reading.starts, stop.end())
        if following == len(reading.starts) or reading.starts[following] > stop.end() + _NEXT:
            return stop.start()
    return limit


def _broken_down(reading: Reading, region: Region, start: int) -> Breakdown | None:
    """The breakdown that a region is, of the nearest count before it that its parts fit."""
    first = bisect_left(reading.starts, region.start)
    last = bisect_left(reading.starts, region.end, first, min(first + _PARTS, len(reading.starts)))
    totals = _totals(reading, region, first, start)
    if first == last:
        return _named(reading, region, totals)
    if reading.starts[first] - region.start > _NEAR:
        return None
    parts = [at for at in range(first, last) if reading.depths[at] == reading.depths[first]]
    for total in totals:
        chosen = _chosen(reading, total, parts, region)
        if chosen and region.some and not chosen[2] and _has_rival(reading, totals, total):
            return None
        if chosen:
            return _breakdown(reading, region, total, chosen)
    return _short(reading, region, totals, parts)


def _has_rival(reading: Reading, totals: Sequence[int], total: int) -> bool:
    """Whether another count of the same thing stands before the mark: "phạt 900 vụ, tạm giữ 60 vụ. Trong đó"
    breaks down both at once, and a sum over what follows says nothing."""
    thing = reading.counts[total].noun.split()[:1]
    return any(reading.counts[at].noun.split()[:1] == thing for at in totals if at != total)


def _short(reading: Reading, region: Region, totals: Sequence[int], parts: Sequence[int]) -> Breakdown | None:
    """ "gồm" names all parts: where each may be one and they come near the total, they ought to reach it."""
    counts = reading.counts
    if not totals or len(parts) < 2 or not _EXHAUSTIVE.match(reading.text, region.mark):
        return None
    whole = counts[totals[0]]
    if not all(may_be_part(counts[at], whole) for at in parts):
        return None
    gap = abs(sum(amount(counts[at]) for at in parts) - amount(whole))
    if 2 * gap >= amount(whole) or whole.approximate or whole.of:
        return None
    return _breakdown(reading, region, totals[0], (tuple(parts), BreakdownKind.SUM, False))


def _named(reading: Reading, region: Region, totals: Sequence[int]) -> Breakdown | None:
    """A list of names up to the bracket's or sentence's end: "3 cơ sở, gồm: Cửa hàng A; Cửa hàng B và Cửa hàng C"."""
    if region.some or region.plain:
        return None
    end = region.end
    if not region.bracketed:
        stop = _FULL_STOP.search(reading.text, region.start, min(region.limit, region.start + _NAMES))
        end = stop.start() if stop else min(region.limit, region.start + _NAMES)
    ends = (region.end, end) if end != region.end else (end,)
    tried = [named(reading.text, reading.counts, total, (region.start, end)) for end in ends for total in totals]
    found = [one for one in tried if one]
    return next((one for one in found if one.consistent), None) or next(
        (one for one in found if one.total == totals[0]), None
    )


def _totals(reading: Reading, region: Region, first: int, start: int) -> list[int]:
    """The counts before a mark in its sentence, the nearest first; what stands in other brackets is none."""
    found: list[int] = []
    per_cent = first < len(reading.counts) and reading.counts[first].kind is CountKind.PERCENT
    for at in range(first - 1, max(first - 1 - _BACK, -1), -1):
        count = reading.counts[at]
        if region.mark - count.span[1] > _FAR:
            break
        ends = _FULL_STOP.findall(reading.text, count.span[1], region.mark)
        other = ";" in reading.text[count.span[1] : region.mark]
        if region.some and other and amount(count) < _least(reading, region, first):
            continue  # "…; trong đó" speaks of a count before the one that is too small
        if count.span[0] < start or len(ends) > (reading.text[region.mark] == "T"):
            break  # only "Trong đó" looks back over a full stop
        if (
            count.span[1] <= region.mark
            and reading.depths[at] == region.depth
            and (count.kind is CountKind.PERCENT) == per_cent
            and (region.bracketed or not _is_change(reading, count))
        ):
            found.append(at)
    return found[: 1 if region.bracketed else _TOTALS]


def _least(reading: Reading, region: Region, first: int) -> Decimal:
    """The first number behind a mark, if it is one of its parts."""
    here = first < len(reading.counts) and reading.starts[first] < region.end
    return amount(reading.counts[first]) if here else Decimal(0)


def _is_change(reading: Reading, count: Count) -> bool:
    """Whether a count says by how much another one grew: what follows in the next clauses is not part of that."""
    start = count.span[0]
    return _CHANGE.search(reading.text, max(start - _WORDS, 0), start) is not None


Chosen = tuple[tuple[int, ...], BreakdownKind, bool]


def _chosen(reading: Reading, total: int, parts: Sequence[int], region: Region) -> Chosen | None:
    """Which of the counts behind a mark are parts of ``total``, whether they are all, and whether they fit."""
    counts, whole = reading.counts, reading.counts[total]
    fitting = [at for at in parts if may_be_part(counts[at], whole)]
    same = [at for at in parts if counts[at].kind is whole.kind and not whole.of]
    for some in (fitting, same):
        exact = _adding_up(reading, whole, some)
        if exact:
            return exact, BreakdownKind.SUM, True
    if region.plain or (reading.text[region.mark] == ":" and _CLAUSE.search(reading.text, whole.span[1], region.mark)):
        return None
    if region.some and fitting:
        fitting = _of_one_statement(reading, whole, fitting)
        held = not exceeds(whole, [counts[at] for at in fitting]) or _overlap(whole, [counts[at] for at in fitting])
        return tuple(fitting), BreakdownKind.PART, held
    if len(fitting) > 1 and (
        (region.bracketed and not _COMPARING.match(reading.text, region.start))
        or _alike(whole, [counts[at] for at in fitting])
        or (fitting == list(parts) and _is_composed(reading, total, region, parts[-1]))
    ):
        return tuple(fitting), BreakdownKind.SUM, False
    return None


def _is_composed(reading: Reading, total: int, region: Region, last: int) -> bool:
    """Whether "gồm" follows its total at once and nothing is enumerated behind the last number: 100 cơ sở gồm 24 cá
    nhân và 66 tổ chức."""
    before = reading.text[reading.counts[total].span[1] : region.mark]
    behind = reading.text[reading.counts[last].span[1] : region.end]
    return not before.strip() and _ALL_OF.match(reading.text, region.mark) is not None and not _MORE.search(behind)


def _of_one_statement(reading: Reading, whole: Count, parts: list[int]) -> list[int]:
    """The parts up to a semicolon, where all of them are too many: another statement begins behind it."""
    counts = reading.counts
    if not exceeds(whole, [counts[at] for at in parts]):
        return parts
    for n in range(1, len(parts)):
        if _SEMICOLON.search(reading.text, counts[parts[n - 1]].span[1], counts[parts[n]].span[0]):
            return parts[:n]
    return parts


def _adding_up(reading: Reading, whole: Count, parts: Sequence[int]) -> tuple[int, ...] | None:
    """All ``parts`` where they give the whole, or the first of them where another statement begins behind those."""
    counts = reading.counts
    sums = accumulate(amount(counts[at]) for at in parts)
    for taken, so_far in enumerate(sums, 1):
        if taken > 1 and so_far == amount(whole):
            last = taken == len(parts) or _SEMICOLON.search(
                reading.text, counts[parts[taken - 1]].span[1], counts[parts[taken]].span[0]
            )
            return tuple(parts[:taken]) if last else None
    return tuple(parts) if len(parts) > 1 and add_up(whole, [counts[at] for at in parts]) else None


def _overlap(whole: Count, parts: Sequence[Count]) -> bool:
    """Groups may share members (40 nữ, 30 người dân tộc): none exceeds the whole, not all have its name."""
    return not _alike(whole, parts) and all(amount(part) <= amount(whole) for part in parts)


def _alike(whole: Count, parts: Sequence[Count]) -> bool:
    first = whole.noun.split()[:2]
    return all(part.noun.split()[:2] == first for part in parts)


def _breakdown(reading: Reading, region: Region, total: int, chosen: Chosen) -> Breakdown:
    parts, kind, held = chosen
    start = reading.counts[total].span[0]
    end = region.end + 1 if region.bracketed else reading.counts[parts[-1]].span[1]
    return Breakdown((start, end), reading.text[start:end], kind, total, parts, consistent=held)
