"""A figure that the registers count otherwise."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount, read_number


@rule("registers.figure", "Số trong báo cáo là số mà sổ đếm được.", Severity.MUST)
def register_figures(subject: Subject) -> Iterator[Fault]:
    printed_here = [known for known in subject.text.letters.known if known.kind == "num"]
    testimonies = subject.witness.figures() if printed_here else {}
    for known in printed_here:
        testimony = testimonies.get(known.key)
        if testimony is None:
            continue
        printed = read_number(subject.said((known.start, known.end)))
        if printed is not None and printed != testimony.value:
            said = "{label}: báo cáo ghi {printed}, sổ đếm được {counted}."
            counted = amount(testimony.value)
            yield fault(
                (known.start, known.end), said, suggestion="Sửa ở sổ hoặc tổng hợp lại.",
                label=testimony.label, printed=amount(printed), counted=counted,
            )  # fmt: skip
