"""Running text that is not justified, and a title that is not centred."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, LONG, body
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

JUSTIFIED = ("both", "distribute", "thaiDistribute")


@rule(
    "form.alignment",
    "Nội dung canh đều cả hai lề; tên loại và trích yếu đặt canh giữa.",
    Severity.HINT,
    basis=f"{BASIS}, Phần V, ô số 6",
)
def alignment(subject: Subject) -> Iterator[Fault]:
    yield from _title(subject)
    loose = [line for line in body(subject) if line.letters >= LONG and line.align not in JUSTIFIED]
    if loose:
        said = "Đoạn văn chưa canh đều cả hai lề{more}."
        yield fault(loose[0].text, said, suggestion="Canh đều hai bên (Justify).", more=more(len(loose)))


def _title(subject: Subject) -> Iterator[Fault]:
    place = subject.text.title.span
    if place is None or subject.appearance is None:
        return
    inside = (line for line in subject.appearance.lines if place[0] <= line.text[0] < place[1])
    aside = [line for line in inside if line.letters and line.align != "center"]
    if aside:
        yield fault(aside[0].text, "Tên loại và trích yếu phải đặt canh giữa.", suggestion="Canh giữa (Center).")
