"""An appendix that the text announces and the file does not have."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

ANNOUNCED = re.compile(
    r"\([^()]{0,80}(?:phụ lục|biểu|danh sách)[^()]{0,40}(?:kèm theo|đính kèm|gửi kèm)[^()]{0,40}\)"
    r"|\((?:[^()]{0,60})(?:kèm theo|đính kèm|tại|có trong|xem)\s+(?:các\s+)?(?:phụ lục|biểu)[^()]{0,40}\)"
    r"|(?:chi tiết|số liệu|danh mục)?[^.;()\n]{0,40}(?:tại|có trong|theo)\s+(?:các\s+)?(?:phụ lục|biểu)"
    r"[^.;()\n]{0,20}(?:kèm theo|đính kèm)",
    re.IGNORECASE,
)


@rule("structure.annex", "Phụ lục được nhắc đến có trong báo cáo.", Severity.MUST)
def missing_annex(subject: Subject) -> Iterator[Fault]:
    if subject.text.annexes:
        return
    for found in ANNOUNCED.finditer(subject.flow):
        piece = found[0]
        start = found.start() + len(piece) - len(piece.lstrip())
        said = "Văn bản nhắc đến phụ lục kèm theo mà tệp không có phụ lục nào."
        yield fault((start, found.end()), said, suggestion="Kèm phụ lục, hoặc bỏ câu này.")
