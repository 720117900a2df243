"""The end of the body without ``./.``."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục III, các mẫu văn bản"
MARKS = ("./.", ". /.", "./", "/.")


@rule("form.end-mark", "Phần nội dung kết thúc bằng “./.”.", Severity.HINT, basis=BASIS)
def end_mark(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    if not text.paragraphs or not text.signature.position:
        return
    last = text.paragraphs[-1]
    said = subject.said(last)
    if not said.endswith(MARKS):
        span = last[1] - min(len(said), 30), last[1]
        yield fault(span, "Cuối phần nội dung không có “./.”.", suggestion=f"{said[-12:].rstrip('.;')}./.")
