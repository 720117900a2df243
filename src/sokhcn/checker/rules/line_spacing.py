"""Lines and paragraphs that stand too close or too far apart."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, LONG, RANGES, body
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more, shown
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Set
from sokhcn.kernel.finding import Severity

LOW, HIGH = RANGES["line_spacing"]
LEAST_GAP = RANGES["paragraph_gap_pt"][0]
SINGLE = 1.15  # the height of a line of Times New Roman, in its size
NEAR = 0.1  # of a line: an exact spacing of 16 points at 14 is what people set for a single one


@rule(
    "form.spacing",
    "Dòng cách nhau từ dòng đơn đến 1,5 dòng, đoạn cách nhau ít nhất 6 pt.",
    Severity.HINT,
    basis=f"{BASIS}, Phần V, ô số 6",
)
def line_spacing(subject: Subject) -> Iterator[Fault]:
    lines = [line for line in body(subject) if line.letters >= LONG]
    wrong = [line for line in lines if not LOW - NEAR <= _spacing(line) <= HIGH + NEAR]
    if wrong:
        said = "Khoảng cách dòng {now} dòng, phải từ 1 đến 1,5 dòng{more}."
        now = shown(round(_spacing(wrong[0]), 1))
        yield fault(wrong[0].text, said, suggestion="Đặt lại khoảng cách dòng.", now=now, more=more(len(wrong)))
    close = [line for line in lines if line.before_pt + line.after_pt < LEAST_GAP]
    if close:
        said = "Các đoạn cách nhau {now} pt, ít nhất phải 6 pt{more}."
        now = shown(close[0].before_pt + close[0].after_pt)
        yield fault(close[0].text, said, suggestion="Đặt khoảng cách đoạn 6 pt.", now=now, more=more(len(close)))


def _spacing(line: Set) -> float:
    """In lines; one in points is measured by the size of its letters."""
    return line.spacing / (SINGLE * (line.size_pt or 14)) if line.exact else line.spacing
