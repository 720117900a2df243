"""A part of a fraction that is larger than the whole."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import CountKind
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount


@rule("sums.part-over-whole", "Phần không lớn hơn tổng (27/26).", Severity.LOOK)
def part_over_whole(subject: Subject) -> Iterator[Fault]:
    """More than a plan may be reached: that is said with a percentage, and no fault."""
    for count in subject.text.counts:
        if (
            count.kind is CountKind.RATIO
            and count.of
            and count.value > count.of
            and not _is_of_plan(subject, count.span)
        ):
            said = "{part}/{whole}: phần lớn hơn tổng."
            part, whole = amount(count.value), amount(count.of)
            yield fault(count.span, said, suggestion="Xem lại hai số.", part=part, whole=whole)


def _is_of_plan(subject: Subject, span: tuple[int, int]) -> bool:
    around = subject.flow[max(span[0] - 80, 0) : span[1] + 80].lower()
    return any(word in around for word in ("kế hoạch", "chỉ tiêu", "vượt", "%"))
