"""The type of a cited paper that does not begin with a capital."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục V.6"


@rule("writing.type", "Tên loại của một văn bản cụ thể viết hoa chữ đầu.", Severity.HINT, basis=BASIS)
def type_in_capital(subject: Subject) -> Iterator[Fault]:
    for citation in subject.text.citations:
        start, _ = citation.span
        written = subject.flow[start : start + len(citation.type)]
        if citation.code and written[:1].islower() and written.lower() == citation.type.lower():
            right = written[:1].upper() + written[1:]
            yield fault(citation.span, "Tên loại văn bản viết “{right}”.", right=right, suggestion=right)
