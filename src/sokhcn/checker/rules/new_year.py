"""Tết with a capital in the name of the feast."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục V.8.b"
FEAST = re.compile(r"(?<=[\w,] )Tết (Nguyên đán|Nguyên tiêu|Đoan ngọ|Trung thu)")


@rule("writing.feasts", "Tên ngày tết viết “tết Nguyên đán”.", Severity.HINT, basis=BASIS)
def new_year(subject: Subject) -> Iterator[Fault]:
    for found in FEAST.finditer(subject.flow):
        right = f"tết {found[1]}"
        yield fault(found.span(), "Giữa câu viết “{right}”.", right=right, suggestion=right)
