"""Common nouns of administrative units and bodies in lists that take no capital."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import word_start
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III.1.a"
UNITS = re.compile(
    r"(?<=[\w,] )(?P<noun>Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Phường|Xã)"
    rf"(?P<name>(?:[ \-–]+[{UPPER}][{LOWER}]*){{1,4}}(?:-[A-Z{LOWER}]+(?: [{LOWER}]+)?)?)"
)
EXEMPT = ("Thành phố Hồ Chí Minh", "Tỉnh ủy", "Huyện ủy")
LISTED = re.compile(r"(?<=[\w] )(?P<noun>Sở|Ban|Ngành), (?=(?:ban|ngành|địa phương|đơn vị))")


@rule("writing.units", "Danh từ chung chỉ đơn vị hành chính, sở, ban, ngành viết thường.", Severity.HINT, basis=BASIS)
def capital_units(subject: Subject) -> Iterator[Fault]:
    told: set[str] = set()
    for span, text in subject.paragraphs():
        small = next((place for place, letter in enumerate(text) if letter.islower()), len(text))
        in_capitals = text[:small].isupper()
        for found in UNITS.finditer(text):
            if found[0] in told or found[0].startswith(EXEMPT) or (in_capitals and found.start() <= small):
                continue
            told.add(found[0])
            lower = found["noun"][0].lower() + found[0][1:]
            place = span[0] + found.start(), span[0] + found.end()
            yield fault(place, "“{noun}” viết thường trước tên riêng.", noun=found["noun"], suggestion=lower)
        for found in LISTED.finditer(text):
            lower = found["noun"].lower()
            place = span[0] + word_start(text, found.start() - 1), span[0] + found.end("noun")
            yield fault(place, "“{noun}” trong chuỗi liệt kê viết thường.", noun=found["noun"], suggestion=lower)
