"""Appendices that stand in the file, behind the signature or before it."""

import re
from collections.abc import Sequence

from sokhcn.document.letters import Letters, Line
from sokhcn.document.understood import Annex
from sokhcn.reader.structuring.paragraphs import is_capital, one_line

LABEL = re.compile(
    r"(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU(?:\s+MẪU)?(?:\s+SỐ)?|Biểu\s+số|MẪU\s+SỐ|Mẫu\s+số)"
    r"(?:\s+(?:(?:số|SỐ)\s+)?(?:[IVX]+|\d{1,2}[a-z]?|[A-H]))?\s*[.:]?"
)
REFERENCE = re.compile(r"\(?\s*[Kk]èm\s+theo")
TITLE_LINES = 4


def annexes(letters: Letters, lines: Sequence[Line]) -> tuple[Annex, ...]:
    """Each label that has a line of its own, or a title in capitals behind it, with the title below."""
    found = []
    for place, line in enumerate(lines):
        text = one_line(letters.of(line))
        label = LABEL.match(text)
        if label and (label.end() == len(text) or is_capital(text[label.end() :])):
            below = lines[place + 1 : place + 1 + TITLE_LINES]
            found.append(
                Annex(label[0].rstrip(" .:"), _title(letters, text[label.end() :], below), (line.start, line.end))
            )
    return tuple(found)


def _title(letters: Letters, beside: str, below: Sequence[Line]) -> str:
    parts = [beside.strip()]
    for line in below:
        text = one_line(letters.of(line))
        if not text or REFERENCE.match(text) or not (is_capital(text) or line.hint.bold):
            break
        parts.append(text)
    return one_line(" ".join(parts))
