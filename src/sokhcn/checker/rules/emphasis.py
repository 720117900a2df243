"""Parts of the page that are bold, slanted or upright where the decree wants them otherwise."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, Part, measured_parts
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Set
from sokhcn.kernel.finding import Severity


@rule(
    "form.emphasis", "Kiểu chữ đậm, nghiêng của từng thành phần theo quy định.", Severity.HINT, basis=f"{BASIS}, Phần V"
)
def emphasis(subject: Subject) -> Iterator[Fault]:
    for part, lines in measured_parts(subject):
        wrong = [line for line in lines if not _is_right(part, line)]
        if wrong:
            right = _style(bool(part.bold), bool(part.italic))
            said = "{part} kiểu chữ {now}, phải là {right}{more}."
            now = _style(wrong[0].bold, wrong[0].italic)
            yield fault(
                wrong[0].text, said, suggestion="Kiểu chữ {right}",
                part=part.name, now=now, right=right, more=more(len(wrong)),
            )  # fmt: skip


def _is_right(part: Part, line: Set) -> bool:
    return part.bold in (None, line.bold) and part.italic in (None, line.italic)


def _style(bold: bool, italic: bool) -> str:
    return f"{'nghiêng' if italic else 'đứng'}, {'đậm' if bold else 'không đậm'}"
