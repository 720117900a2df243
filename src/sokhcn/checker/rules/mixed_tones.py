"""Tone marks of oa, oe, uy placed in two ways in one text."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import word_start
from sokhcn.kernel.finding import Severity

# The older place is on the first vowel (hóa), the newer on the second (hoá); a final consonant leaves no choice.
OLDER = re.compile(r"(?<!\w)\w*(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", re.IGNORECASE)
NEWER = re.compile(r"(?<!\w)\w*(?:(?<![qQ])o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


@rule("writing.tones", "Dấu thanh của oa, oe, uy đặt theo một kiểu.", Severity.HINT)
def mixed_tones(subject: Subject) -> Iterator[Fault]:
    older, newer = list(OLDER.finditer(subject.flow)), list(NEWER.finditer(subject.flow))
    if not older or not newer:
        return
    few, many = (newer, older) if len(newer) <= len(older) else (older, newer)
    first = few[0]
    start = word_start(subject.flow, max(first.start() - 1, 0))
    said = "“{word}”{more}, còn {n} chỗ khác đặt dấu như “{other}”."
    yield fault((start, first.end()), said, word=first[0], more=more(len(few)), n=len(many), other=many[0][0])
