"""Quotation marks that open without closing, or close without opening."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import word_start
from sokhcn.kernel.finding import Severity

NAMED = re.compile(r"(?:Đề án|Chương trình|Kế hoạch|Chiến lược|Dự án|Quy hoạch|Phong trào|Quy chế|Nghị quyết)\b")
STOPS = re.compile(r"[(;:]|[.](?:\s|$)|$")
LONGEST = 300  # letters of what stands in quotation marks
NAME = 200  # letters before a closing mark in which what it ends may begin


@rule("writing.quotes", "Dấu ngoặc kép mở và đóng đi thành cặp.", Severity.LOOK)
def unbalanced_quotes(subject: Subject) -> Iterator[Fault]:
    for (start, _), text in subject.paragraphs():
        opened: list[int] = []
        for place, letter in enumerate(text):
            if letter == "“":
                opened.append(place)
            elif letter == "”" and opened:
                opened.pop()
            elif letter == "”":
                first, last = _named(text, place)
                said = "Có dấu đóng ngoặc kép mà không có dấu mở."
                yield fault((start + first, start + last), said, suggestion=f"“{_bare(text[first:last])}”")
        for place in opened:
            last = place + max(_stop(text, place), 1)
            said = "Có dấu mở ngoặc kép mà không có dấu đóng."
            yield fault((start + place, start + last), said, suggestion=f"{text[place:last].rstrip()}”")


def _named(text: str, closing: int) -> tuple[int, int]:
    """The phrase that a closing mark without an opening one ends: from the name of what is titled to where it stops."""
    names = [found.start() for found in NAMED.finditer(text, max(closing - NAME, 0), closing)]
    first = names[0] if names else word_start(text, max(closing - 30, 0))
    piece = text[first : closing + 1 + _stop(text, closing + 1)].rstrip(" .,")
    return first, first + len(piece)


def _stop(text: str, place: int) -> int:
    last = min(place + LONGEST, len(text))
    found = STOPS.search(text, place, last)
    return (found.start() if found else last) - place


def _bare(piece: str) -> str:
    return " ".join(piece.replace("”", "").split())
