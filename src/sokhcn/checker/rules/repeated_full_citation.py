"""A paper that is cited in full a second time."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.b"


@rule("citations.repeated", "Lần viện dẫn sau chỉ ghi tên loại, số và ký hiệu.", Severity.HINT, basis=BASIS)
def repeated_full_citation(subject: Subject) -> Iterator[Fault]:
    for citation in subject.text.citations:
        if citation.refers_to is None or citation.date is None or citation.code is None:
            continue
        first = subject.text.citations[citation.refers_to]
        if first.date is not None:
            short = f"{citation.type} số {citation.code}"
            said = "{paper} đã viện dẫn đầy đủ ở trên."
            yield fault(citation.span, said, suggestion="Chỉ ghi “{paper}”.", paper=short)
