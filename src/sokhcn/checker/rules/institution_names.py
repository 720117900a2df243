"""Names of institutions whose second part lacks its capital."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục IV"
NAME = re.compile(
    r"(?P<head>Trung tâm|Bệnh viện|Trạm) (?P<what>y tế|kiểm soát bệnh tật|đa khoa|giáo dục|khuyến nông|văn hóa|dân số)"
    rf"(?P<rest> (?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường) [{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{0,3}})"
)


@rule(
    "writing.institutions", "Từ chỉ lĩnh vực trong tên cơ quan, tổ chức viết hoa chữ đầu.", Severity.HINT, basis=BASIS
)
def institution_names(subject: Subject) -> Iterator[Fault]:
    for found in NAME.finditer(subject.flow):
        what = found["what"][0].upper() + found["what"][1:]
        right = f"{found['head']} {what}{found['rest']}"
        yield fault(found.span(), "Tên cơ quan viết “{right}”.", right=right, suggestion=right)
