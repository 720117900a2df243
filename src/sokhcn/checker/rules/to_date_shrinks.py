"""A figure from the first day of the year that is less than the last report said."""

from collections.abc import Iterator

from sokhcn.checker.printed import printed_figures
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount

TO_DATE = "@to_date"


@rule("continuity.to-date", "Số lũy kế từ đầu năm không nhỏ hơn số lũy kế của báo cáo kỳ trước.", Severity.LOOK)
def to_date_shrinks(subject: Subject) -> Iterator[Fault]:
    printed = [figure for figure in printed_figures(subject) if figure.is_sure and figure.key.endswith(TO_DATE)]
    last = subject.witness.last_report() if printed else {}
    for figure in printed:
        before = last.get(figure.key.removesuffix(TO_DATE))
        if before is None or before.to_date is None or figure.value >= before.to_date:
            continue
        said = "{label}: lũy kế {now}, mà {report} đã báo cáo lũy kế {then}."
        yield fault(
            figure.span, said, suggestion="Xem lại số của kỳ này và các dòng sổ đã sửa.",
            label=before.label, now=amount(figure.value), report=before.report, then=amount(before.to_date),
        )  # fmt: skip
