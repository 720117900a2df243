"""The same verb twice in one phrase, and one word twice in a row."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import word_start
from sokhcn.kernel.alphabet import LOWER
from sokhcn.kernel.finding import Severity

TWICE = re.compile(rf"(?<!\w)(?P<word>[{LOWER}]{{2,}})\s+(?P=word)(?!\w)")
# Words that Vietnamese doubles.
DOUBLED = frozenset(
    {"xa", "luôn", "thường", "ngày", "đời", "nhà", "người", "từ", "dần", "song", "xanh", "mãi", "hay", "đều", "rất"}
)
VERB = re.compile(r"(?P<verb>thực hiện|triển khai)(?P<between>[^.;:()]{8,110}?)(?<!\w)(?P=verb)(?!\w)", re.IGNORECASE)
MOST = 2


@rule("writing.repetition", "Không lặp từ trong một cụm.", Severity.HINT)
def repeated_words(subject: Subject) -> Iterator[Fault]:
    for found in TWICE.finditer(subject.flow):
        if found["word"] not in DOUBLED:
            yield fault(found.span(), "Từ “{word}” viết hai lần.", word=found["word"], suggestion=found["word"])
    told = 0
    for (start, _), text in subject.paragraphs():
        for found in VERB.finditer(text):
            if told < MOST and "," not in found["between"][:3]:
                told += 1
                first = word_start(text, max(found.start() - 22, 0))
                said = "“{verb}” lặp lại trong một câu."
                yield fault((start + first, start + found.end()), said, verb=found["verb"].lower())
