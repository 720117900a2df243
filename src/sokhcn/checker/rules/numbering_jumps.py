"""A number of a heading that does not follow the one before it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Heading
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import roman

NUMBERED = re.compile(r"(\d{1,2})\s*[.)]")
NUMERALS = tuple(roman(n) for n in range(1, 41))


@rule("structure.numbering", "Số thứ tự của các mục nối tiếp nhau, không nhảy số và không lặp lại.", Severity.LOOK)
def numbering_jumps(subject: Subject) -> Iterator[Fault]:
    items = _items(subject)
    last: dict[int, int] = {}
    above: list[tuple[int, int]] = []  # level and place of the headings that hold the next one
    for place, heading in enumerate(subject.text.headings):
        for deeper in [level for level in last if level > heading.level]:
            del last[deeper]
        while above and above[-1][0] >= heading.level:
            above.pop()
        since = above[-1][1] if above else 0
        above.append((heading.level, place))
        order = _order(heading.number)
        if order is None:
            continue
        before = last.get(heading.level, 0)
        last[heading.level] = order
        if order != before + 1 and not _stand_between(items.get(order - 1, ()), since, place):
            yield _jump(heading, before)


def _jump(heading: Heading, before: int) -> Fault:
    return fault(
        heading.span,
        "Mục {number} đứng sau mục {before}." if before else "Mục đầu tiên mang số {number}.",
        number=heading.number,
        before=_written(heading.number or "", before),
        missing=_written(heading.number or "", before + 1),
        suggestion="Đánh lại số {missing}, hoặc xem lại có thiếu mục không.",
    )


def _items(subject: Subject) -> Mapping[int, Sequence[int]]:
    """Under which headings a paragraph that is no heading bears a number, by that number."""
    under: dict[int, list[int]] = {}
    for made in subject.text.items:
        for item in made.items if made.kind == "numbered" and made.under is not None else ():
            if found := NUMBERED.match(subject.said(item)):
                under.setdefault(int(found[1]), []).append(made.under or 0)
    return {number: sorted(places) for number, places in under.items()}


def _stand_between(places: Sequence[int], since: int, place: int) -> bool:
    """Whether the number before stands at such a paragraph: 1. to 3. are sentences, 4. has items."""
    first = bisect_left(places, since)
    return first < len(places) and places[first] < place


def _order(number: str | None) -> int | None:
    """Which of its siblings a number says it is."""
    last = (number or "").rsplit(".", 1)[-1]
    if last.isdecimal():
        return int(last)
    return NUMERALS.index(last) + 1 if last in NUMERALS else None


def _written(like: str, order: int) -> str:
    """``order`` in the manner of ``like``: Roman, or with the numbers above it."""
    head, dot, last = like.rpartition(".")
    return f"{head}{dot}{order}" if last.isdecimal() else roman(max(order, 1))
