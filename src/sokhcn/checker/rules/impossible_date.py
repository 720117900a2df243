"""A date that no calendar has."""

from collections.abc import Iterator

from sokhcn.checker.dates import printed
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity


@rule("time.impossible", "Ngày tháng phải có thật.", Severity.MUST)
def impossible_date(subject: Subject) -> Iterator[Fault]:
    for found in printed(subject.flow):
        if found.day is None:
            yield fault(found.span, "Không có ngày “{day}”.", day=found.text, suggestion="Xem lại ngày và tháng.")
