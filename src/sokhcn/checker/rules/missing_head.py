"""Agency lines, national name and motto that are not there."""

from collections.abc import Iterator

from sokhcn.checker.decree_30 import of_the_party
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, Phần II"


@rule("structure.head", "Đầu văn bản có Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành.", Severity.LOOK, basis=BASIS)
def missing_head(subject: Subject) -> Iterator[Fault]:
    header = subject.text.header
    absent = [
        name
        for name, there in (
            ("Quốc hiệu và Tiêu ngữ", header.motto or of_the_party(subject.text)),
            ("tên cơ quan ban hành", header.agency),
        )
        if not there
    ]
    if absent and subject.text.title.type:
        yield fault(None, "Đầu văn bản thiếu {what}.", what=" và ".join(absent), suggestion="Thêm đủ phần đầu văn bản.")
