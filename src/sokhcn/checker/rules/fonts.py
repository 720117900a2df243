"""Letters in another font than Times New Roman."""

from collections.abc import Iterator
from itertools import groupby

from sokhcn.checker.layout import BASIS
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Set
from sokhcn.document.profile import DECREE_30
from sokhcn.kernel.finding import Severity


@rule("form.font", "Phông chữ Times New Roman, bộ mã Unicode.", Severity.LOOK, basis=f"{BASIS}, Phần I, mục 4")
def fonts(subject: Subject) -> Iterator[Fault]:
    """Fonts of the same widths, by which other systems stand in for it, are as good."""
    lines = subject.appearance.lines if subject.appearance else ()
    strange = sorted((line for line in lines if line.letters and _is_strange(line)), key=_font)
    for font, found in groupby(strange, key=_font):
        places = sorted(line.text for line in found)
        said = "Phông chữ {font}, phải là Times New Roman{more}."
        yield fault(places[0], said, suggestion="Times New Roman", font=font, more=more(len(places)))


def _font(line: Set) -> str:
    return line.font or ""


def _is_strange(line: Set) -> bool:
    return line.font is not None and not line.font.startswith(DECREE_30.fonts)
