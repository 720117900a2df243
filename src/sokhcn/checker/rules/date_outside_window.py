"""A paper reported as issued in the period, with a date outside it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sokhcn.checker.dates import in_window, latest_day, moved_into_window
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, ItemList
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 09/2019/NĐ-CP, Điều 12"
ISSUED = re.compile(r"(?:ban hành|ký ban hành|trình ban hành)[^.;]{0,140}$", re.IGNORECASE)
UNDER = re.compile(r"(?:thực hiện|triển khai|theo|căn cứ|tại)[^.;,]{0,40}$", re.IGNORECASE)


@rule("time.window", "Văn bản báo cáo là đã ban hành trong kỳ mang ngày thuộc kỳ số liệu.", Severity.LOOK, basis=BASIS)
def date_outside_window(subject: Subject) -> Iterator[Fault]:
    period, latest = subject.text.title.period, latest_day(subject.text)
    if period is None:
        return
    lists = {item: made for made in reversed(subject.text.items) for item in made.items}
    for citation in subject.text.citations:
        day = citation.date
        if (
            day is None
            or in_window(subject.text, day)
            or (latest and day > latest)
            or not _is_issued(subject, citation, lists)
        ):
            continue
        meant = moved_into_window(subject.text, day)
        advice = "Có phải ngày {meant}?" if meant else "Xem lại ngày, hoặc văn bản này thuộc kỳ khác."
        window = f"{written(period.first)} – {written(period.last)}"
        said = "{paper} ngày {day} nằm ngoài kỳ số liệu {window}."
        days: dict[str, Any] = {"day": written(day), "window": window, "meant": written(meant) if meant else ""}
        yield fault(citation.span, said, suggestion=advice, paper=citation.code or "", **days)


def _is_issued(subject: Subject, citation: Citation, lists: Mapping[Span, ItemList]) -> bool:
    """Whether the sentence says that the paper was issued, in a list of what was done; the plan is no such list."""
    start, _ = citation.span
    heading = subject.heading_of(start)
    if citation.refers_to is not None or (heading and heading.number == "II"):
        return False
    item = subject.paragraph_of(start)
    before = _before(subject, lists[item], item, start) if item in lists else ""
    return bool(ISSUED.search(before)) and not UNDER.search(before)


def _before(subject: Subject, made: ItemList, item: Span, start: int) -> str:
    """What the item says before the paper; where it begins with the paper, the lead sentence of the list."""
    said = subject.flow[item[0] : start]
    opens = not any(letter.isalpha() for letter in said) and made.lead is not None
    return subject.said(made.lead).rstrip(": ") if opens and made.lead else said
