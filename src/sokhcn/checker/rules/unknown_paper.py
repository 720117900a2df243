"""A paper that the citation register does not have, or has otherwise."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from sokhcn.checker.dates import latest_day
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Severity


@rule("registers.paper", "Văn bản viện dẫn có trong sổ văn bản, với cùng ngày ban hành.", Severity.LOOK)
def unknown_paper(subject: Subject) -> Iterator[Fault]:
    if not subject.witness.knows_papers():
        return
    for citation in subject.text.citations:
        if citation.code is None or citation.refers_to is not None:
            continue
        known = subject.witness.papers(citation.code)
        if not known:
            advice = "Thêm vào sổ, hoặc xem lại số và ký hiệu."
            yield fault(citation.span, "Sổ văn bản chưa có {paper}.", suggestion=advice, paper=citation.code)
        elif _is_plausible(subject, citation.date) and not any(p.issued_on in (None, citation.date) for p in known):
            said = "{paper} trong sổ mang ngày {known}, báo cáo ghi ngày {day}."
            kept, day = written(known[0].issued_on), written(citation.date)
            advice = "Đối chiếu bản gốc."
            about = {"paper": citation.code, "known": kept, "day": day}
            yield Fault(citation.span, said, MappingProxyType(about), advice, Severity.MUST)


def _is_plausible(subject: Subject, day: date | None) -> bool:
    """A paper from after the report is told as that, once."""
    latest = latest_day(subject.text)
    return day is not None and (latest is None or day <= latest)
