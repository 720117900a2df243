"""A paper whose first mention has no date."""

from collections.abc import Iterator

from sokhcn.checker.papers import LAWS
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.b"
YEARLESS = ("TCVN", "QCVN")


@rule("citations.undated", "Lần viện dẫn đầu tiên ghi ngày ban hành.", Severity.LOOK, basis=BASIS)
def undated_citation(subject: Subject) -> Iterator[Fault]:
    for citation in subject.text.citations:
        if citation.code is None or citation.refers_to is not None or citation.type in LAWS:
            continue
        if citation.date is None and not citation.date_text and not citation.code.startswith(YEARLESS):
            known = subject.witness.papers(citation.code)
            dated = len(known) == 1 and known[0].issued_on
            advice = "Trong sổ: {known}." if dated else "Ghi thêm ngày ban hành."
            said = "{paper} được viện dẫn lần đầu mà không có ngày."
            yield fault(
                citation.span, said, suggestion=advice, paper=citation.code, known=known[0].dated if dated else ""
            )
