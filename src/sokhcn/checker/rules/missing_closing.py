"""A report that stops without its closing sentence."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

CLOSING = re.compile(r"trên đây là|trên đây,|xin báo cáo|kính báo cáo|kính trình", re.IGNORECASE)
LAST = 4


@rule("structure.closing", "Báo cáo kết bằng câu “Trên đây là báo cáo …”.", Severity.HINT)
def missing_closing(subject: Subject) -> Iterator[Fault]:
    text = subject.text
    if text.title.type != "Báo cáo" or not text.signature.name or not text.paragraphs:
        return
    if not any(CLOSING.search(subject.said(span)) for span in text.paragraphs[-LAST:]):
        yield fault(None, "Cuối báo cáo không có câu kết.", suggestion="Thêm “Trên đây là báo cáo …./.”.")
