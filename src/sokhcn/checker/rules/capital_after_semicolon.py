"""A capital behind a semicolon, where no name begins."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục I"
FOUND = re.compile(rf";\s+(?P<first>[{UPPER}][{LOWER}]*)(?P<rest>(?:\s+[\w]+){{1,4}})")
# What a name or a named paper begins with.
NAMES = (
    *("Bộ", "Sở", "Ủy", "Ban", "Chi", "Trung", "Thành", "Tỉnh", "Hội", "Đoàn", "Viện", "Trường", "Cục", "Tổng"),
    *("Văn", "Phòng", "Nghị", "Quyết", "Thông", "Luật", "Kế", "Chương", "Đề", "Báo", "Tờ", "Quốc", "Thủ", "Chính"),
    *("Huyện", "Xã", "Phường", "Liên", "Ngân", "Quỹ", "Hiệp", "Bệnh", "Dự", "Chiến", "Đảng", "Mặt", "Chủ", "Giám"),
)
NAMED_PAIRS = (
    "Công ty",
    "Công an",
    "Công đoàn",
    "Công văn",
    "Chỉ thị",
    "Chỉ số",
    "Cơ sở Nhà",
    "Thanh tra",
    "Cảnh sát",
    "Kho bạc",
)


@rule("writing.semicolon", "Sau dấu chấm phẩy viết thường.", Severity.HINT, basis=BASIS)
def capital_after_semicolon(subject: Subject) -> Iterator[Fault]:
    for (start, _), text in subject.paragraphs():
        for found in FOUND.finditer(text):
            rest = found["rest"].split()
            pair = f"{found['first']} {rest[0]}"
            if rest[0][:1].isupper() or rest[1:2] == ["số"] or found["first"] in NAMES or pair in NAMED_PAIRS:
                continue
            lower = found["first"].lower()
            said = "Sau dấu chấm phẩy viết thường: “{lower} …”."
            yield fault((start + found.start(), start + found.end()), said, lower=lower, suggestion=f"; {lower}")
