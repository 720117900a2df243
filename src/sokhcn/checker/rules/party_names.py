"""Names of Party bodies whose later words take no capital: Ban cán sự đảng, Đảng đoàn, Tỉnh ủy."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

BODY = re.compile(
    r"(?<!\w)(?P<name>Ban (?:Cán [Ss]ự [Đđ]ảng|cán sự Đảng)|Đảng Đoàn|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:Ủy|Uỷ)"
    r"(?! ban)|Đảng Bộ|Chi Bộ)(?P<of> (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố))?(?!\w)"
)


@rule("writing.party", "Tên tổ chức đảng chỉ viết hoa chữ đầu.", Severity.HINT)
def party_names(subject: Subject) -> Iterator[Fault]:
    for found in BODY.finditer(subject.flow):
        usual = found["name"][0] + found["name"][1:].lower()
        right = f"{usual}{found['of'] or ''}"
        yield fault(found.span(), "Tên tổ chức đảng viết “{right}”.", right=right, suggestion=right)
