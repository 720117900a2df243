"""A cited paper that is younger than the report."""

from collections.abc import Iterator
from typing import Any

from sokhcn.checker.dates import latest_day, moved_into_window
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Severity


@rule("time.after-report", "Văn bản viện dẫn không mang ngày sau ngày của báo cáo.", Severity.MUST)
def date_after_report(subject: Subject) -> Iterator[Fault]:
    latest = latest_day(subject.text)
    if latest is None:
        return
    for citation in subject.text.citations:
        if citation.date and citation.date > latest:
            meant = moved_into_window(subject.text, citation.date)
            advice = "Có phải ngày {meant}? Đối chiếu bản gốc." if meant else "Đối chiếu bản gốc."
            said = "{paper} ghi ngày {day}, sau thời điểm của báo cáo ({latest})."
            days: dict[str, Any] = {
                "day": written(citation.date),
                "latest": written(latest),
                "meant": written(meant) if meant else "",
            }
            yield fault(citation.span, said, suggestion=advice, paper=citation.code or "", **days)
