"""Headings of one series that stand at different levels in the file."""

from bisect import bisect_right
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity


@rule("form.heading-level", "Các mục cùng cấp được trình bày cùng cấp.", Severity.HINT)
def heading_looks(subject: Subject) -> Iterator[Fault]:
    lines = subject.text.letters.lines
    starts = [line.start for line in lines]
    last: dict[int, int] = {}
    for heading in subject.text.headings:
        look = lines[max(bisect_right(starts, heading.span[0]) - 1, 0)].hint.level
        if look is None:
            continue
        before, above = last.get(heading.level), last.get(heading.level - 1)
        if before is not None and look != before:
            said = "Mục này trình bày ở cấp {look}, mục cùng cấp trước nó ở cấp {before}."
            yield fault(heading.span, said, look=look, before=before)
        elif heading.number is None and above is not None and look < above:
            said = "Đề mục không đánh số này trình bày ở cấp {look}, cao hơn cả phần chứa nó."
            yield fault(heading.span, said, look=look)
        last[heading.level] = look
