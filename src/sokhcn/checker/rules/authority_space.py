"""``KT.GIÁM ĐỐC`` without its space."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.alphabet import UPPER
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II"
GLUED = re.compile(rf"(?P<form>KT|TM|TL|TUQ|Q)\.(?P<office>[{UPPER}][{UPPER} ]+)")


@rule("form.authority", "Sau KT., TM., TL., TUQ. có một dấu cách.", Severity.HINT, basis=BASIS)
def authority_space(subject: Subject) -> Iterator[Fault]:
    span = subject.text.signature.span
    if span is None:
        return
    for found in GLUED.finditer(subject.flow, *span):
        written = f"{found['form']}. {found['office'].strip()}"
        end = found.start() + len(found[0].rstrip())
        yield fault((found.start(), end), "Thiếu dấu cách sau “{form}.”.", form=found["form"], suggestion=written)
