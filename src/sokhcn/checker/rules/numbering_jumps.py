"""A number of a heading that does not follow the one before it."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import roman

NUMBERED = re.compile(r"(\d{1,2})\s*[.)]")
NUMERALS = tuple(roman(n) for n in range(1, 41))


@rule("structure.numbering", "Số thứ tự của các mục nối tiếp nhau, không nhảy số và không lặp lại.", Severity.LOOK)
def numbering_jumps(subject: Subject) -> Iterator[Fault]:
    last: dict[int, int] = {}
    for place, heading in enumerate(subject.text.headings):
        for deeper in [level for level in last if level > heading.level]:
            del last[deeper]
        order = _order(heading.number)
        if order is None:
            continue
        before = last.get(heading.level, 0)
        last[heading.level] = order
        if order != before + 1 and not _follows_item(subject, place, order):
            missing = _written(heading.number or "", before + 1)
            said = "Mục {number} đứng sau mục {before}." if before else "Mục đầu tiên mang số {number}."
            suggestion = f"Đánh lại số {missing}, hoặc xem lại có thiếu mục không."
            yield fault(
                heading.span,
                said,
                number=heading.number,
                before=_written(heading.number or "", before),
                suggestion=suggestion,
            )


def _follows_item(subject: Subject, place: int, order: int) -> bool:
    """Whether the number before it stands at a paragraph that is no heading: 1. to 3. are sentences, 4. has items."""
    headings = subject.text.headings
    above = [n for n in range(place) if headings[n].level < headings[place].level]
    since = above[-1] if above else 0
    numbered = [made for made in subject.text.items if made.kind == "numbered" and made.under in range(since, place)]
    said = (NUMBERED.match(subject.said(item)) for made in numbered for item in made.items)
    return any(found is not None and int(found[1]) == order - 1 for found in said)


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
