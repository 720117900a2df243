"""Parts of the page in a size that the decree does not give them."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, measured_parts
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more, shown
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity


@rule("form.size", "Cỡ chữ của từng thành phần theo quy định.", Severity.LOOK, basis=f"{BASIS}, Phần V")
def sizes(subject: Subject) -> Iterator[Fault]:
    for part, lines in measured_parts(subject):
        low, high = part.sizes
        wrong = [line for line in lines if line.size_pt is not None and not low <= line.size_pt <= high]
        if wrong:
            right = shown(low) if low == high else f"{shown(low)}-{shown(high)}"
            said = "{part} cỡ chữ {size}, phải là {right}{more}."
            yield fault(
                wrong[0].text, said, suggestion="Cỡ {right}", part=part.name, right=right,
                size=shown(wrong[0].size_pt or 0), more=more(len(wrong)),
            )  # fmt: skip
