"""Papers that are counted and listed, of which none has a number."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import BreakdownKind
from sokhcn.kernel.finding import Severity

PAPERS = re.compile(
    r"(?:văn bản|kế hoạch|quyết định|báo cáo|công văn|tờ trình|nghị quyết|chỉ thị|thông báo|chương trình|hướng dẫn)\b",
    re.IGNORECASE,
)


@rule("citations.unnumbered", "Văn bản được liệt kê có số, ký hiệu và ngày.", Severity.LOOK)
def unnumbered_papers(subject: Subject) -> Iterator[Fault]:
    for found in subject.text.breakdowns:
        total = subject.text.counts[found.total]
        if found.kind is not BreakdownKind.LIST or not found.items or not PAPERS.match(total.noun):
            continue
        first, last = found.items[0][0], found.items[-1][1]
        if not any(first <= c.span[0] < last for c in subject.text.citations if c.code):
            said = "Liệt kê {n} văn bản mà không văn bản nào có số, ký hiệu và ngày."
            advice = "Ghi số, ký hiệu và ngày ban hành để tra cứu được."
            yield fault(total.span, said, suggestion=advice, n=len(found.items))
