"""A report without recipients or without anybody who signs."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Điều 8"


@rule("structure.ending", "Cuối văn bản có Nơi nhận và người ký.", Severity.LOOK, basis=BASIS)
def missing_ending(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    if text.title.type is None:
        return
    absent = [
        name for name, there in (("Nơi nhận", text.recipients), ("người ký", text.signature.position)) if not there
    ]
    if absent:
        yield fault(None, "Cuối văn bản thiếu {what}.", what=" và ".join(absent), suggestion="Thêm vào cuối văn bản.")
