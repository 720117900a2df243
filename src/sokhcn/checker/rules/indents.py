"""First lines of paragraphs that are indented too little or too much."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, LONG, RANGES, body
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more, shown
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Set
from sokhcn.kernel.finding import Severity

LOW, HIGH = RANGES["first_line_mm"]
NEAR = 0.6  # millimetres


@rule(
    "form.indent", "Chữ đầu dòng của đoạn lùi vào 1 cm hoặc 1,27 cm.", Severity.HINT, basis=f"{BASIS}, Phần V, ô số 6"
)
def indents(subject: Subject) -> Iterator[Fault]:
    wrong = [line for line in body(subject) if line.letters >= LONG and not _is_right(subject, line)]
    if wrong:
        said = "Chữ đầu dòng lùi vào {now} cm, phải từ 1 đến 1,27 cm{more}."
        now = shown(round(max(wrong[0].first_line_mm, 0) / 10, 2))
        yield fault(wrong[0].text, said, suggestion="Lùi đầu dòng 1 cm.", now=now, more=more(len(wrong)))


def _is_right(subject: Subject, line: Set) -> bool:
    """Hanging lists have their own way, and a tab at the start of a paragraph does what an indent does."""
    before = subject.text.letters.text[line.text[0] : line.text[0] + 1]
    hangs = line.first_line_mm < 0 or before.isspace() or before in "-–+•"
    return (hangs and line.first_line_mm <= 0) or LOW - NEAR <= line.first_line_mm <= HIGH + NEAR
