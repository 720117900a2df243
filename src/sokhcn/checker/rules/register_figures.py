"""A figure that the registers count otherwise."""

from collections.abc import Iterator

from sokhcn.checker.printed import printed_figures
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount

WITHOUT_SIGN = ("@change", "@growth")  # a sentence says giảm 03


@rule("registers.figure", "Số trong báo cáo là số mà sổ đếm được.", Severity.MUST)
def register_figures(subject: Subject) -> Iterator[Fault]:
    for printed in printed_figures(subject):
        testimony = subject.witness.figure(printed.key)
        if testimony is None:
            continue
        counted = testimony.value
        if counted < 0 and printed.key.endswith(WITHOUT_SIGN):
            counted = -counted
        if printed.value != counted:
            said = "{label}: báo cáo ghi {printed}, sổ đếm được {counted}."
            yield fault(
                printed.span, said, suggestion="Sửa ở sổ hoặc tổng hợp lại.",
                label=testimony.label, printed=amount(printed.value), counted=amount(counted),
            )  # fmt: skip
