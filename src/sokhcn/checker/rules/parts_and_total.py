"""Parts that do not make their total, and lists that are longer or shorter than announced."""

from collections.abc import Iterator
from decimal import Decimal

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import BreakdownKind, Count
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount


@rule("sums.parts", "Tổng bằng tổng các phần, và bằng số mục được kể ra.", Severity.MUST)
def parts_and_total(subject: Subject) -> Iterator[Fault]:
    for found in subject.text.breakdowns:
        if found.consistent:
            continue
        total = subject.text.counts[found.total]
        if found.kind is BreakdownKind.LIST:
            said = "Nêu {total} nhưng liệt kê {n}."
            yield fault(
                total.span, said, suggestion="Đếm lại, hoặc liệt kê cho đủ.",
                total=total.text, n=len(found.items) or len(found.parts),
            )  # fmt: skip
            continue
        if any(_is_in_name(subject, subject.text.counts[place]) for place in found.parts):
            continue
        parts = [subject.text.counts[place].value for place in found.parts]
        shared = found.kind is BreakdownKind.PART and max(parts) <= total.value
        said = "{total} nhưng các phần cộng được {sum} ({parts})."
        yield fault(
            total.span,
            said,
            suggestion="Nếu một đối tượng thuộc nhiều phần thì nói rõ." if shared else "Xem lại tổng hoặc từng phần.",
            severity=Severity.LOOK if shared else None,
            total=total.text,
            sum=amount(sum(parts, Decimal())),
            parts=" + ".join(amount(part) for part in parts),
        )


def _is_in_name(subject: Subject, count: Count) -> bool:
    """Whether a number without a noun is part of a name that the registers have: Phòng khám 312 (răng)."""
    start, number = count.span[0], subject.flow[slice(*count.span)]
    names = (name for name in subject.witness.names() if number in name) if count.elided else ()
    return any(subject.flow.startswith(name, start - name.index(number)) for name in names)
