"""A body that is called by its full name in one place and by its abbreviation in another."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

PAIRS = (
    (re.compile(r"(?<!\w)(?:Ủy|Uỷ) ban nhân dân tỉnh"), re.compile(r"(?<!\w)UBND tỉnh"), "UBND tỉnh"),
    (re.compile(r"(?<!\w)Hội đồng nhân dân tỉnh"), re.compile(r"(?<!\w)HĐND tỉnh"), "HĐND tỉnh"),
)
BRACKETED = re.compile(r"\((?:[^()]{0,200}\s)?(?:UBND|HĐND)[^()]{0,200}\)")


@rule("writing.names", "Một cơ quan được gọi bằng một tên trong cả văn bản.", Severity.HINT)
def mixed_names(subject: Subject) -> Iterator[Fault]:
    """The addressee and the title call a body in full; what counts is the running text."""
    spans = subject.text.paragraphs
    for full, short, name in PAIRS:
        named = [m for span in spans for m in full.finditer(subject.flow, *span)]
        called = [m for span in spans for m in short.finditer(subject.flow, *span)]
        if not named or not called or BRACKETED.search(subject.flow):
            continue
        said = "“{full}” ở đây, “{short}” ở {n} chỗ khác."
        yield fault(named[0].span(), said, full=named[0][0], short=name, n=len(called), suggestion=name)
