"""A colon between a phrase of time and its sentence."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.alphabet import LOWER
from sokhcn.kernel.finding import Severity

FOUND = re.compile(
    r"(?:Trong|Đến|Tính đến|Kể từ)\s+(?:hết\s+)?(?:kỳ|tháng|quý|năm|ngày|6 tháng|9 tháng)[^.:;\n]{0,30}(?P<colon>:)\s+"
    rf"(?P<next>[{LOWER}]+(?:\s+[{LOWER}]+){{0,3}})"
)


@rule("writing.colon", "Sau cụm từ chỉ thời gian dùng dấu phẩy.", Severity.HINT)
def colon_after_time(subject: Subject) -> Iterator[Fault]:
    for found in FOUND.finditer(subject.flow):
        right = f"{found[0][: found.start('colon') - found.start()]}, {found['next']}"
        yield fault(found.span(), "Dùng dấu phẩy thay dấu hai chấm.", suggestion=right)
