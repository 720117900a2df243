"""Set phrases that have one right form."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

PHRASES = (
    (re.compile(r"(?<!\w)cấp thẩm quyền(?!\w)"), "cấp có thẩm quyền", "Cụm từ đúng là"),
    (
        re.compile(r"(?<!\w)[đĐ]ảm bảo(?!\w| đo\b)"),
        "bảo đảm",
        "Văn bản pháp luật viết",
    ),  # but độ không đảm bảo đo (VIM)
    (re.compile(r"(?<![\w“])(?!COVID)[Cc][Oo][Vv][Ii][Dd]\s?-\s?19(?!\d)"), "COVID-19", "Tên chính thức viết"),
    (re.compile(r"(?<!\w)(?:xán lạng|sáng lạng)(?!\w)"), "xán lạn", "Từ đúng là"),
    (re.compile(r"(?<!\w)xúc tích(?!\w)"), "súc tích", "Từ đúng là"),
    (re.compile(r"(?<!\w)sát nhập(?!\w)"), "sáp nhập", "Từ đúng là"),
    (re.compile(r"(?<!\w)thăm quan(?!\w)"), "tham quan", "Từ đúng là"),
    (re.compile(r"(?<!\w)bổ xung(?!\w)"), "bổ sung", "Từ đúng là"),
    (re.compile(r"(?<!\w)đề suất(?!\w)"), "đề xuất", "Từ đúng là"),
    (re.compile(r"(?<!\w)chuẩn đoán(?!\w)"), "chẩn đoán", "Từ đúng là"),
)


@rule("writing.phrases", "Dùng đúng cụm từ quen dùng trong văn bản hành chính.", Severity.HINT)
def wording_set_phrases(subject: Subject) -> Iterator[Fault]:
    for pattern, right, why in PHRASES:
        found = list(pattern.finditer(subject.flow))
        if found:
            said = "{why} “{right}”{more}."
            yield fault(found[0].span(), said, suggestion=right, why=why, right=right, more=more(len(found)))
